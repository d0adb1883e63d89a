package wenju.store;

import java.util.List;
import java.util.Set;

/**
 * What an import of a gazette would do to its notices.
 *
 * @param added ids of those that are not stored
 * @param changed ids of those that are stored otherwise, or as printed in another file
 * @param unchanged how many are stored as they are
 * @param removed those that the file no longer prints, nor any other
 * @param withdrawn ids of those that stay out of sight
 */
public record ImportForecast(
        Set<String> added, Set<String> changed, int unchanged, List<Removed> removed, Set<String> withdrawn) {
    /** @param name as {@link wenju.notice.Notice#name()} says it */
    public record Removed(String noticeId, String name) {}

    public ImportForecast {
        added = Set.copyOf(added);
        changed = Set.copyOf(changed);
        removed = List.copyOf(removed);
        withdrawn = Set.copyOf(withdrawn);
    }

    public ImportCounts counts() {
        return new ImportCounts(added.size(), changed.size(), removed.size(), unchanged);
    }
}
