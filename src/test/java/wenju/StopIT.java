package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import wenju.http.Pem;

/** How the program ends, and why it does not begin. */
class StopIT {
    /** Time to ask once more in, and less than a body may take to come. */
    private static final int FAREWELL_SECONDS = 10;

    private static final int DRAIN_SECONDS = 60;

    @TempDir
    private Path directory;

    /** A request is half sent before the node is told to stop, and its other half when nobody is let in any more. */
    @Test
    void toldToStop_saysSoThenLetsNobodyInThenFinishesWhatItHasTaken() throws Exception {
        byte[] question = "{\"question\": \"电梯维保单位义务是什么\"}".getBytes(StandardCharsets.UTF_8);
        try (Node node = Node.start(
                directory.resolve("data"),
                Map.of(
                        "WENJU_HTTP_STOP_DELAY_SECONDS", "" + FAREWELL_SECONDS,
                        "WENJU_HTTP_DRAIN_SECONDS", "" + DRAIN_SECONDS))) {
            assertEquals(200, node.get("/readyz").statusCode());
            try (var socket = new Socket(node.base().getHost(), node.base().getPort())) {
                socket.getOutputStream()
                        .write(
                                ("POST /api/v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                                + question.length + "\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(question, 0, 10);

                node.tellToStop();
                HttpResponse<String> ready = node.get("/readyz");
                while (ready.statusCode() == 200) {
                    ready = node.get("/readyz");
                }
                assertEquals(503, ready.statusCode());
                assertTrue(ready.body().contains("\"type\":\"/problems/stopping\""), ready.body());
                assertEquals("close", ready.headers().firstValue("Connection").orElseThrow());
                assertEquals(200, node.ask("电梯维保单位义务是什么").statusCode(), "still taken");

                untilNobodyIsLetIn(node);
                socket.getOutputStream().write(question, 10, question.length - 10);
                String answered = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answered.startsWith("HTTP/1.1 200 "), answered);
                assertTrue(answered.contains("Connection: close"), answered);
                assertTrue(answered.contains("\"outcome\":\"answered\""), answered);
            }
            assertEquals(0, node.ended(Duration.ofSeconds(FAREWELL_SECONDS + DRAIN_SECONDS)));
        }
    }

    private static void untilNobodyIsLetIn(Node node) throws IOException, InterruptedException {
        try {
            while (true) {
                new Socket(node.base().getHost(), node.base().getPort()).close();
                Thread.sleep(100);
            }
        } catch (ConnectException refused) {
            assertTrue(node.base().getPort() > 0);
        }
    }

    @Test
    void certificateThatCannotBeUsed_isNamedWithItsKey() throws Exception {
        Pem pem = Pem.make(directory, "EC");
        Path certificate = directory.resolve("certificate.pem");
        pem.writeCertificate(certificate);
        Path missing = directory.resolve("missing.pem");
        assertComplaint(certificate, missing, "配置项 http.tls.key：不能读取 " + missing);
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertComplaint(empty, certificate, "配置项 http.tls.certificate：" + empty + " 中没有 PEM 格式的证书");
    }

    private void assertComplaint(Path certificate, Path key, String complaint) {
        var error = new StringWriter();
        CommandLine command = Wenju.commandLine(
                Map.of(
                        "WENJU_DATA_DIRECTORY", directory.resolve("data").toString(),
                        "WENJU_HTTP_PORT", "0",
                        "WENJU_HTTP_TLS_CERTIFICATE", certificate.toString(),
                        "WENJU_HTTP_TLS_KEY", key.toString()),
                directory);
        command.setErr(new PrintWriter(error, true));
        assertEquals(Wenju.USAGE, command.execute("serve"));
        assertTrue(error.toString().contains(complaint), error.toString());
    }
}
