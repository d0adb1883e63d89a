package wenju.store;

import org.jspecify.annotations.Nullable;

/**
 * What somebody thought of an answer.
 *
 * @param passageId of the excerpt that is meant; null when it is the whole answer
 * @param reason why it did not help, in one of the contract's words; null when none was given
 * @param comment in their own words, without {@linkplain PersonalData personal data}; may be empty
 */
public record Feedback(
        @Nullable String passageId,
        boolean helpful,
        @Nullable String reason,
        String comment) {

    /** What became of it. */
    public enum Fate {
        KEPT,
        /** No such answer is kept. */
        UNKNOWN_ANSWER,
        /** The answer did not show that passage. */
        NOT_SHOWN
    }

    public Feedback {
        comment = LoggedAnswer.clean(comment);
    }
}
