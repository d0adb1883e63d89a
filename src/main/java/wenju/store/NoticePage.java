package wenju.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of notices.
 *
 * @param notices newest first, undated last, ties by id
 * @param next cursor of the following page; null when this is the last
 */
public record NoticePage(
        List<NoticeSummary> notices, @Nullable String next) {
    public NoticePage {
        notices = List.copyOf(notices);
    }
}
