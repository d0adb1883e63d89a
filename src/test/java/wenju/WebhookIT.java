package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.store.CarriedServer;

/** The whole program tells a receiver what it has taken in, also what it could not deliver before it was stopped. */
class WebhookIT {
    private static final int SAMPLES = 20;
    /** As long as a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("thirty-two bytes for the tests.".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path directory;

    private final AtomicBoolean well = new AtomicBoolean();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, String> taken = new ConcurrentHashMap<>();

    @Test
    void notices_areToldAcrossARestart() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        receiver.start();
        Map<String, String> settings = Map.of(
                "WENJU_WEBHOOKS_URLS",
                "http://localhost:" + receiver.getAddress().getPort() + "/hook",
                "WENJU_WEBHOOKS_SECRETS",
                SECRET);
        try {
            try (Node node = Node.start(directory, settings)) {
                await(() -> refused.size() == SAMPLES);
                awaitFailures(node);
            }
            letPausesPass();
            well.set(true);
            try (Node node = Node.start(directory, settings)) {
                await(() -> taken.size() == SAMPLES);
                assertEquals(refused, taken.keySet(), "the same messages");
                assertTrue(taken.values().stream().allMatch(body -> body.contains("\"type\":\"notice.published\"")));
                assertEquals(200, node.get("/readyz").statusCode());
            }
        } finally {
            receiver.stop(0);
        }
    }

    /** They are counted when the receiver's answer has come. */
    private static void awaitFailures(Node node) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!node.get("/metrics").body().contains("wenju_webhooks_total{outcome=\"failed\"")) {
            assertTrue(System.nanoTime() < deadline, "not counted");
            Thread.sleep(50);
        }
    }

    /** On a slow machine some were refused twice, and would be tried again only minutes later. */
    private void letPausesPass() throws SQLException {
        try (CarriedServer server = CarriedServer.start(directory);
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + server.uri().port() + "/wenju?currentSchema=wenju",
                        server.uri().user(),
                        server.uri().password());
                var statement = connection.createStatement()) {
            assertEquals(SAMPLES, statement.executeUpdate("UPDATE webhook_message SET due_at = now()"));
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        int status = 204;
        try {
            new Webhook(SECRET).verify(body, headers);
            if (well.get()) {
                taken.put(id, body);
            } else {
                refused.add(id);
                status = 503;
            }
        } catch (WebhookVerificationException e) {
            status = 401;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not in time");
            Thread.sleep(50);
        }
    }
}
