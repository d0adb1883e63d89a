package wenju;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.gazette.Gazette;
import wenju.gazette.GazetteText;
import wenju.gazette.ReadingReport;
import wenju.http.Imports;
import wenju.http.Notices;
import wenju.notice.Notice;
import wenju.store.Actor;
import wenju.store.ImportCounts;
import wenju.store.ImportForecast;
import wenju.store.ImportLog;
import wenju.store.NoticeStore;

/**
 * Imports that came over HTTP, one file after the other on the import thread. How each goes is in the {@link ImportLog}, for
 * any node to tell; what this node is at is kept here as well and written again and again, so that the log catches up
 * after the database was away, and falls silent when this node dies.
 */
final class ImportJobs implements Imports {
    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FileReport>> REPORTS = new TypeReference<>() {};
    /** Several times within the longest silence. */
    private static final Duration PULSE = ImportLog.LONGEST_SILENCE.dividedBy(6);
    /** Of one node, the one under way included. Their files are held in memory, each at most 32 MiB in all. */
    static final int MOST_AT_A_TIME = 4;

    private final WorkerExecutor worker;
    private final NoticeStore store;
    private final ImportLog jobs;
    private final Supplier<Future<Void>> catchUp;
    private final Map<UUID, Job> mine = new ConcurrentHashMap<>();
    private volatile Future<Void> last = Future.succeededFuture();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean stopped;

    /** @param catchUp makes what was stored searchable */
    ImportJobs(WorkerExecutor worker, NoticeStore store, ImportLog jobs, Supplier<Future<Void>> catchUp) {
        this.worker = worker;
        this.store = store;
        this.jobs = jobs;
        this.catchUp = catchUp;
    }

    /** Jobs that stop with the rooms they work in: the file under way is finished, the others are reported as not read. */
    static ImportJobs in(Rooms rooms, NoticeStore store, ImportLog log, Supplier<Future<Void>> catchUp) {
        var jobs = new ImportJobs(rooms.worker(), store, log, catchUp);
        Runnable endPulse = jobs.beginPulse(rooms.vertx());
        rooms.onClose(() -> {
            endPulse.run();
            return jobs.stop();
        });
        return jobs;
    }

    /**
     * What is accepted is going to be stored, so nothing is accepted while the database is away. When {@value #MOST_AT_A_TIME}
     * are under way, no other is, not even one that is known.
     */
    @Override
    public Future<Job> start(Order order) {
        if (underWay.incrementAndGet() > MOST_AT_A_TIME) {
            underWay.decrementAndGet();
            return Future.failedFuture(new FullException());
        }
        return accept(order).onFailure(refused -> underWay.decrementAndGet());
    }

    private Future<Job> accept(Order order) {
        UUID preview = order.preview();
        var wanted = new ImportLog.Order(
                order.owner(),
                order.idempotencyKey(),
                digest(order, order.dryRun()),
                order.dryRun(),
                order.files().stream().map(File::name).toList(),
                preview == null ? null : new ImportLog.Preview(preview, digest(order, true)));
        return Notices.diagnosed(jobs.begin(wanted), store::ping).compose(beginning -> switch (beginning) {
            case ImportLog.Beginning.Begun begun -> Future.succeededFuture(begin(job(begun.job()), order));
            case ImportLog.Beginning.Known known -> {
                underWay.decrementAndGet();
                yield Future.succeededFuture(job(known.job()));
            }
            case ImportLog.Beginning.Busy busy ->
                Future.failedFuture(new BusyException(busy.jobId().toString()));
            case ImportLog.Beginning.Reused reused -> Future.failedFuture(new ReusedException());
            case ImportLog.Beginning.Unseen unseen -> Future.failedFuture(new UnseenException());
            case ImportLog.Beginning.Overtaken overtaken -> Future.failedFuture(new OvertakenException());
        });
    }

    @Override
    public Future<Optional<Job>> find(UUID id) {
        return Notices.diagnosed(jobs.find(id), store::ping).map(found -> found.map(ImportJobs::job));
    }

    /** Takes up no further file; completes when the one under way is done and written down. */
    Future<Void> stop() {
        stopped = true;
        return last;
    }

    /** Writes down again what this node is at. @return ends it */
    Runnable beginPulse(Vertx vertx) {
        long timer =
                vertx.setPeriodic(PULSE.toMillis(), elapsed -> mine.values().forEach(this::send));
        return () -> vertx.cancelTimer(timer);
    }

    private synchronized Job begin(Job job, Order order) {
        mine.put(UUID.fromString(job.id()), job);
        last = last.compose(before -> run(job, order)).onComplete(over -> underWay.decrementAndGet());
        return job;
    }

    /** Always succeeds: the reports tell what became of it. */
    private Future<Void> run(Job job, Order order) {
        Future<Job> done = Future.succeededFuture(job);
        for (File file : order.files()) {
            done = done.compose(sofar -> importFile(file, order)
                    .map(report -> with(sofar, report))
                    .compose(further -> write(further).map(further)));
        }
        return done.compose(read -> (order.dryRun() ? Future.<Void>succeededFuture() : catchUp.get())
                        .onFailure(failure -> log.warn("导入之后索引未能跟上，将自行重试：{}", String.valueOf(failure)))
                        .otherwiseEmpty()
                        .map(read))
                .compose(read -> write(ended(read)))
                .onSuccess(end -> log.info("导入 {}：{} 个文件", job.id(), job.files()))
                .onFailure(failure -> log.error("import {} failed", job.id(), failure))
                .otherwiseEmpty();
    }

