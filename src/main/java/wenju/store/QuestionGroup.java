package wenju.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Questions alike that did not get a good answer.
 *
 * @param likeness what they share, as a digest
 * @param questions the last of them, at most three
 * @param asked how many
 * @param version of what was decided about them; 0 when nothing was, see {@link StaleException}
 * @param reason for it; empty when nothing was decided
 */
public record QuestionGroup(
        String likeness,
        List<String> questions,
        long asked,
        long unanswered,
        long unhelpful,
        long doubtful,
        Instant lastAt,
        int version,
        String reason) {

    /** What is decided about questions alike. */
    public enum State {
        OPEN("open"),
        /** Those asked later count again. */
        SOLVED("solved"),
        /** None of them is to be looked at. */
        SET_ASIDE("setAside");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As contract and database have it. */
        public String code() {
            return code;
        }

        public static Optional<State> of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst();
        }
    }

    /** @param more whether there is a next page */
    public record Page(List<QuestionGroup> groups, boolean more) {}
}
