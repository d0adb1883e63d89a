package wenju.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the endpoints for programs need of the other rooms.
 *
 * @param keys finds the keys of integrators
 * @param imports takes gazettes in
 * @param searching finds passages
 * @param meters where the service counts, and what {@code /metrics} prints
 * @param tracer where the service tells how each request went
 */
public record Integrations(
        Keys keys, Imports imports, Searching searching, PrometheusMeterRegistry meters, Tracer tracer) {

    /** Without traces. */
    public Integrations(Keys keys, Imports imports, Searching searching, PrometheusMeterRegistry meters) {
        this(keys, imports, searching, meters, TracerProvider.noop().get("wenju"));
    }

    /** No key is known, so nothing can be imported either; no passage is found. */
    public static Integrations none() {
        return new Integrations(
                digest -> Future.succeededFuture(Optional.empty()),
                new Imports() {
                    @Override
                    public Future<Job> start(Order order) {
                        return Future.failedFuture(new UnsupportedOperationException("nobody may import here"));
                    }

                    @Override
                    public Future<Optional<Job>> find(UUID id) {
                        return Future.succeededFuture(Optional.empty());
                    }
                },
                query -> List.of(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }
}