    /** Succeeds even if the database does not take it: the next pulse tries again. */
    private Future<Void> write(Job job) {
        mine.put(UUID.fromString(job.id()), job);
        return send(job);
    }

    private Future<Void> send(Job job) {
        UUID id = UUID.fromString(job.id());
        boolean over = job.state() == State.DONE;
        return jobs.write(id, json(job.reports()), over)
                .onSuccess(written -> {
                    if (over) {
                        mine.remove(id);
                    }
                })
                .onFailure(failure -> log.debug("the state of import {} was not written", id, failure))
                .otherwiseEmpty();
    }

    private Future<FileReport> importFile(File file, Order order) {
        if (stopped) {
            return Future.succeededFuture(failed(file, new OperatorException("程序正在停止，请重新导入")));
        }
        return worker.executeBlocking(() -> GazetteFile.of(file.name(), file.content()))
                .compose(gazette -> order.dryRun()
                        ? forecast(gazette)
                        : store.holds(gazette.name(), gazette.digest())
                                .compose(held -> held
                                        ? Future.succeededFuture(FileReport.of(file.name(), "unchanged", null))
                                        : save(gazette, order.actor())))
                .recover(failure -> Future.succeededFuture(failed(file, failure)));
    }

    private Future<FileReport> forecast(GazetteFile file) {
        return read(file)
                .compose(read -> store.forecast(file.name(), read.gazette().notices())
                        .map(forecast -> report(read, forecast.counts(), forecast)));
    }

    private Future<FileReport> save(GazetteFile file, Actor actor) {
        return read(file)
                .compose(read -> store.save(
                                file.name(), file.digest(), read.gazette().notices(), actor)
                        .map(counts -> report(read, counts, null)));
    }

    private Future<ReadingReport> read(GazetteFile file) {
        return worker.executeBlocking(() -> {
            GazetteText text = file.text();
            return new ReadingReport(text, Importer.read(text));
        });
    }

    /** @param forecast null when it was done */
    private static FileReport report(ReadingReport read, ImportCounts counts, @Nullable ImportForecast forecast) {
        Gazette gazette = read.gazette();
        return new FileReport(
                gazette.name(),
                "read",
                gazette.notices().stream()
                        .map(notice -> line(notice, read.file(), forecast))
                        .toList(),
                gazette.warnings().stream()
                        .map(warning -> new Warning(
                                warning.line(), warning.message(), read.file().place(warning.line())))
                        .toList(),
                null,
                new Counts(counts.added(), counts.changed(), counts.removed(), counts.unchanged()),
                forecast == null
                        ? List.of()
                        : forecast.removed().stream()
                                .map(gone -> new Removed(gone.noticeId(), gone.name()))
                                .toList());
    }

    private static NoticeLine line(Notice notice, GazetteText file, @Nullable ImportForecast forecast) {
        var contents = wenju.gazette.Contents.of(notice);
        return new NoticeLine(
                notice.id(),
                notice.name(),
                notice.passages().size(),
                List.of(notice.lines().first(), notice.lines().last()),
                file.place(notice.lines().first()),
                notice.title(),
                notice.number() == null ? null : notice.number().text(),
                notice.issuer(),
                notice.kind(),
                text(notice.issuedOn()),
                text(notice.effectiveOn()),
                text(notice.expiresOn()),
                new Contents(
                        contents.chapters(),
                        contents.articles(),
                        contents.items(),
                        contents.tables(),
                        contents.attachments()),
                forecast == null ? null : change(notice.id(), forecast),
                forecast != null && forecast.withdrawn().contains(notice.id()));
    }

    private static String change(String id, ImportForecast forecast) {
        return forecast.added().contains(id) ? "added" : forecast.changed().contains(id) ? "changed" : "unchanged";
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static FileReport failed(File file, Throwable failure) {
        return FileReport.of(file.name(), "failed", Importer.reason(failure));
    }

    private static Job with(Job job, FileReport report) {
        var reports = new ArrayList<>(job.reports());
        reports.add(report);
        return new Job(job.id(), job.state(), job.dryRun(), job.files(), reports, job.startedAt(), null);
    }

    private static Job ended(Job job) {
        return new Job(job.id(), State.DONE, job.dryRun(), job.files(), job.reports(), job.startedAt(), Instant.now());
    }

    private static Job job(ImportLog.Job kept) {
        State state = kept.interrupted() ? State.INTERRUPTED : kept.finishedAt() == null ? State.RUNNING : State.DONE;
        return new Job(
                kept.id().toString(),
                state,
                kept.dryRun(),
                kept.files().size(),
                reports(kept.reports()),
                kept.startedAt(),
                kept.finishedAt());
    }

    private static String json(List<FileReport> reports) {
        try {
            return JSON.writeValueAsString(reports);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written", e);
        }
    }

    private static List<FileReport> reports(String json) {
        try {
            return JSON.readValue(json, REPORTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote can be read", e);
        }
    }

    private static String digest(Order order, boolean dryRun) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) (dryRun ? 1 : 0));
            for (File file : order.files()) {
                digest.update((file.name() + '\n' + file.content().length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(file.content());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
