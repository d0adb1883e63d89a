package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class AskerLimitTest {
    private static final String PAGE_QUESTION = "/?q=%E7%BB%B4%E4%BF%9D";

    @Test
    void questions_aboveTheLimit_areToldWhenToComeBack(Vertx vertx) {
        RunningService service = limited(vertx, 2);

        HttpResponse<String> first = service.ask(RunningService.question("维保"));
        HttpResponse<String> second = service.get(PAGE_QUESTION);
        HttpResponse<String> third = service.ask(RunningService.question("维保"));

        assertEquals(200, first.statusCode());
        assertEquals("\"anonymous\";q=2;w=60", header(first, "RateLimit-Policy"));
        assertTrue(header(first, "RateLimit").startsWith("\"anonymous\";r=1;t="), header(first, "RateLimit"));
        assertEquals(200, second.statusCode());
        assertEquals(429, third.statusCode());
        assertTrue(header(third, "RateLimit").startsWith("\"anonymous\";r=0;t="), header(third, "RateLimit"));
        int seconds = Integer.parseInt(header(third, "Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 30, "one token in half a minute: " + seconds);
        JsonObject problem = new JsonObject(third.body());
        assertEquals("/problems/too-many-requests", problem.getString("type"));
        assertEquals("提问过于频繁，请在 " + seconds + " 秒后再试。", problem.getString("detail"));
    }

    /** Four times what is permitted, at once: what is permitted passes, and each refusal says when to come back. */
    @Test
    void burst_ofFourTimesTheLimit_passesTheLimitAndRefusesTheRest(Vertx vertx) {
        int permitted = 50;
        RunningService service = limited(vertx, permitted);

        long start = System.nanoTime();
        List<HttpResponse<String>> responses;
        try (ExecutorService askers = Executors.newFixedThreadPool(16)) {
            responses = IntStream.range(0, 4 * permitted)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> service.ask(RunningService.question("维保")), askers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        long passed = responses.stream()
                .filter(response -> response.statusCode() == 200)
                .count();
        Duration lasted = Duration.ofNanos(System.nanoTime() - start);
        // The bucket refills while the burst lasts.
        long refilled = lasted.dividedBy(Duration.ofMinutes(1).dividedBy(permitted)) + 1;
        assertTrue(passed >= permitted && passed <= permitted + refilled, passed + " passed in " + lasted);
        for (HttpResponse<String> response : responses) {
            assertEquals("\"anonymous\";q=50;w=60", header(response, "RateLimit-Policy"));
            assertTrue(
                    header(response, "RateLimit").matches("\"anonymous\";r=\\d+;t=\\d+"),
                    header(response, "RateLimit"));
            if (response.statusCode() != 200) {
                assertEquals(429, response.statusCode());
                int seconds = Integer.parseInt(header(response, "Retry-After"));
                assertTrue(seconds >= 1 && seconds <= 2, "one token in 1.2 s: " + seconds);
                assertEquals(
                        "application/problem+json",
                        response.headers().firstValue("Content-Type").orElseThrow());
            }
        }
    }

    @Test
    void page_aboveTheLimit_isAPageThatKeepsTheQuestion(Vertx vertx) {
        RunningService service = limited(vertx, 1);
        service.get(PAGE_QUESTION);

        HttpResponse<String> refused = service.get(PAGE_QUESTION, "Accept", "text/html");

        assertEquals(429, refused.statusCode());
        assertTrue(refused.body().contains(">维保</textarea>"), refused.body());
    }

    @Test
    void reading_isNotLimited(Vertx vertx) {
        RunningService service = limited(vertx, 1);
        service.ask(RunningService.question("维保"));

        assertEquals(200, service.get("/").statusCode());
        assertEquals(200, service.get("/api/v1/notices").statusCode());
    }

    @Test
    void zero_isNoLimit(Vertx vertx) {
        RunningService service = limited(vertx, 0);
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> response = service.ask(RunningService.question("维保"));
            assertEquals(200, response.statusCode());
            assertFalse(response.headers().firstValue("RateLimit").isPresent());
        }
    }

    private static RunningService limited(Vertx vertx, int perMinute) {
        return RunningService.start(
                vertx,
                RunningService.collaborators(RunningService::answer, RunningService.SampleNoticesInMemory.INSTANCE),
                HttpSettings.of(0, perMinute));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
