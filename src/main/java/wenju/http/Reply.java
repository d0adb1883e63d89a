package wenju.http;

import wenju.answer.Answer;
import wenju.answer.Question;

/**
 * An answer on its way out.
 *
 * @param id of the request that asked; the answer is known by it in the log and to the client
 * @param question as it was asked
 * @param millis from the question's acceptance to its answer, waiting included
 */
record Reply(String id, Question question, Answer answer, long millis) {

    /** {@code answered} or {@code unanswered}. */
    String outcome() {
        return switch (answer) {
            case Answer.Answered answered -> "answered";
            case Answer.Unanswered unanswered -> "unanswered";
        };
    }
}
