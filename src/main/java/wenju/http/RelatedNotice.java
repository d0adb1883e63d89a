package wenju.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.notice.Relation;
import wenju.notice.Standing;
import wenju.store.StoredNotice;

/**
 * What a notice has to do with another, seen from the one that is read.
 *
 * @param kind as the contract names it: {@code repeals}, {@code repealedBy} …
 * @param noticeId id of the other; null when the store does not hold it
 * @param name how the other is called
 * @param on first day on which it holds; null when unknown
 */
record RelatedNotice(
        String kind,
        @Nullable String noticeId,
        String name,
        @Nullable LocalDate on) {
    /** Names of editions share 人民政府, the subject and the type; below this they rather share the city alone. */
    private static final double SAME_RULES = 0.45;

    /** What was done to the notice first, then what it does, each as the notice tells it; nothing twice. */
    static List<RelatedNotice> of(StoredNotice stored) {
        var related = new ArrayList<RelatedNotice>();
        for (Standing.Act act : stored.standing().acts()) {
            related.add(new RelatedNotice(passiveKind(act.kind()), act.noticeId(), act.name(), act.on()));
        }
        for (Relation relation : stored.notice().relations()) {
            Optional<StoredNotice.Link> link = stored.links().stream()
                    .filter(candidate -> candidate.kind() == relation.kind()
                            && candidate.name().contains(relation.target()))
                    .findFirst();
            related.add(new RelatedNotice(
                    activeKind(relation.kind()),
                    link.map(StoredNotice.Link::noticeId).orElse(null),
                    link.map(StoredNotice.Link::name).orElse(name(relation)),
                    relation.from()));
        }
        return related.stream().distinct().toList();
    }

    /** Its address in the reader; null when the store does not hold it. */
    @Nullable
    String url() {
        return noticeId == null ? null : "/notices/" + noticeId;
    }

    /** {@link #url}, of one that the store holds. */
    String address() {
        return Objects.requireNonNull(url(), "the store does not hold it");
    }

    /** Whether the other came before the one that is read. */
    boolean isOlder() {
        return kind.equals("repeals") || kind.equals("replaces");
    }

    /**
     * Whether the other is an earlier or later edition of the same rules: one took the other's place and they are called alike.
     * A decision that repeals many notices is an edition of none of them.
     *
     * @param title of the notice that is read
     */
    boolean isEditionOf(String title) {
        boolean displaced = isOlder() || kind.equals("repealedBy") || kind.equals("replacedBy");
        return noticeId != null && displaced && Comparison.likeness(title, titleIn(name)) >= SAME_RULES;
    }

    /** {@code 《title》（number） → title} */
    private static String titleIn(String name) {
        int end = name.lastIndexOf('》');
        return name.startsWith("《") && end > 0 ? name.substring(1, end) : name;
    }

    private static String name(Relation relation) {
        if (relation.targetTitle().isEmpty()) {
            return relation.target();
        }
        String title = "《" + relation.targetTitle() + "》";
        return relation.target().equals(relation.targetTitle()) ? title : title + "（" + relation.target() + "）";
    }

    private static String activeKind(Relation.Kind kind) {
        return switch (kind) {
            case REPEALS -> "repeals";
            case REPLACES -> "replaces";
            case AMENDS -> "amends";
            case CITES -> "cites";
        };
    }

    private static String passiveKind(Relation.Kind kind) {
        return switch (kind) {
            case REPEALS -> "repealedBy";
            case REPLACES -> "replacedBy";
            case AMENDS -> "amendedBy";
            case CITES -> "citedBy";
        };
    }
}
