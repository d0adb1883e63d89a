package wenju;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.search.IndexedNotice;
import wenju.search.PassageIndex;
import wenju.search.RenewableIndex;
import wenju.store.Changes;
import wenju.store.NoticeStore;
import wenju.store.StoredNotice;

/**
 * Brings the index up to the store, page by page, and keeps it there. The store knows nothing of who follows it. One round
 * at a time; an index that is stale, or ahead of the store, is built anew beside the one that answers.
 */
final class IndexFollower {
    private static final Logger log = LoggerFactory.getLogger(IndexFollower.class);

    private final WorkerExecutor worker;
    private final NoticeStore store;
    private final RenewableIndex index;
    private final Progress progress;
    private Future<Void> last = Future.succeededFuture();
    private Future<Void> round = Future.succeededFuture();
    private boolean again;
    private long timer;
    private boolean stopped;
    private volatile boolean keepsUp = true;

    /**
     * A follower.
     *
     * @param worker writes to the index, which blocks
     */
    IndexFollower(WorkerExecutor worker, NoticeStore store, RenewableIndex index, Progress progress) {
        this.worker = worker;
        this.store = store;
        this.index = index;
        this.progress = progress;
    }

    /** Takes in everything that the store holds and the index does not; completes when it has. */
    Future<Void> catchUp() {
        return afterTheLast(() -> worker.executeBlocking(() -> index.isStale())
                .compose(stale ->
                        stale ? Future.succeededFuture(true) : store.revision().map(this::isBehind))
                .compose(renew -> renew ? renew() : catchUp(index)));
    }

    /** Builds the index anew from the store; the old one answers until it is done, and remains when it cannot be done. */
    Future<Void> rebuild() {
        return afterTheLast(this::renew);
    }

    /** Who looked at the store before another had filled the index would take the store for set back. */
    private synchronized Future<Void> afterTheLast(Supplier<Future<Void>> work) {
        last = last.otherwiseEmpty().compose(before -> work.get());
        return last;
    }

    private Future<Void> renew() {
        log.info("从数据库重建索引");
        return worker.executeBlocking(index::successor)
                .compose(successor -> catchUp(successor.index())
                        .compose(filled -> worker.<Void>executeBlocking(() -> {
                            index.replaceBy(successor);
                            return null;
                        }))
                        .onFailure(failure -> successor.index().close()));
    }

    /**
     * Catches up again and again, for other processes write to the store too: whenever {@linkplain #wake woken}, and after a
     * pause in any case. A failure is logged and the next round tries again: while the database is away, questions are
     * answered from what the index holds.
     *
     * @param pause between the end of a round and the beginning of the next
     */
    synchronized void follow(Vertx vertx, Duration pause) {
        if (!stopped) {
            timer = vertx.setTimer(again ? 1 : pause.toMillis(), elapsed -> beginRound(vertx, pause));
            again = false;
        }
    }

    /** Catches up now, or once more when a round is under way, which may have looked too early. */
    synchronized void wake(Vertx vertx, Duration pause) {
        if (round.isComplete() && vertx.cancelTimer(timer)) {
            beginRound(vertx, pause);
        } else {
            again = true;
        }
    }

    /** Follows no longer; completes when the round under way, if any, has come to its end. */
    synchronized Future<Void> stop(Vertx vertx) {
        stopped = true;
        vertx.cancelTimer(timer);
        return round.otherwiseEmpty();
    }

    /** Whether the last round succeeded. */
    boolean keepsUp() {
        return keepsUp;
    }

    private synchronized void beginRound(Vertx vertx, Duration pause) {
        if (!stopped) {
            round = catchUp();
            round.onComplete(done -> {
                if (done.failed()) {
                    complain(done.cause());
                } else if (!keepsUp) {
                    log.info("索引已重新跟上数据库");
                }
                keepsUp = done.succeeded();
                follow(vertx, pause);
            });
        }
    }

    /** An index ahead of the store followed another database, or this one before it was set back. */
    private boolean isBehind(long revision) {
        return revision < index.revision();
    }

    private Future<Void> catchUp(PassageIndex followed) {
        return worker.executeBlocking(followed::revision)
                .compose(store::changesAfter)
                .compose(changes -> take(followed, changes))
                .compose(changes -> changes.more() ? catchUp(followed) : done());
    }

    /** Once, not every second as long as the database is away. */
    private void complain(Throwable failure) {
        if (keepsUp) {
            log.warn("索引未能跟上数据库，将不断重试：{}", String.valueOf(failure.getMessage()));
        }
        log.debug("catching up failed", failure);
    }

    private Future<Changes> take(PassageIndex followed, Changes changes) {
        return worker.executeBlocking(() -> {
            if (changes.revision() < followed.revision()) {
                throw new IllegalStateException("the store was set back to revision " + changes.revision());
            }
            if (changes.revision() > followed.revision()) {
                followed.apply(
                        changes.notices().stream().map(IndexFollower::indexed).toList(),
                        changes.removedIds(),
                        changes.revision());
                progress.show("索引 " + followed.size() + " 条");
            }
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
