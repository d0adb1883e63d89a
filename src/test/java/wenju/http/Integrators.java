package wenju.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wenju.search.Candidate;
import wenju.search.IndexedNotice;
import wenju.store.ApiKey;
import wenju.store.KeySecret;
import wenju.store.Scope;

/** Keys in memory, imports that are over at once, and a search that always finds article 12. */
final class Integrators {
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final Map<String, Imports.Job> jobs = new ConcurrentHashMap<>();

    /** Makes a key; the value of an {@code Authorization} header for it. */
    String key(Set<Scope> scopes, @Nullable Integer perMinute, @Nullable Instant expires, @Nullable Instant revoked) {
        KeySecret secret = KeySecret.random();
        keys.put(
                secret.digest(),
                new ApiKey("k" + keys.size(), "test", scopes, perMinute, Instant.EPOCH, expires, revoked));
        return "Bearer " + secret.reveal();
    }

    String key(Scope... scopes) {
        return key(Set.of(scopes), null, null, null);
    }

    Integrations integrations() {
        return new Integrations(
                digest -> Future.succeededFuture(Optional.ofNullable(keys.get(digest))),
                new Imports() {
                    @Override
                    public Future<Job> start(Order order) {
                        return Integrators.this.start(order);
                    }

                    @Override
                    public Future<Optional<Job>> find(UUID id) {
                        return Future.succeededFuture(Optional.ofNullable(jobs.get(id.toString())));
                    }
                },
                query -> List.of(new Candidate(
                        SampleNotices.article12(),
                        new IndexedNotice(SampleNotices.LIFTS.notice(), SampleNotices.LIFTS.standing()).head(),
                        7.5,
                        null)),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    private Future<Imports.Job> start(Imports.Order order) {
        String name = order.files().getFirst().name();
        if (name.equals("busy.txt")) {
            return Future.failedFuture(new Imports.BusyException("5b0f5f0e-8f0d-4f0e-9a53-6f4f3f6f2a10"));
        }
        if (name.equals("full.txt")) {
            return Future.failedFuture(new Imports.FullException());
        }
        if (name.equals("reused.txt")) {
            return Future.failedFuture(new Imports.ReusedException());
        }
        var job = new Imports.Job(
                "5b0f5f0e-8f0d-4f0e-9a53-6f4f3f6f2a10",
                Imports.State.DONE,
                order.dryRun(),
                order.files().size(),
                List.of(Imports.FileReport.of(name, "failed", "没有认出任何一份文件")),
                Instant.EPOCH,
                Instant.EPOCH);
        jobs.put(job.id(), job);
        return Future.succeededFuture(job);
    }
}
