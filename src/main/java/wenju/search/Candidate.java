package wenju.search;

import org.jspecify.annotations.Nullable;
import wenju.notice.Passage;

/**
 * A passage that the index found.
 *
 * @param passage the whole passage
 * @param head the notice it belongs to
 * @param score at least 0, higher is better; comparable only within one search
 * @param meaning of the passage; null where it was not read
 */
public record Candidate(
        Passage passage,
        IndexedNotice.Head head,
        double score,
        @Nullable Meaning meaning) {
    /** See {@link Meaning#likeness}; 0 where it cannot be told. */
    public double likeness(Meaning other) {
        return meaning == null ? 0 : meaning.likeness(other);
    }
}
