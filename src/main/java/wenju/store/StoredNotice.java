package wenju.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Relation;
import wenju.notice.Standing;

/**
 * A notice as the store holds it.
 *
 * @param notice with its passages
 * @param standing what decides its validity, other notices' acts included
 * @param links the notice's relations whose target is in the store
 * @param read what was read of its head, where editors corrected some of it; null where they did not
 */
public record StoredNotice(
        Notice notice,
        Standing standing,
        List<Link> links,
        @Nullable NoticeFacts read) {
    /** One that is as it was read. */
    public StoredNotice(Notice notice, Standing standing, List<Link> links) {
        this(notice, standing, links, null);
    }

    /**
     * A relation between two notices of the store.
     *
     * @param kind what this notice does to the other
     * @param noticeId id of the other
     * @param name how the other is called: its title in 《》 and number
     */
    public record Link(Relation.Kind kind, String noticeId, String name) {}

    public StoredNotice {
        links = List.copyOf(links);
    }

    /** The same without its text. */
    NoticeSummary summary() {
        return new NoticeSummary(
                notice.id(),
                notice.number(),
                notice.title(),
                notice.issuer(),
                notice.jurisdiction(),
                notice.kind(),
                notice.issuedOn(),
                notice.gazette(),
                standing);
    }
}
