package wenju.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the desk sees it, in sight or not.
 *
 * @param stored as it counts, with what was corrected
 * @param withdrawnFor why it is out of sight; null when it is in sight
 * @param correction null when nothing was ever corrected
 * @param versions what it said before, oldest first
 */
public record NoticeDossier(
        StoredNotice stored,
        @Nullable String withdrawnFor,
        @Nullable NoticeCorrection correction,
        List<NoticeVersion> versions) {
    public NoticeDossier {
        versions = List.copyOf(versions);
    }

    /** What was read. */
    public NoticeFacts read() {
        return correction == null ? NoticeFacts.of(stored.notice()) : correction.read();
    }

    /** The version that a change is meant for, see {@link StaleException}. */
    public int version() {
        return correction == null ? 0 : correction.version();
    }
}
