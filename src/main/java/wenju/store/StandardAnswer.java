package wenju.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.notice.ApprovedAnswer.Clause;
import wenju.notice.ApprovedAnswer.Lapse;

/**
 * An answer as editors work on it (标准答复). What is written waits until somebody else approves it; what was approved before
 * stays in use meanwhile.
 *
 * @param id public: {@code s1a2b3c4d5e6f}
 * @param draft as it was written last
 * @param clauses of the draft, as they stood then
 * @param authors accounts that wrote what waits; empty when nothing waits
 * @param inUse what is shown; null when nothing is
 * @param approvedBy name of the account; null when nobody has approved it yet
 * @param lapse why it is shown no longer; null when it is, or never was, or was withdrawn
 * @param version grows with every change, see {@link StaleException}
 */
public record StandardAnswer(
        String id,
        Draft draft,
        List<Clause> clauses,
        List<String> authors,
        @Nullable ApprovedAnswer inUse,
        @Nullable String approvedBy,
        @Nullable Lapse lapse,
        boolean withdrawn,
        int version,
        Instant changedAt) {
    public static final int MAX_WORDINGS = 20;
    public static final int MAX_TEXT = 2000;
    public static final int MAX_CLAUSES = 10;

    /**
     * What an editor writes.
     *
     * @param wordings questions of the kind, 1 to {@value #MAX_WORDINGS}; without {@linkplain PersonalData personal data}, for
     *     they are what people typed
     * @param text 1 to {@value #MAX_TEXT} characters; as it is, for it may tell the number of an office
     * @param passageIds of the clauses that carry it, 1 to {@value #MAX_CLAUSES}
     * @param reviewOn the last day it is shown
     */
    public record Draft(List<String> wordings, String text, List<String> passageIds, LocalDate reviewOn) {
        public Draft {
            wordings = wordings.stream()
                    .map(LoggedAnswer::clean)
                    .map(String::strip)
                    .filter(wording -> !wording.isEmpty())
                    .distinct()
                    .toList();
            text = text.replace('\0', '\uFFFD').strip();
            passageIds = passageIds.stream().distinct().toList();
            if (wordings.isEmpty() || text.isEmpty() || passageIds.isEmpty()) {
                throw new IllegalArgumentException("a standard answer needs wordings, text and clauses");
            }
        }
    }

    /** Whether it waits for somebody to approve it. */
    public boolean waits() {
        return !authors.isEmpty() && !withdrawn;
    }

    /** Why something cannot be approved. */
    public enum Obstacle {
        /** Who would approve has written some of it. */
        OWN_WORK,
        /** Nothing waits. */
        NOTHING_WAITS,
        /** A clause has changed since it was written, or does not hold today, or the day of review is over. */
        DOES_NOT_HOLD
    }

    /** It cannot be approved; nothing was changed. */
    public static final class NotApprovableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Obstacle obstacle;

        NotApprovableException(Obstacle obstacle) {
            super(obstacle.name(), null, false, false);
            this.obstacle = obstacle;
        }

        public Obstacle obstacle() {
            return obstacle;
        }
    }

    /** A clause is not there to be bound to; nothing was changed. */
    public static final class UnknownClauseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownClauseException(String passageIds) {
            super(passageIds, null, false, false);
        }
    }
}
