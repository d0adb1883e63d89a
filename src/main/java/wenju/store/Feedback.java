package wenju.store;

import org.jspecify.annotations.Nullable;

/**
 * What somebody thought of an answer.
 *
 * @param reason why it did not help, in one of the contract's words; null when none was given
 * @param comment in their own words, without {@linkplain PersonalData personal data}; may be empty
 */
public record Feedback(boolean helpful, @Nullable String reason, String comment) {
    public Feedback {
        comment = LoggedAnswer.clean(comment);
    }
}
