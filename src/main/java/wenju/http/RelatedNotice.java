package wenju.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.notice.Relation;
import wenju.notice.Standing;
import wenju.store.StoredNotice;

/**
 * What a notice has to do with another, seen from the one that is read.
 *
 * @param kind as the contract names it: {@code repeals}, {@code repealedBy} …
 * @param label for people: 废止了, 被废止
 * @param noticeId id of the other; null when the store does not hold it
 * @param name how the other is called
 * @param on first day on which it holds; null when unknown
 */
record RelatedNotice(
        String kind,
        String label,
        @Nullable String noticeId,
        String name,
        @Nullable LocalDate on) {

    /** What was done to the notice first, then what it does, each as the notice tells it; nothing twice. */
    static List<RelatedNotice> of(StoredNotice stored) {
        var related = new ArrayList<RelatedNotice>();
        for (Standing.Act act : stored.standing().acts()) {
            related.add(new RelatedNotice(
                    passiveKind(act.kind()), passiveLabel(act.kind()), act.noticeId(), act.name(), act.on()));
        }
        for (Relation relation : stored.notice().relations()) {
            Optional<StoredNotice.Link> link = stored.links().stream()
                    .filter(candidate -> candidate.kind() == relation.kind()
                            && candidate.name().contains(relation.target()))
                    .findFirst();
            related.add(new RelatedNotice(
                    activeKind(relation.kind()),
                    activeLabel(relation.kind()),
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

    private static String activeLabel(Relation.Kind kind) {
        return switch (kind) {
            case REPEALS -> "废止";
            case REPLACES -> "代替";
            case AMENDS -> "修改";
            case CITES -> "引用";
        };
    }

    private static String passiveLabel(Relation.Kind kind) {
        return "被" + activeLabel(kind);
    }
}
