package wenju.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import wenju.store.Feedback;

/** Keeps replies, and feedback to them, in memory. */
final class AnswersInMemory implements Answers {
    final List<Reply> given = new CopyOnWriteArrayList<>();
    final List<Feedback> feedback = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public void given(Reply reply) {
        given.add(reply);
    }

    @Override
    public Future<Boolean> feedback(UUID answer, Feedback thought) {
        if (away) {
            return Future.failedFuture(new Notices.UnavailableException(new IllegalStateException("away")));
        }
        boolean known = given.stream().anyMatch(reply -> reply.id().equals(answer.toString()));
        if (known) {
            feedback.add(thought);
        }
        return Future.succeededFuture(known);
    }
}
