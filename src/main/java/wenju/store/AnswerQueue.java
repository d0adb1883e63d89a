package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers on their way to the {@link AnswerLog}. Whoever adds one neither waits nor fails, whatever the database does: a
 * moment later they are written together. While the database is away they wait here, up to a number; those that find no
 * place are lost and counted; those that are erased meanwhile are not written. Safe for use by several threads.
 */
public final class AnswerQueue {
    /** Some tens of megabytes at worst: an hour and a half at two questions a second. */
    public static final int CAPACITY = 10_000;

    private static final Logger log = LoggerFactory.getLogger(AnswerQueue.class);
    private static final Duration GATHER = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final Vertx vertx;
    private final AnswerLog answers;
    private final int capacity;
    private final Deque<LoggedAnswer> waiting = new ArrayDeque<>();
    private Future<Void> writing = Future.succeededFuture();
    private boolean scheduled;
    private boolean keepsUp = true;
    private long dropped;

    /** @param capacity most answers that wait, at least 1 */
    public AnswerQueue(Vertx vertx, AnswerLog answers, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.vertx = vertx;
        this.answers = answers;
        this.capacity = capacity;
    }

    /** Adds an answer, or counts it as dropped when the queue is full. */
    public synchronized void add(LoggedAnswer answer) {
        if (waiting.size() >= capacity) {
            dropped++;
            return;
        }
        waiting.add(answer);
        schedule(GATHER);
    }

    /** How many answers were lost since the start: for want of place, or because the database refused them. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Whether the last attempt to write succeeded. */
    public synchronized boolean keepsUp() {
        return keepsUp;
    }

    /** Writes everything that waits now; fails when the database is away, and then it goes on waiting. */
    public synchronized Future<Void> flush() {
        writing = writing.otherwiseEmpty().compose(before -> writeAll());
        return writing;
    }

    private synchronized void schedule(Duration delay) {
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(delay.toMillis(), elapsed -> {
                begin();
                flush().onComplete(done -> next(done.succeeded(), done.cause()));
            });
        }
    }

    private synchronized void begin() {
        scheduled = false;
    }

    private synchronized void next(boolean written, Throwable failure) {
        if (!written && keepsUp) {
            log.warn("提问记录暂时不能写入数据库，先留在内存中（至多 {} 条）：{}", capacity, String.valueOf(failure.getMessage()));
        } else if (written && !keepsUp) {
            log.info("提问记录已恢复写入数据库，此前丢失 {} 条", dropped);
        }
        keepsUp = written;
        if (!waiting.isEmpty()) {
            schedule(PAUSE);
        }
    }

    private Future<Void> writeAll() {
        List<LoggedAnswer> batch = first(BATCH);
        return batch.isEmpty()
                ? Future.succeededFuture()
                : write(batch).compose(done -> {
                    remove(batch.size());
                    return writeAll();
                });
    }

    /** When the database refuses one, the others are written one by one. */
    private Future<Void> write(List<LoggedAnswer> batch) {
        return answers.put(batch).recover(failure -> {
            if (Away.tells(failure)) {
                return Future.failedFuture(failure);
            }
            if (batch.size() > 1) {
                return batch.stream()
                        .reduce(
                                Future.<Void>succeededFuture(),
                                (done, one) -> done.compose(before -> write(List.of(one))),
                                (some, others) -> some.compose(before -> others));
            }
            refused(batch.getFirst(), failure);
            return Future.succeededFuture();
        });
    }

    private synchronized void refused(LoggedAnswer answer, Throwable failure) {
        dropped++;
        log.error("{} was refused by the database and is not kept", answer.id(), failure);
    }

    private synchronized List<LoggedAnswer> first(int most) {
        return waiting.stream().limit(most).toList();
    }

    private synchronized void remove(int count) {
        for (int i = 0; i < count; i++) {
            waiting.remove();
        }
    }
}
