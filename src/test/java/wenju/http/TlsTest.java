package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service that shows a certificate itself. */
@ExtendWith(VertxExtension.class)
class TlsTest {
    @TempDir
    private Path directory;

    private Path certificate;
    private Path key;

    @BeforeEach
    void name() {
        certificate = directory.resolve("certificate.pem");
        key = directory.resolve("key.pem");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void versionOfHttp_isTheClientsChoice(HttpClient.Version version, Vertx vertx) throws Exception {
        Pem shown = written("EC");
        RunningService service = start(vertx);
        try (HttpClient client = client(shown, version)) {
            HttpResponse<String> page = get(client, service, "/api");
            assertEquals(version, page.version());
            assertTrue(page.body().contains("<h3>Java</h3>"), page.body());
            assertEquals(
                    "max-age=31536000",
                    page.headers().firstValue("Strict-Transport-Security").orElseThrow());
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(service.base() + "/api/v1/ask"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(RunningService.question("维保")))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertEquals(version, answer.version());
        }
    }

    @Test
    void clearText_saysNothingOfTls(Vertx vertx) {
        assertFalse(RunningService.start(vertx)
                .get("/api")
                .headers()
                .firstValue("Strict-Transport-Security")
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void versionsOfTls_areTheTwoThatAreSafe(String version, Vertx vertx) throws Exception {
        Pem shown = written("RSA");
        URI base = URI.create(start(vertx).base());
        try (var socket = (SSLSocket) shown.trust().getSocketFactory().createSocket(base.getHost(), base.getPort())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertEquals(version, socket.getSession().getProtocol());
        }
    }

    /** More than the window of a stream, so that the client has to be rid of the rest. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/imports, wenju_0000000000000000000000000000000000000000000, 401",
        "/api/v1/imports, '', 401",
        "/api/v1/ask, '', 413"
    })
    void bodyThatIsRefused_doesNotKeepTheClientWaiting(String path, String key, int status, Vertx vertx)
            throws Exception {
        Pem shown = written("EC");
        RunningService service = start(vertx);
        try (HttpClient client = client(shown, HttpClient.Version.HTTP_2)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.base() + path))
                    .timeout(Duration.ofMinutes(1))
                    .header(
                            "Content-Type",
                            path.endsWith("ask") ? "application/json" : "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofByteArray(new byte[2_000_000]));
            if (!key.isEmpty()) {
                request.header("Authorization", "Bearer " + key);
            }
            for (int time = 0; time < 5; time++) {
                assertEquals(
                        status,
                        client.send(request.build(), BodyHandlers.ofString()).statusCode());
            }
            assertEquals(200, get(client, service, "/livez").statusCode());
        }
    }

    @Test
    void renewedCertificate_isShownWithoutARestart(Vertx vertx) throws Exception {
        Pem first = written("EC");
        RunningService service = start(vertx);
        try (HttpClient old = client(first, HttpClient.Version.HTTP_2)) {
            assertEquals(200, get(old, service, "/livez").statusCode());

            Pem second = Pem.make(directory, "RSA");
            second.writeCertificate(certificate);
            Thread.sleep(300);
            try (HttpClient half = client(first, HttpClient.Version.HTTP_2)) {
                assertEquals(200, get(half, service, "/livez").statusCode(), "the key is still the first one's");
            }

            second.writeKey(key);
            assertTrue(isShown(second, service));
            assertEquals(200, get(old, service, "/livez").statusCode(), "who is connected stays so");
        }
    }

    /** Asks afresh until the certificate is there. */
    private static boolean isShown(Pem pem, RunningService service) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < deadline) {
            try (HttpClient afresh = client(pem, HttpClient.Version.HTTP_2)) {
                return get(afresh, service, "/livez").statusCode() == 200;
            } catch (SSLHandshakeException notYet) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void filesThatCannotBeUsed_areNamed(String algorithm, Vertx vertx) throws Exception {
        written(algorithm);
        new TlsFiles(certificate, key).read(vertx);

        Path missing = directory.resolve("missing.pem");
        assertRefused(new TlsFiles(missing, key), false, "不能读取 " + missing, vertx);
        assertRefused(new TlsFiles(certificate, missing), true, "不能读取 " + missing, vertx);
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        assertRefused(new TlsFiles(empty, key), false, empty + " 中没有", vertx);
        assertRefused(new TlsFiles(key, key), false, key + " 中没有", vertx);
        assertRefused(new TlsFiles(certificate, certificate), true, certificate + " 中没有", vertx);
        Path other = directory.resolve("other.pem");
        Pem.make(directory, algorithm).writeKey(other);
        assertRefused(new TlsFiles(certificate, other), true, other + " 不是", vertx);
        Pem.make(directory, algorithm.equals("EC") ? "RSA" : "EC").writeKey(other);
        assertRefused(new TlsFiles(certificate, other), true, other + " 中没有", vertx);
    }

    private static void assertRefused(TlsFiles files, boolean ofKey, String words, Vertx vertx) {
        var refused = assertThrows(TlsFiles.UnusableException.class, () -> files.read(vertx));
        assertEquals(ofKey, refused.ofKey());
        assertTrue(String.valueOf(refused.getMessage()).startsWith(words), refused.getMessage());
    }

    private Pem written(String algorithm) {
        Pem pem = Pem.make(directory, algorithm);
        pem.writeCertificate(certificate);
        pem.writeKey(key);
        return pem;
    }

    private RunningService start(Vertx vertx) {
        return RunningService.start(
                vertx,
                RunningService.collaborators(new Integrators().integrations()),
                HttpSettings.of(0, 0).with(new TlsFiles(certificate, key, Duration.ofMillis(100))));
    }

    private static HttpClient client(Pem trusted, HttpClient.Version version) {
        return HttpClient.newBuilder()
                .sslContext(trusted.trust())
                .version(version)
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, RunningService service, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(service.base() + path))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                BodyHandlers.ofString());
    }
}
