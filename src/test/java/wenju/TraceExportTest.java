package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Against a collector that keeps what it is sent. */
class TraceExportTest {
    private final List<String> types = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    @Test
    void spans_arriveAtTheEndpointAsOtlp() throws Exception {
        sent(
                100,
                provider -> provider.get("wenju")
                        .spanBuilder("GET /livez")
                        .startSpan()
                        .end());

        assertEquals(List.of("application/x-protobuf"), types);
        // Texts stand in protobuf as they are.
        assertTrue(bodies.getFirst().contains("GET /livez"), bodies.getFirst());
        assertTrue(bodies.getFirst().contains("service.name"), bodies.getFirst());
    }

    @Test
    void shareOfNothing_sendsNothing() throws Exception {
        sent(0, provider -> {
            var span = provider.get("wenju").spanBuilder("GET /livez").startSpan();
            assertFalse(span.isRecording());
            span.end();
        });

        assertEquals(List.of(), bodies);
    }

    private void sent(int percent, Consumer<SdkTracerProvider> work) throws Exception {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            SdkTracerProvider provider = TraceExport.provider(
                    URI.create("http://localhost:" + collector.getAddress().getPort() + "/v1/traces"), percent);
            work.accept(provider);
            assertTrue(provider.shutdown().join(1, TimeUnit.MINUTES).isSuccess());
        } finally {
            collector.stop(0);
        }
    }
}
