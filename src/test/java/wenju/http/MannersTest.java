package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.store.Scope;

/** How the service behaves as a part of the web: caches, compression, proxies, limits, metrics, and its end. */
@ExtendWith(VertxExtension.class)
class MannersTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/notices", "/api", "/problems/busy", "/openapi.yaml"})
    void whatMayBeKept_isNotSentTwice(String path, Vertx vertx) {
        RunningService service = RunningService.start(vertx);
        HttpResponse<String> first = service.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        for (String known : new String[] {tag, "\"other\", " + tag, "*", tag.substring(2)}) {
            HttpResponse<String> second = service.get(path, "If-None-Match", known);
            assertEquals(304, second.statusCode(), known);
            assertEquals("", second.body());
            assertEquals(tag, second.headers().firstValue("ETag").orElseThrow());
        }
        assertEquals(200, service.get(path, "If-None-Match", "\"other\"").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/notices", "/api", "/livez", "/metrics", "/openapi.yaml", "/v1/models"})
    void head_isGetWithoutTheBody(String path, Vertx vertx) {
        HttpResponse<String> response = RunningService.start(vertx).send("HEAD", path);
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
    }

    @Test
    void longResponses_areCompressed(Vertx vertx) {
        HttpResponse<String> response = RunningService.start(vertx).get("/openapi.yaml", "Accept-Encoding", "gzip");
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
    }

    /** Java's client asks for the upgrade with its first request, and takes no for an answer. */
    @Test
    void clearText_isNotUpgradedToHttp2(Vertx vertx) {
        HttpResponse<String> response = RunningService.start(vertx).get("/api");
        assertEquals(200, response.statusCode());
        assertEquals(HttpClient.Version.HTTP_1_1, response.version());
    }

    @ParameterizedTest
    @CsvSource({
        "GET /?q=%s HTTP/1.1|Host: x, 9000, 414, /problems/address-too-long",
        "GET /livez HTTP/1.1|Host: x|Cookie: %s, 20000, 431, /problems/headers-too-large",
        "GET /livez HTTP/1.1|Host: x|Content-Length: many, 0, 400, /problems/invalid-request",
    })
    void requestThatCannotBeRead_isAProblemToo(String head, int length, int status, String type, Vertx vertx)
            throws IOException {
        URI base = URI.create(RunningService.start(vertx).base());
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            String request = head.formatted("a".repeat(length)).replace("|", "\r\n") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(response.matches("(?s)HTTP/1\\.[01] " + status + " .*"), response);
            assertTrue(response.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json"), response);
            assertTrue(response.contains("\"type\":\"" + type + "\""), response);
        }
    }

    /** As typed in a terminal; Java's own client would not send it. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/suggest?q=电梯", "/?q=电梯"})
    void addressThatIsNotEncoded_isRefusedRatherThanMisread(String address, Vertx vertx) throws IOException {
        String response = speak(
                RunningService.start(vertx), "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(response.startsWith("HTTP/1.1 400 "), response);
        assertTrue(response.contains("--data-urlencode"), response);
    }

    @Test
    void refusalWithoutABody_leavesTheConnectionOpen(Vertx vertx) throws IOException {
        String response = speak(
                RunningService.start(vertx),
                "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n"
                        + "GET /api/v1/imports/x HTTP/1.1\r\nHost: x\r\n\r\n"
                        + "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"
                        + "GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(response.endsWith("{\"status\":\"alive\"}"), response);
        assertEquals(5, response.split("HTTP/1\\.1 ").length, response);
    }

    @Test
    void methodsAllowed_tellOfHead(Vertx vertx) {
        RunningService service = RunningService.start(vertx);
        assertEquals(
                "GET, HEAD",
                service.send("DELETE", "/api/v1/notices")
                        .headers()
                        .firstValue("Allow")
                        .orElseThrow());
        assertEquals(
                "POST", service.get("/api/v1/ask").headers().firstValue("Allow").orElseThrow());
    }

    /** Caches are told of both, or one site would be given what was made for another. */
    @Test
    void answerToAnotherSite_variesByOriginAndByAccept(Vertx vertx) {
        String friend = "https://portal.example";
        RunningService service = RunningService.start(
                vertx,
                RunningService.collaborators(new Integrators().integrations()),
                new HttpSettings(0, 0, 9, Duration.ofSeconds(9), new Embedding(List.of(friend), List.of())));
        HttpResponse<String> response =
                service.ask(RunningService.question("维保"), "Content-Type", "application/json", "Origin", friend);
        assertEquals(List.of("Origin", "Accept"), response.headers().allValues("Vary"));
    }

    /** The answers to requests on one connection, up to its end. */
    private static String speak(RunningService service, String requests) throws IOException {
        URI base = URI.create(service.base());
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void proxy_thatIsTrusted_isBelievedAboutTheClient(Vertx vertx) {
        RunningService service = RunningService.start(
                vertx,
                RunningService.collaborators(new Integrators().integrations()),
                new HttpSettings(
                        0, 1, 9, Duration.ofSeconds(9), Embedding.NONE, 0, 0, Networks.parse("127.0.0.0/8, ::1")));
        assertEquals(200, askFrom(service, "203.0.113.1"));
        assertEquals(200, askFrom(service, "203.0.113.2"));
        assertEquals(429, askFrom(service, "203.0.113.1"));
        assertEquals(429, askFrom(service, "198.51.100.9, 203.0.113.1"), "what the client put before does not count");
        assertEquals(200, askFrom(service, "203.0.113.3, 127.0.0.9"), "a chain of our own proxies is followed");
        assertEquals(429, askFrom(service, "203.0.113.3"));
    }

    @Test
    void proxy_thatIsNotTrusted_isNotBelieved(Vertx vertx) {
        RunningService service = RunningService.start(
                vertx,
                RunningService.collaborators(new Integrators().integrations()),
                new HttpSettings(0, 1, 9, Duration.ofSeconds(9), Embedding.NONE));
        assertEquals(200, askFrom(service, "203.0.113.1"));
        assertEquals(429, askFrom(service, "203.0.113.2"));
    }

    @Test
    void keyAndEndUser_haveLimitsOfTheirOwn(Vertx vertx) {
        var integrators = new Integrators();
        RunningService service = RunningService.start(
                vertx,
                RunningService.collaborators(integrators.integrations()),
                new HttpSettings(0, 1, 9, Duration.ofSeconds(9), Embedding.NONE, 3, 1, Networks.NONE));
        String key = integrators.key(Scope.ASK);
        HttpResponse<String> first = askFor(service, key, "a");
        assertEquals(200, first.statusCode());
        assertEquals(
                "\"key\";q=3;w=60, \"end-user\";q=1;w=60",
                first.headers().firstValue("RateLimit-Policy").orElseThrow());
        assertTrue(
                first.headers()
                        .firstValue("RateLimit")
                        .orElseThrow()
                        .matches("\"key\";r=2;t=\\d+, \"end-user\";r=0;t=\\d+"),
                first.headers().toString());
        assertEquals(429, askFor(service, key, "a").statusCode(), "the end user's is used up");
        assertEquals(200, askFor(service, key, "b").statusCode());
        assertEquals(200, askFor(service, key, "c").statusCode(), "the refused question cost the key nothing");
        assertEquals(429, askFor(service, key, "d").statusCode(), "the key's is used up");
    }

    @Test
    void metrics_tellOutcomesAndNothingOfTheAsker(Vertx vertx) {
        RunningService service = RunningService.start(vertx);
        service.ask(RunningService.question("维保的秘密"));
        service.get("/secret");
        String text = service.get("/metrics").body();
        assertTrue(
                text.contains("wenju_http_requests_seconds_count{outcome=\"answered\",route=\"POST /api/v1/ask\"} 1"),
                text);
        assertTrue(text.contains("wenju_answer_phase_seconds_count{phase=\"answer\"} 1"), text);
        assertTrue(text.contains("wenju_answers_in_flight 0"), text);
        assertFalse(text.contains("secret") || text.contains("秘密"), text);
    }

    @Test
    void end_letsWhatIsUnderWayFinishAndAcceptsNothingNew(Vertx vertx) throws Exception {
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        RunningService service = RunningService.start(
                vertx,
                RunningService.collaborators(
                        question -> {
                            entered.countDown();
                            try {
                                release.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return RunningService.answer(question);
                        },
                        RunningService.SampleNoticesInMemory.INSTANCE));
        var underWay = CompletableFuture.supplyAsync(() -> service.ask(RunningService.question("维保")));
        entered.await();
        var ended = vertx.undeploy(vertx.deploymentIDs().iterator().next());
        try {
            assertThrows(IllegalStateException.class, () -> refusedOnANewConnection(service));
        } finally {
            release.countDown();
        }
        assertEquals(200, underWay.join().statusCode());
        ended.toCompletionStage().toCompletableFuture().join();
    }

    private static void refusedOnANewConnection(RunningService service) {
        for (int tries = 0; tries < 100; tries++) {
            service.getAfresh("/livez");
        }
    }

    private static int askFrom(RunningService service, String forwarded) {
        return service.ask(
                        RunningService.question("维保"), "Content-Type", "application/json", "X-Forwarded-For", forwarded)
                .statusCode();
    }

    private static HttpResponse<String> askFor(RunningService service, String key, String endUser) {
        return service.ask(
                RunningService.question("维保"),
                "Content-Type",
                "application/json",
                "Authorization",
                key,
                Quota.END_USER,
                endUser);
    }
}
