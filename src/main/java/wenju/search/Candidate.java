package wenju.search;

import org.jspecify.annotations.Nullable;
import wenju.notice.Passage;

/**
 * A passage that the index found.
 *
 * @param passage the whole passage
 * @param head the notice it belongs to
 * @param score at least 0, higher is better; comparable only within one search
 * @param meanings of the passage; null where no model could tell when it was indexed
 */
public record Candidate(
        Passage passage,
        IndexedNotice.Head head,
        double score,
        @Nullable Meanings meanings) {
    /** Of the passage as a whole; see {@link Meaning#likeness}. 0 where it cannot be told. */
    public double likeness(Meaning other) {
        return meanings == null ? 0 : meanings.whole().likeness(other);
    }

    /** Of the statement in it that is most alike; 0 where it cannot be told. */
    public double closest(Meaning other) {
        return meanings == null ? 0 : meanings.closest(other);
    }
}
