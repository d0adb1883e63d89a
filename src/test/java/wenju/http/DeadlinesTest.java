package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that let the service wait. */
@ExtendWith(VertxExtension.class)
class DeadlinesTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    /** Long enough for a busy machine to read a request that is there in full. */
    private static final Duration MEDIUM = Duration.ofSeconds(4);

    private static final String ASK =
            "POST /api/v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{";

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET /livez HTTP/1.1\r\n", "GET /livez HTTP/1.1\r\nHost: x\r\n\r\nGET /livez HTTP/1.1\r\n"})
    void headersThatDrip_endTheConnection(String begin, Vertx vertx) throws IOException {
        try (Socket socket = connect(service(vertx, begin.contains("\r\n\r\n") ? MEDIUM : SHORT, LONG))) {
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> drip(socket));
            String answered = readToTheEnd(socket);
            assertEquals(begin.contains("\r\n\r\n"), answered.startsWith("HTTP/1.1 200"), answered);
        }
    }

    /** And the connection, on which the rest of the body goes on to come, is closed a while later. */
    @Test
    void bodyThatDrips_is408(Vertx vertx) throws IOException {
        try (Socket socket = connect(service(vertx, MEDIUM, SHORT))) {
            socket.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> drip(socket));
            String answered = readToTheEnd(socket);
            assertTrue(answered.startsWith("HTTP/1.1 408 "), answered);
            String lower = answered.toLowerCase(Locale.ROOT);
            assertTrue(lower.contains("content-type: application/problem+json"), answered);
            assertTrue(lower.contains("connection: close"), answered);
            assertTrue(answered.contains("\"type\":\"/problems/request-timeout\""), answered);
        }
    }

    /** Requests are sent on and on, and no answer is read: the service stops taking them in, and then closes. */
    @Test
    @Timeout(120)
    void answersThatNobodyTakesIn_endTheConnectionAndDoNotPileUp(Vertx vertx) throws IOException {
        RunningService service = service(vertx, MEDIUM, LONG);
        try (Socket socket = connect(service)) {
            byte[] requests =
                    "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
            assertThrows(SocketException.class, () -> {
                while (true) {
                    socket.getOutputStream().write(requests);
                }
            });
        }
        Matcher answered = Pattern.compile("requests_seconds_count\\{[^}]*route=\"GET /openapi.yaml\"} (\\d+)")
                .matcher(service.get("/metrics").body());
        assertTrue(answered.find());
        assertTrue(Integer.parseInt(answered.group(1)) < 300, answered.group(1) + " answers");
    }

    @Test
    void requestUnderWay_isNotCut(Vertx vertx) throws IOException {
        RunningService service = RunningService.start(
                vertx,
                RunningService.collaborators(
                        question -> {
                            pause(MEDIUM.multipliedBy(3).dividedBy(2));
                            return RunningService.answer(question);
                        },
                        RunningService.SampleNoticesInMemory.INSTANCE),
                new HttpSettings(0, 0, 9, LONG, Embedding.NONE).with(deadlines(MEDIUM, LONG)));
        assertEquals(200, service.ask(RunningService.question("维保")).statusCode());
    }

    private static RunningService service(Vertx vertx, Duration request, Duration body) {
        return RunningService.start(
                vertx,
                RunningService.collaborators(RunningService::answer, RunningService.SampleNoticesInMemory.INSTANCE),
                HttpSettings.of(0, 0).with(deadlines(request, body)));
    }

    private static Deadlines deadlines(Duration request, Duration body) {
        return new Deadlines(request, body, LONG, Duration.ZERO, Duration.ofSeconds(15));
    }

    private static Socket connect(RunningService service) throws IOException {
        URI base = URI.create(service.base());
        var socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Byte after byte, never idle, until the other side has had enough. */
    private static void drip(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write('a');
                pause(Duration.ofMillis(20));
            }
        } catch (IOException over) {
            assertTrue(over instanceof SocketException, over.toString());
        }
    }

    /** What came before the service closed the connection, with or without a reset. */
    private static String readToTheEnd(Socket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException reset) {
            return read.toString(StandardCharsets.UTF_8);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
