package wenju.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import wenju.answer.Answer;
import wenju.store.Feedback;

/** Keeps replies, and feedback to them, in memory. */
final class AnswersInMemory implements Answers {
    final List<Reply> given = new CopyOnWriteArrayList<>();
    final List<Feedback> feedback = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public Runnable keeping(Reply reply) {
        return () -> given.add(reply);
    }

    @Override
    public Future<Feedback.Fate> feedback(UUID answer, Feedback thought) {
        if (away) {
            return Future.failedFuture(new Notices.UnavailableException(new IllegalStateException("away")));
        }
        Optional<Reply> known = given.stream()
                .filter(reply -> reply.id().equals(answer.toString()))
                .findFirst();
        if (known.isEmpty()) {
            return Future.succeededFuture(Feedback.Fate.UNKNOWN_ANSWER);
        }
        if (thought.passageId() != null && !showed(known.get().answer(), thought.passageId())) {
            return Future.succeededFuture(Feedback.Fate.NOT_SHOWN);
        }
        feedback.add(thought);
        return Future.succeededFuture(Feedback.Fate.KEPT);
    }

    private static boolean showed(Answer answer, String passageId) {
        return answer instanceof Answer.Answered answered
                && answered.excerpts().stream()
                        .anyMatch(excerpt -> excerpt.citation().passageId().equals(passageId));
    }
}
