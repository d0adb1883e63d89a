package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wenju.answer.Answer;
import wenju.answer.Question;

/**
 * Asks off the event loop: one thread a processor, a bounded queue before them, a deadline for each answer. A question that
 * misses its deadline keeps its place until its thread is free again, so a slow index cannot pile up work.
 */
final class BoundedAsking {
    private final Collaborators collaborators;
    private final HttpSettings settings;
    private final WorkerExecutor workers;
    private final AtomicInteger inFlight = new AtomicInteger();

    BoundedAsking(Vertx vertx, Collaborators collaborators, HttpSettings settings) {
        this.collaborators = collaborators;
        this.settings = settings;
        this.workers = vertx.createSharedWorkerExecutor(
                "wenju-answer", Runtime.getRuntime().availableProcessors());
    }

    /**
     * Fails with a {@link Refusal} when there is no room or the notices are not loaded yet, and with a
     * {@link java.util.concurrent.TimeoutException} when the deadline has passed.
     */
    Future<Reply> ask(String id, Question question) {
        if (!collaborators.readiness().get().answers()) {
            return Future.failedFuture(Refusal.later(ProblemType.NOT_READY, "文件还在装载，请在 %d 秒后再试。", 5));
        }
        if (inFlight.incrementAndGet() > settings.maxInFlight()) {
            inFlight.decrementAndGet();
            return Future.failedFuture(Refusal.later(ProblemType.BUSY, "同时提问的人太多，请在 %d 秒后再试。", 1));
        }
        long start = System.nanoTime();
        Duration deadline = settings.answerDeadline();
        return workers.<Answer>executeBlocking(() -> collaborators.asking().answer(question), false)
                .eventually(this::leave)
                .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .map(answer -> new Reply(id, question, answer, (System.nanoTime() - start) / 1_000_000));
    }

    private Future<Void> leave() {
        inFlight.decrementAndGet();
        return Future.succeededFuture();
    }
}
