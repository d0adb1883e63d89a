package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import wenju.answer.Answer;
import wenju.answer.Question;
import wenju.store.Door;

/**
 * Asks off the event loop: one thread a processor, a bounded queue before them, a deadline for each answer. A question that
 * misses its deadline keeps its place until its thread is free again, so a slow index cannot pile up work.
 */
final class BoundedAsking {
    private final Collaborators collaborators;
    private final HttpSettings settings;
    private final WorkerExecutor workers;
    private final Meters meters;
    private final Spans spans;
    private final AtomicInteger inFlight = new AtomicInteger();

    BoundedAsking(Vertx vertx, Collaborators collaborators, HttpSettings settings, Meters meters, Spans spans) {
        this.collaborators = collaborators;
        this.settings = settings;
        this.workers = vertx.createSharedWorkerExecutor(
                "wenju-answer", Runtime.getRuntime().availableProcessors());
        this.meters = meters;
        this.spans = spans;
        meters.inFlight(inFlight::get);
    }

    /**
     * @param conversation as the client names it; null when it names none
     * @return the reply, which is also given to whoever keeps answers; fails with a {@link Refusal} when there is no room or the notices are not loaded yet, and with a
     * {@link java.util.concurrent.TimeoutException} when the deadline has passed.
     */
    Future<Reply> ask(String id, Door door, @Nullable String conversation, Question question) {
        long start = System.nanoTime();
        return run(id, () -> {
                    Answer answer = collaborators.asking().answer(question);
                    long millis = (System.nanoTime() - start) / 1_000_000;
                    var reply = new Reply(id, door, conversation, question, answer, millis);
                    return new Outgoing(reply, collaborators.answers().keeping(reply));
                })
                .map(Outgoing::kept);
    }

    /** A reply with what keeps it. */
    private record Outgoing(Reply reply, Runnable keeping) {
        Reply kept() {
            keeping.run();
            return reply;
        }
    }

    /** Any other work of the kind, under the same bounds. @param id of the request */
    <T> Future<T> run(String id, Callable<T> work) {
        if (!collaborators.readiness().get().answers()) {
            return Future.failedFuture(Refusal.later(ProblemType.NOT_READY, "文件还在装载，请在 %d 秒后再试。", 5));
        }
        if (inFlight.incrementAndGet() > settings.maxInFlight()) {
            inFlight.decrementAndGet();
            return Future.failedFuture(Refusal.later(ProblemType.BUSY, "同时提问的人太多，请在 %d 秒后再试。", 1));
        }
        long start = System.nanoTime();
        Duration deadline = settings.answerDeadline();
        return workers.executeBlocking(() -> timed(id, work, start), false)
                .eventually(this::leave)
                .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws Exception what the work throws */
    private <T> T timed(String id, Callable<T> work, long accepted) throws Exception {
        long began = System.nanoTime();
        phase(id, "wait", began - accepted);
        try {
            return work.call();
        } finally {
            phase(id, "answer", System.nanoTime() - began);
        }
    }

    private void phase(String id, String phase, long nanos) {
        meters.phase(phase, nanos);
        spans.phase(id, phase, nanos);
    }

    private Future<Void> leave() {
        inFlight.decrementAndGet();
        return Future.succeededFuture();
    }
}
