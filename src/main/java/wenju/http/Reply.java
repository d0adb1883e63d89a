package wenju.http;

import org.jspecify.annotations.Nullable;
import wenju.answer.Answer;
import wenju.answer.Question;
import wenju.store.Door;

/**
 * An answer on its way out.
 *
 * @param id of the request that asked; the answer is known by it in the log and to the client
 * @param door through which it was asked
 * @param conversation as the client names it; null when it names none
 * @param question as it was asked
 * @param millis from the question's acceptance to its answer, waiting included
 */
public record Reply(
        String id, Door door, @Nullable String conversation, Question question, Answer answer, long millis) {

    /** {@code answered} or {@code unanswered}. */
    public String outcome() {
        return switch (answer) {
            case Answer.Answered answered -> "answered";
            case Answer.Unanswered unanswered -> "unanswered";
        };
    }
}
