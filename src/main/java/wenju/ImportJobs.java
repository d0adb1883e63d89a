package wenju;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.gazette.Gazette;
import wenju.http.Imports;
import wenju.http.Notices;
import wenju.store.Actor;
import wenju.store.NoticeStore;

/**
 * Imports that came over HTTP, one file after the other on the import thread. Jobs are kept in the memory of this node, for a
 * day: they tell how an import goes, and what it did is in the store. A job that a restart cut off is sent again, which is
 * safe, for what was stored counts as unchanged.
 */
final class ImportJobs implements Imports {
    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 1_000;

    /** @param digest of the order, to tell whether a second one is the same */
    private record Known(String jobId, String digest) {}

    private final WorkerExecutor worker;
    private final NoticeStore store;
    private final Supplier<Future<Void>> catchUp;
    private final Cache<String, Job> jobs = cache();
    private final Cache<String, Known> byIdempotencyKey = cache();
    private final Cache<String, List<String>> names = cache();
    private volatile boolean stopped;

    private ImportJobs(WorkerExecutor worker, NoticeStore store, Supplier<Future<Void>> catchUp) {
        this.worker = worker;
        this.store = store;
        this.catchUp = catchUp;
    }

    /** @param catchUp makes what was stored searchable */
    static ImportJobs in(Rooms rooms, NoticeStore store, Supplier<Future<Void>> catchUp) {
        var jobs = new ImportJobs(rooms.worker(), store, catchUp);
        rooms.onClose(() -> {
            jobs.stopped = true;
            return Future.succeededFuture();
        });
        return jobs;
    }

    /** What is accepted is going to be stored, so nothing is accepted while the database is away. */
    @Override
    public Future<Job> start(Order order) {
        Future<Void> able = order.dryRun()
                ? Future.succeededFuture()
                : store.ping().recover(failure -> Future.failedFuture(new Notices.UnavailableException(failure)));
        return able.compose(done -> accept(order));
    }

    private synchronized Future<Job> accept(Order order) {
        String digest = digest(order);
        String key = order.keyId() + ' ' + order.idempotencyKey();
        Known known = order.idempotencyKey() == null ? null : byIdempotencyKey.getIfPresent(key);
        if (known != null) {
            return known.digest().equals(digest)
                    ? find(known.jobId())
                            .<Future<Job>>map(Future::succeededFuture)
                            .orElseGet(() -> begin(order))
                    : Future.failedFuture(new ReusedException());
        }
        List<String> wanted = order.files().stream().map(File::name).toList();
        for (var running : names.asMap().entrySet()) {
            if (running.getValue().stream().anyMatch(wanted::contains)) {
                return Future.failedFuture(new BusyException(running.getKey()));
            }
        }
        Future<Job> begun = begin(order);
        if (order.idempotencyKey() != null) {
            byIdempotencyKey.put(key, new Known(begun.result().id(), digest));
        }
        return begun;
    }

    @Override
    public Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.getIfPresent(id));
    }

    private Future<Job> begin(Order order) {
        var job = new Job(
                UUID.randomUUID().toString(),
                State.RUNNING,
                order.dryRun(),
                order.files().size(),
                List.of(),
                Instant.now(),
                null);
        jobs.put(job.id(), job);
        names.put(job.id(), order.files().stream().map(File::name).toList());
        run(job, order);
        return Future.succeededFuture(job);
    }

    private void run(Job job, Order order) {
        Future<Job> done = Future.succeededFuture(job);
        for (File file : order.files()) {
            done = done.compose(sofar -> importFile(file, order.dryRun()).map(report -> {
                Job further = with(sofar, report);
                jobs.put(further.id(), further);
                return further;
            }));
        }
        done.compose(last -> (order.dryRun() ? Future.<Void>succeededFuture() : catchUp.get())
                        .onFailure(failure -> log.warn("导入之后索引未能跟上，将自行重试：{}", String.valueOf(failure)))
                        .otherwiseEmpty()
                        .map(last))
                .onSuccess(last -> {
                    jobs.put(last.id(), ended(last));
                    log.info("导入 {}：{} 个文件", last.id(), last.files());
                })
                .onFailure(failure -> log.error("import {} failed", job.id(), failure))
                .onComplete(end -> names.invalidate(job.id()));
    }

    private Future<FileReport> importFile(File file, boolean dryRun) {
        if (stopped) {
            return Future.succeededFuture(failed(file, new OperatorException("程序正在停止，请重新导入")));
        }
        return worker.executeBlocking(() -> GazetteFile.of(file.name(), file.content()))
                .compose(gazette -> dryRun
                        ? read(gazette)
                        : store.holds(gazette.name(), gazette.digest())
                                .compose(held -> held
                                        ? Future.succeededFuture(
                                                new FileReport(file.name(), "unchanged", List.of(), List.of(), null))
                                        : save(gazette)))
                .recover(failure -> Future.succeededFuture(failed(file, failure)));
    }

    private Future<FileReport> read(GazetteFile file) {
        return worker.executeBlocking(() -> report(Importer.read(file.text())));
    }

    private Future<FileReport> save(GazetteFile file) {
        return worker.executeBlocking(() -> Importer.read(file.text()))
                .compose(gazette -> store.save(file.name(), file.digest(), gazette.notices(), Actor.PROGRAM)
                        .map(counts -> report(gazette)));
    }

    private static FileReport report(Gazette gazette) {
        return new FileReport(
                gazette.name(),
                "read",
                gazette.notices().stream()
                        .map(notice -> new NoticeLine(
                                notice.id(),
                                notice.name(),
                                notice.passages().size(),
                                List.of(notice.lines().first(), notice.lines().last())))
                        .toList(),
                gazette.warnings().stream()
                        .map(warning -> new Warning(warning.line(), warning.message()))
                        .toList(),
                null);
    }

    private static FileReport failed(File file, Throwable failure) {
        return new FileReport(file.name(), "failed", List.of(), List.of(), Importer.reason(failure));
    }

    private static Job with(Job job, FileReport report) {
        var reports = new ArrayList<>(job.reports());
        reports.add(report);
        return new Job(job.id(), job.state(), job.dryRun(), job.files(), reports, job.startedAt(), null);
    }

    private static Job ended(Job job) {
        return new Job(job.id(), State.DONE, job.dryRun(), job.files(), job.reports(), job.startedAt(), Instant.now());
    }

    private static String digest(Order order) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) (order.dryRun() ? 1 : 0));
            for (File file : order.files()) {
                digest.update((file.name() + '\n' + file.content().length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(file.content());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static <V> Cache<String, V> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    }
}
