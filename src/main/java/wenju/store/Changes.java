package wenju.store;

import java.util.List;

/**
 * What an index that follows the store has to take in, all of it or nothing.
 *
 * @param notices added or changed, or acted upon by a notice that was; complete, in the order of change
 * @param removedIds ids of notices that are gone
 * @param revision where the index stands after taking this in; to be asked with next
 * @param more whether more has changed after {@code revision}
 */
public record Changes(List<StoredNotice> notices, List<String> removedIds, long revision, boolean more) {
    public Changes {
        notices = List.copyOf(notices);
        removedIds = List.copyOf(removedIds);
    }
}
