package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import wenju.JsonLines;
import wenju.store.Scope;

@ExtendWith(VertxExtension.class)
class RequestLogTest {
    @Test
    void line_tellsWhatCameOfIt_andNothingOfTheAsker(Vertx vertx) throws InterruptedException {
        var lines = new ListAppender<ILoggingEvent>();
        Logger logger = (Logger) LoggerFactory.getLogger("wenju.requests");
        lines.start();
        logger.addAppender(lines);
        var integrators = new Integrators();
        String id;
        try {
            RunningService service =
                    RunningService.start(vertx, RunningService.collaborators(integrators.integrations()));
            id = new JsonObject(service.ask(RunningService.question("维保的秘密")).body()).getString("id");
            service.get("/?q=secret");
            service.get("/notices/secret");
            service.get("/notices?after=secret");
            service.ask("{\"question\": \"\"}");
            service.get("/secret");
            service.get("/api/v1/notices/secret", "Authorization", integrators.key(Scope.NOTICES_READ));
            // The line is written after the response has gone.
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (lines.list.size() < 7 && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } finally {
            logger.detachAppender(lines);
        }

        ILoggingEvent first = lines.list.getFirst();
        Map<String, Object> keys = keys(first);
        assertEquals("POST /api/v1/ask", first.getFormattedMessage());
        assertEquals(List.of("id", "status", "outcome", "millis", "bytes", "key"), List.copyOf(keys.keySet()));
        assertEquals(id, keys.get("id"));
        assertTrue((long) keys.get("millis") >= 0 && (long) keys.get("bytes") > 1000, keys.toString());
        assertEquals(
                List.of(
                        "POST /api/v1/ask 200 answered none",
                        "page / 200 unanswered none",
                        "page /notices/{id} 404 notice-not-found none",
                        "page /notices 400 invalid-request none",
                        "POST /api/v1/ask 400 invalid-request none",
                        "none 404 not-found none",
                        "GET /api/v1/notices/{id} 404 notice-not-found k0"),
                lines.list.stream()
                        .map(line -> String.join(
                                " ",
                                line.getFormattedMessage(),
                                "" + keys(line).get("status"),
                                "" + keys(line).get("outcome"),
                                "" + keys(line).get("key")))
                        .toList());
        String json = lines.list.stream()
                .map(line -> new String(new JsonLines().encode(line), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertFalse(json.contains("secret") || json.contains("秘密") || json.contains("127.0.0.1"), json);
        assertEquals("answered", new JsonObject(json.lines().findFirst().orElseThrow()).getString("outcome"));
    }

    private static Map<String, Object> keys(ILoggingEvent line) {
        var keys = new LinkedHashMap<String, Object>();
        line.getKeyValuePairs().forEach(pair -> keys.put(pair.key, pair.value));
        return keys;
    }
}
