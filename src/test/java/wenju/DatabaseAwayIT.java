package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.store.CarriedServer;

/**
 * The database is stopped while questions come in, and started again. {@code -Dwenju.away=PT30S} sets for how long; a few
 * seconds already take every path there is.
 */
class DatabaseAwayIT {
    private static final Duration AWAY = Duration.parse(System.getProperty("wenju.away", "PT4S"));
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    /** As long as a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String QUESTION = "电梯维保单位义务是什么";

    @TempDir
    private Path directory;

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();

    @Test
    void questions_areAnsweredWhileTheDatabaseIsAwayAndWritesAreNotAcknowledged() throws Exception {
        CarriedServer server = CarriedServer.start(directory.resolve("database"));
        try (var relay = new Relay(server.uri().port())) {
            Map<String, String> settings = Map.of(
                    "WENJU_DATABASE_URI", relay.text(server.uri()),
                    "WENJU_DATABASE_MIGRATION_URI", relay.text(server.ownerUri()),
                    "WENJU_DATABASE_CONNECT_TIMEOUT_SECONDS", "1");
            Path data = directory.resolve("serving");
            try (Node node = Node.start(data, settings)) {
                String answer = id(node.ask(QUESTION));
                assertEquals(204, feedback(node, answer).statusCode());
                assertEquals("ready", status(node));
                var going = new AtomicBoolean(true);
                List<Thread> load = load(node, going);

                relay.cut();
                server.close();
                HttpResponse<String> refused = feedback(node, answer);
                assertEquals(503, refused.statusCode(), refused.body());
                assertTrue(refused.headers().firstValue("Retry-After").isPresent());
                assertTrue(refused.body().contains("/problems/store-unavailable"), refused.body());
                Thread.sleep(AWAY);
                assertEquals(503, feedback(node, answer).statusCode());
                assertEquals(503, node.get("/api/v1/notices").statusCode());
                awaitStatus(node, "degraded");
                assertEquals(200, node.get("/readyz").statusCode());
                String askedInBetween = id(node.ask(QUESTION));

                server = CarriedServer.start(directory.resolve("database"));
                relay.leadTo(server.uri().port());
                awaitStatus(node, "ready");
                assertEquals(204, feedback(node, answer).statusCode());
                assertEquals(204, feedback(node, askedInBetween).statusCode(), "its answer was kept meanwhile");

                going.set(false);
                for (Thread thread : load) {
                    thread.join();
                }
            }
            assertEquals(List.of(), failures);
            assertTrue(asked.get() > 50, "asked " + asked);
            assertTrue(slowest.get() < DEADLINE.toNanos(), "slowest " + Duration.ofNanos(slowest.get()));
            System.out.println(
                    "away " + AWAY + ": " + asked + " questions, slowest " + Duration.ofNanos(slowest.get()));

            startsWithTheDatabaseAway(relay, server, data, settings);
        } finally {
            server.close();
        }
    }

    private static void startsWithTheDatabaseAway(
            Relay relay, CarriedServer server, Path data, Map<String, String> settings) throws Exception {
        relay.cut();
        try (Node node = Node.start(data, settings)) {
            assertEquals(200, node.ask(QUESTION).statusCode());
            assertTrue(node.ask(QUESTION).body().contains("\"answered\""));
            assertEquals("degraded", status(node));

            relay.leadTo(server.uri().port());
            awaitStatus(node, "ready");
        }
    }

    private List<Thread> load(Node node, AtomicBoolean going) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (going.get()) {
                    askOnce(node);
                }
            }));
        }
        return threads;
    }

    private void askOnce(Node node) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = node.ask(QUESTION);
            if (response.statusCode() != 200 || !response.body().contains("\"answered\"")) {
                failures.add(response.statusCode() + " " + response.body());
            }
            Thread.sleep(20);
        } catch (Exception e) {
            failures.add(e.toString());
        }
        asked.incrementAndGet();
        slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
    }

    private static void awaitStatus(Node node, String expected) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String status = status(node);
        while (!status.equals(expected) && System.nanoTime() < deadline) {
            Thread.sleep(100);
            status = status(node);
        }
        assertEquals(expected, status);
    }

    private static HttpResponse<String> feedback(Node node, String answer) throws Exception {
        return node.post("/api/v1/answers/" + answer + "/feedback", "{\"helpful\": true}");
    }

    private static String status(Node node) throws Exception {
        return first("\"status\":\"(\\w+)\"", node.get("/readyz").body());
    }

    private static String id(HttpResponse<String> answer) {
        return first("\"id\":\"([0-9a-f-]{36})\"", answer.body());
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }
}
