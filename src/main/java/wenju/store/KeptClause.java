package wenju.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.notice.Passage;
import wenju.notice.Validity;

/**
 * A clause that somebody at the desk used lately or pinned.
 *
 * @param title of its notice, as it was then; so are locator, text and status
 * @param text with its lead-in, see {@link ApprovedAnswer#textOf}
 * @param usedAt when it was last opened, copied or pinned
 * @param notice as it stands now; null when it is not in sight
 */
public record KeptClause(
        String passageId,
        String title,
        String locator,
        String text,
        Validity.Status status,
        boolean pinned,
        Instant usedAt,
        @Nullable StoredNotice notice) {

    /** What has become of a clause since. */
    public enum Change {
        /** It is no longer there, or its notice was withdrawn. */
        GONE("gone"),
        /** It says something else. */
        CHANGED("changed"),
        /** Its notice was repealed or has expired. */
        ENDED("ended");

        private final String code;

        Change(String code) {
            this.code = code;
        }

        /** As the contract has it. */
        public String code() {
            return code;
        }
    }

    /** The clause as it stands now; empty when it is gone. */
    public Optional<Passage> passage() {
        return notice == null ? Optional.empty() : in(notice, passageId);
    }

    /** What has become of it up to a day; empty when it stands as it stood. */
    public Optional<Change> change(LocalDate day) {
        Optional<Passage> passage = passage();
        if (passage.isEmpty()) {
            return Optional.of(Change.GONE);
        }
        Validity.Status now = Objects.requireNonNull(notice).standing().on(day).status();
        boolean ended = now == Validity.Status.REPEALED || now == Validity.Status.EXPIRED;
        if (ended && now != status) {
            return Optional.of(Change.ENDED);
        }
        return ApprovedAnswer.textOf(passage.get()).equals(text) ? Optional.empty() : Optional.of(Change.CHANGED);
    }

    /** Id of the notice that a passage id tells: {@code 0f0e0d0c0b0a-3 → 0f0e0d0c0b0a}. */
    static String noticeId(String passageId) {
        return passageId.substring(0, passageId.lastIndexOf('-'));
    }

    static Optional<Passage> in(StoredNotice notice, String passageId) {
        return notice.notice().passages().stream()
                .filter(passage -> passage.id().equals(passageId))
                .findFirst();
    }
}
