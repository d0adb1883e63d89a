package wenju;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.search.IndexedNotice;
import wenju.search.PassageIndex;
import wenju.store.Changes;
import wenju.store.NoticeStore;
import wenju.store.StoredNotice;

/** Brings the index up to the store, page by page, and keeps it there. The store knows nothing of who follows it. */
final class IndexFollower {
    private static final Logger log = LoggerFactory.getLogger(IndexFollower.class);

    private final WorkerExecutor worker;
    private final NoticeStore store;
    private final PassageIndex index;
    private final Progress progress;
    private volatile Future<Void> round = Future.succeededFuture();
    private volatile long timer;
    private volatile boolean stopped;
    private volatile boolean keepsUp = true;

    /**
     * A follower.
     *
     * @param worker writes to the index, which blocks
     */
    IndexFollower(WorkerExecutor worker, NoticeStore store, PassageIndex index, Progress progress) {
        this.worker = worker;
        this.store = store;
        this.index = index;
        this.progress = progress;
    }

    /** Takes in everything that the store holds and the index does not; completes when it has. */
    Future<Void> catchUp() {
        return worker.executeBlocking(index::revision)
                .compose(store::changesAfter)
                .compose(this::take)
                .compose(changes -> changes.more() ? catchUp() : done());
    }

    /**
     * Catches up again and again, for other processes write to the store too. A failure is logged and the next round tries
     * again: while the database is away, questions are answered from what the index holds.
     *
     * @param pause between the end of a round and the beginning of the next
     */
    void follow(Vertx vertx, Duration pause) {
        if (stopped) {
            return;
        }
        timer = vertx.setTimer(pause.toMillis(), elapsed -> {
            round = catchUp();
            round.onFailure(this::complain).onComplete(done -> {
                keepsUp = done.succeeded();
                follow(vertx, pause);
            });
        });
    }

    /** Follows no longer; completes when the round under way, if any, has come to its end. */
    Future<Void> stop(Vertx vertx) {
        stopped = true;
        vertx.cancelTimer(timer);
        return round.otherwiseEmpty();
    }

    /** Whether the last round succeeded. */
    boolean keepsUp() {
        return keepsUp;
    }

    /** Once, not every few seconds as long as the database is away. */
    private void complain(Throwable failure) {
        if (keepsUp) {
            log.warn("索引未能跟上数据库，将不断重试：{}", String.valueOf(failure.getMessage()));
        }
        log.debug("catching up failed", failure);
    }

    private Future<Changes> take(Changes changes) {
        if (changes.notices().isEmpty() && changes.removedIds().isEmpty()) {
            return Future.succeededFuture(changes);
        }
        return worker.executeBlocking(() -> {
            index.apply(
                    changes.notices().stream().map(IndexFollower::indexed).toList(),
                    changes.removedIds(),
                    changes.revision());
            progress.show("索引 " + index.size() + " 条");
            return changes;
        });
    }

    private static IndexedNotice indexed(StoredNotice stored) {
        return new IndexedNotice(stored.notice(), stored.standing());
    }

    private Future<Void> done() {
        progress.clear();
        return Future.succeededFuture();
    }
}
