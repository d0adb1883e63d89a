package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class StreamTest {
    /** @param data as JSON */
    private record Event(String name, int id, JsonObject data) {}

    @Test
    void stream_saysWhatTheJsonSays(Vertx vertx) {
        RunningService service = RunningService.start(vertx);
        JsonObject whole =
                new JsonObject(service.ask(RunningService.question("维保")).body());
        HttpResponse<String> response = stream(service, "维保");

        assertEquals(
                "text/event-stream",
                response.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
        List<Event> events = events(response.body());
        assertEquals(
                List.of("understood", "excerpt", "excerpt", "done"),
                events.stream().map(Event::name).toList());
        assertEquals(List.of(1, 2, 3, 4), events.stream().map(Event::id).toList());
        assertEquals(whole.getString("understoodAs"), events.getFirst().data().getString("understoodAs"));
        assertEquals(
                whole.getJsonArray("excerpts"),
                new JsonArray().add(events.get(1).data()).add(events.get(2).data()));
        assertEquals(whole.getString("outcome"), events.getLast().data().getString("outcome"));
        assertEquals(whole.getJsonArray("suggestions"), events.getLast().data().getJsonArray("suggestions"));
    }

    @Test
    void refusal_beforeAnythingWasSent_keepsItsStatus(Vertx vertx) {
        HttpResponse<String> response = stream(RunningService.start(vertx), "");
        assertEquals(400, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void waiting_isFilledWithSignsOfLifeAndMayEndInAProblem(Vertx vertx) {
        var release = new CountDownLatch(1);
        RunningService slow = RunningService.start(
                vertx,
                RunningService.collaborators(
                        question -> {
                            await(release);
                            return RunningService.answer(question);
                        },
                        RunningService.SampleNoticesInMemory.INSTANCE),
                new HttpSettings(0, 0, 9, Duration.ofMillis(400), Embedding.NONE));
        HttpResponse<String> response;
        try {
            response = stream(slow, "维保");
        } finally {
            release.countDown();
        }
        assertEquals(200, response.statusCode());
        assertTrue(response.body().startsWith(": "), response.body());
        Event last = events(response.body()).getLast();
        assertEquals("problem", last.name());
        assertEquals("/problems/too-slow", last.data().getString("type"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertFalse(!latch.await(1, TimeUnit.MINUTES), "the test lets it go");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> stream(RunningService service, String question) {
        return service.ask(
                RunningService.question(question),
                "Content-Type",
                "application/json",
                "Accept",
                "text/event-stream",
                "Accept-Encoding",
                "gzip");
    }

    private static List<Event> events(String body) {
        return Arrays.stream(body.split("\n\n"))
                .filter(block -> block.startsWith("event: "))
                .map(block -> {
                    String[] lines = block.split("\n");
                    return new Event(
                            lines[0].substring("event: ".length()),
                            Integer.parseInt(lines[1].substring("id: ".length())),
                            new JsonObject(lines[2].substring("data: ".length())));
                })
                .toList();
    }
}
