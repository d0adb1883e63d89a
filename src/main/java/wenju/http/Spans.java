package wenju.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span for each request, below the caller's if it sent a {@code traceparent} (W3C Trace Context), and one for each phase of
 * an answer below that. A span says what {@link RequestLog} says and nothing else: never the question, an address as it was
 * typed, or where the request came from. With a tracer that records nothing, nothing is kept.
 */
final class Spans {
    private static final TextMapGetter<MultiMap> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(MultiMap headers) {
            return headers.names();
        }

        @Override
        public @Nullable String get(@Nullable MultiMap headers, String name) {
            return Objects.requireNonNull(headers, "a request has headers").get(name);
        }
    };

    private final Tracer tracer;
    /** By the id of the request, while it is under way. */
    private final Map<String, Context> open = new ConcurrentHashMap<>();

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A request has come in; its id is known. */
    void begin(RoutingContext ctx) {
        Context caller = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), ctx.request().headers(), HEADERS);
        Span span = tracer.spanBuilder(ctx.request().method().name())
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        if (span.isRecording()) {
            open.put(RequestLog.id(ctx), caller.with(span));
        }
    }

    /** A phase of a request has just ended. */
    void phase(String id, String phase, long nanos) {
        Context request = open.get(id);
        if (request != null) {
            Instant now = Instant.now();
            tracer.spanBuilder(phase)
                    .setParent(request)
                    .setStartTimestamp(now.minus(Duration.ofNanos(nanos)))
                    .startSpan()
                    .end(nanoseconds(now), TimeUnit.NANOSECONDS);
        }
    }

    /** A request has ended. */
    void end(RequestLog.Line line) {
        Context request = open.remove(line.id());
        if (request == null) {
            return;
        }
        Span span = Span.fromContext(request)
                .updateName(line.route())
                .setAttribute("http.request.method", line.method())
                .setAttribute("http.route", line.route())
                .setAttribute("http.response.status_code", line.status())
                .setAttribute("wenju.request.id", line.id())
                .setAttribute("wenju.outcome", line.outcome())
                .setAttribute("wenju.key", line.key());
        if (line.status() >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static long nanoseconds(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
