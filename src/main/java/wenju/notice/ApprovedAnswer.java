package wenju.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an editor wrote for a kind of question and another approved (标准答复), with the clauses that carry it. It holds as long
 * as they stand as they stood then.
 *
 * @param id public: {@code s1a2b3c4d5e6f}
 * @param edition the version that was approved
 * @param wordings questions of the kind, at least one
 * @param text plain, paragraphs parted by {@code \n}
 * @param clauses at least one
 * @param reviewOn the last day it is shown without being looked at again
 */
public record ApprovedAnswer(
        String id,
        int edition,
        List<String> wordings,
        String text,
        List<Clause> clauses,
        LocalDate approvedOn,
        LocalDate reviewOn) {

    /**
     * A clause as it stood when it was looked at.
     *
     * @param text with its lead-in, see {@link #textOf}
     * @param acts how many acts of other notices upon its notice were known
     */
    public record Clause(String passageId, String text, int acts) {
        public String noticeId() {
            return passageId.substring(0, passageId.lastIndexOf('-'));
        }

        public int position() {
            return Integer.parseInt(passageId.substring(passageId.lastIndexOf('-') + 1));
        }
    }

    /** A notice as it stands now. */
    public record Now(List<Passage> passages, Standing standing) {
        public Now {
            passages = List.copyOf(passages);
        }
    }

    /** Why an answer is shown no longer. */
    public enum Lapse {
        /** Its last day is over. */
        REVIEW_DUE("reviewDue"),
        /** A clause is no longer there, or was withdrawn. */
        GONE("gone"),
        /** A clause says something else. */
        CHANGED("changed"),
        /** A notice under it is repealed, expired or not yet in force. */
        NOT_IN_FORCE("notInForce"),
        /** Another notice has come to act upon one under it. */
        ACTED_UPON("actedUpon");

        private final String code;

        Lapse(String code) {
            this.code = code;
        }

        /** As contract and database have it. */
        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException when there is none */
        public static Lapse of(String code) {
            for (Lapse lapse : values()) {
                if (lapse.code.equals(code)) {
                    return lapse;
                }
            }
            throw new IllegalArgumentException("no lapse " + code);
        }
    }

    public ApprovedAnswer {
        wordings = List.copyOf(wordings);
        clauses = List.copyOf(clauses);
        if (wordings.isEmpty() || clauses.isEmpty()) {
            throw new IllegalArgumentException("approved answer " + id + " without wordings or clauses");
        }
    }

    /** The words of a clause: what must be read before it, then itself. */
    public static String textOf(Passage passage) {
        return passage.leadIn().isEmpty() ? passage.text() : passage.leadIn() + "\n" + passage.text();
    }

    /**
     * Why it does not hold on a day; empty when it does.
     *
     * @param notices those in sight, by id
     */
    public Optional<Lapse> lapse(Function<String, Optional<Now>> notices, LocalDate day) {
        if (day.isAfter(reviewOn)) {
            return Optional.of(Lapse.REVIEW_DUE);
        }
        return clauses.stream()
                .flatMap(clause -> lapse(clause, notices.apply(clause.noticeId()), day).stream())
                .findFirst();
    }

    private static Optional<Lapse> lapse(Clause clause, Optional<Now> now, LocalDate day) {
        if (now.isEmpty() || clause.position() >= now.get().passages().size()) {
            return Optional.of(Lapse.GONE);
        }
        if (!textOf(now.get().passages().get(clause.position())).equals(clause.text())) {
            return Optional.of(Lapse.CHANGED);
        }
        Standing standing = now.get().standing();
        return switch (standing.on(day).status()) {
            case REPEALED, EXPIRED, NOT_YET_EFFECTIVE -> Optional.of(Lapse.NOT_IN_FORCE);
            case IN_FORCE, PARTLY_AMENDED, UNKNOWN ->
                standing.acts().size() > clause.acts() ? Optional.of(Lapse.ACTED_UPON) : Optional.empty();
        };
    }
}
