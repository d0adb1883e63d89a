package wenju;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.gazette.Gazette;
import wenju.gazette.GazetteReader;
import wenju.gazette.GazetteText;
import wenju.gazette.UnreadableGazetteException;
import wenju.store.Actor;
import wenju.store.NoticeStore;
import wenju.store.StoreException;

/**
 * Takes gazettes into the store, one after the other. One that has not changed is skipped; one that cannot be taken in is
 * reported with its reason and never stops the rest.
 */
final class Importer {
    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    private final WorkerExecutor worker;
    private final NoticeStore store;
    private final Progress progress;
    private final Actor actor;
    private volatile boolean stopped;

    /**
     * An importer.
     *
     * @param worker reads files and gazettes, which blocks
     * @param actor who imports, for the audit
     */
    Importer(WorkerExecutor worker, NoticeStore store, Progress progress, Actor actor) {
        this.worker = worker;
        this.store = store;
        this.progress = progress;
        this.actor = actor;
    }

    /** An importer that stops with the rooms it works in. */
    static Importer in(Rooms rooms, NoticeStore store, Progress progress, Actor actor) {
        var importer = new Importer(rooms.worker(), store, progress, actor);
        rooms.onClose(() -> {
            importer.stop();
            return Future.succeededFuture();
        });
        return importer;
    }

    /** Imports every gazette of a directory; fails with {@link OperatorException} when it is unreadable or has none. */
    Future<ImportReport> importDirectory(Path directory) {
        return worker.executeBlocking(() -> GazetteFile.in(directory)).compose(this::importFiles);
    }

    /**
     * Imports files in order. The future succeeds whatever became of them: the report tells. It fails when the database is
     * away, for then none of the rest would succeed.
     */
    Future<ImportReport> importFiles(List<Path> files) {
        Future<ImportReport> done = Future.succeededFuture(ImportReport.EMPTY);
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String step = "导入 " + (i + 1) + "/" + files.size() + " " + GazetteFile.name(file);
            done = done.compose(sofar -> {
                progress.show(step);
                return stopped
                        ? Future.failedFuture(new OperatorException("导入中途停止，其余公报下次导入"))
                        : importFile(file).map(sofar::plus);
            });
        }
        return done.eventually(() -> {
            progress.clear();
            return Future.succeededFuture();
        });
    }

    /** Imports no further gazette; the one under way is left to succeed or fail. */
    void stop() {
        stopped = true;
    }

    private Future<ImportReport> importFile(Path file) {
        return worker.executeBlocking(() -> GazetteFile.read(file))
                .compose(gazette -> store.holds(gazette.name(), gazette.digest())
                        .compose(held -> held ? Future.succeededFuture(ImportReport.SKIPPED) : save(gazette)))
                .recover(failure -> StoreException.isAway(failure) && !(failure instanceof IOException)
                        ? Future.failedFuture(new StoreException("数据库连不上，导入到 " + file + " 为止，其余下次导入", failure))
                        : Future.succeededFuture(fault(file, failure)));
    }

    private Future<ImportReport> save(GazetteFile file) {
        return worker.executeBlocking(() -> read(file.text()))
                .compose(gazette -> store.save(file.name(), file.digest(), gazette.notices(), actor)
                        .map(counts -> ImportReport.ofRead(gazette).with(counts)));
    }

    /** Reads a gazette; one without notices is refused, for a file that was put there by mistake should be noticed. */
    static Gazette read(GazetteText text) {
        Gazette gazette = GazetteReader.read(text);
        if (gazette.notices().isEmpty()) {
            throw new OperatorException("没有认出任何一份文件");
        }
        return gazette;
    }

    /** Says why a file was not imported, and logs it. */
    static ImportReport fault(Path file, Throwable failure) {
        String name = GazetteFile.name(file);
        String reason = reason(failure);
        if (failure instanceof IOException
                || failure instanceof OperatorException
                || failure instanceof UnreadableGazetteException
                || failure instanceof StoreException) {
            log.warn("未导入 {}：{}", name, reason);
            log.debug("{}", name, failure);
        } else {
            log.error("未导入 {}：{}", name, reason, failure);
        }
        return ImportReport.ofFault(name, reason);
    }

    /** What went wrong, for people. */
    static String reason(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException e -> "文件不存在";
            case IOException e -> "不能读取（" + e.getMessage() + "）";
            case OperatorException e -> String.valueOf(e.getMessage());
            case UnreadableGazetteException e -> String.valueOf(e.getMessage());
            case StoreException e -> String.valueOf(e.getMessage());
            default -> "处理时出现意外错误（" + failure + "）";
        };
    }
}
