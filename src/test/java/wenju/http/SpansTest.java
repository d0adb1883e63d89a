package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SpansTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    @Test
    void request_isASpanBelowItsCallerWithItsPhasesBelowIt(Vertx vertx) throws InterruptedException {
        String id = new JsonObject(start(vertx)
                        .ask(
                                RunningService.question("维保的秘密"),
                                "Content-Type",
                                "application/json",
                                "traceparent",
                                "00-" + TRACE + "-" + CALLER + "-01")
                        .body())
                .getString("id");

        awaitSpans(3);
        SpanData request = named("POST /api/v1/ask");
        assertEquals(TRACE, request.getTraceId());
        assertEquals(CALLER, request.getParentSpanId());
        assertEquals(id, attribute(request, "wenju.request.id"));
        assertEquals("answered", attribute(request, "wenju.outcome"));
        assertEquals("POST", attribute(request, "http.request.method"));
        assertEquals("POST /api/v1/ask", attribute(request, "http.route"));
        assertEquals(200, request.getAttributes().get(AttributeKey.longKey("http.response.status_code")));
        for (String phase : List.of("wait", "answer")) {
            assertEquals(request.getSpanId(), named(phase).getParentSpanId());
            assertTrue(named(phase).getStartEpochNanos() <= named(phase).getEndEpochNanos());
        }
    }

    @Test
    void span_saysNothingOfTheAsker(Vertx vertx) throws InterruptedException {
        RunningService service = start(vertx);
        service.ask(RunningService.question("维保的秘密"));
        service.get("/?q=secret", "User-Agent", "secret", "baggage", "a=secret");
        service.get("/notices/secret");

        awaitSpans(7);
        String all = spans.toString();
        assertFalse(all.contains("秘密") || all.contains("secret") || all.contains("127.0.0.1"), all);
        assertEquals(SpanId.getInvalid(), named("page /").getParentSpanId());
    }

    @Test
    void failureOfOurs_isAnError(Vertx vertx) throws InterruptedException {
        RunningService service = RunningService.start(
                vertx,
                new Collaborators(
                        question -> {
                            throw new IllegalStateException("secret");
                        },
                        RunningService.SampleNoticesInMemory.INSTANCE,
                        new AnswersInMemory(),
                        () -> RunningService.READY,
                        List::of,
                        typed -> List.of(),
                        Collaborators.CHINA,
                        integrations()));
        service.ask(RunningService.question("维保"));

        awaitSpans(3);
        assertEquals(StatusCode.ERROR, named("POST /api/v1/ask").getStatus().getStatusCode());
        assertFalse(spans.toString().contains("secret"));
    }

    private RunningService start(Vertx vertx) {
        return RunningService.start(vertx, RunningService.collaborators(integrations()));
    }

    private Integrations integrations() {
        Integrations known = new Integrators().integrations();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new Kept(spans)))
                .build();
        return new Integrations(
                known.keys(), known.imports(), known.searching(), known.meters(), provider.get("wenju"));
    }

    /** A span ends after the response has gone. */
    private void awaitSpans(int count) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (spans.size() < count && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertEquals(count, spans.size(), spans.toString());
    }

    private SpanData named(String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + spans));
    }

    private static String attribute(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    /** An exporter that keeps what it is given. */
    private record Kept(List<SpanData> spans) implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
