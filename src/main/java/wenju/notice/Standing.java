package wenju.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything known that decides whether a notice is in force, from which its {@link Validity} on any day follows.
 *
 * @param effectiveOn first day in force as the notice says it; null when it does not
 * @param expiresOn last day in force (有效期至); null when no term is set
 * @param term in Chinese, for people, what sets the last day when the notice itself does not: a {@linkplain AssumedTerms
 *     default term}; empty when the notice says it, or nothing does
 * @param acts what other notices did to this one, oldest first
 */
public record Standing(
        @Nullable LocalDate effectiveOn, @Nullable LocalDate expiresOn, String term, List<Act> acts) {

    /** A standing whose last day, if any, is the notice's own word. */
    public Standing(@Nullable LocalDate effectiveOn, @Nullable LocalDate expiresOn, List<Act> acts) {
        this(effectiveOn, expiresOn, "", acts);
    }

    /**
     * What another notice did to this one.
     *
     * @param kind {@link Relation.Kind#REPEALS}, {@link Relation.Kind#REPLACES} or {@link Relation.Kind#AMENDS}
     * @param noticeId id of the other notice
     * @param name how the other is called: its title in 《》 and number
     * @param on first day on which it holds; null when unknown
     */
    public record Act(
            Relation.Kind kind,
            String noticeId,
            String name,
            @Nullable LocalDate on) {}

    public Standing {
        acts = List.copyOf(acts);
    }

    /**
     * The state on a day. A repeal outweighs a term that ran out, both outweigh an amendment; a notice that says nothing of
     * its own validity and that nothing is known of is {@link Validity.Status#UNKNOWN}.
     */
    public Validity on(LocalDate day) {
        for (Act act : acts) {
            if (act.kind() != Relation.Kind.AMENDS && act.kind() != Relation.Kind.CITES && begun(act.on(), day)) {
                String verb = act.kind() == Relation.Kind.REPEALS ? "废止" : "代替";
                return new Validity(Validity.Status.REPEALED, act.on(), "已被" + act.name() + verb);
            }
        }
        if (expiresOn != null && day.isAfter(expiresOn)) {
            return new Validity(Validity.Status.EXPIRED, expiresOn.plusDays(1), term + "有效期至" + expiresOn);
        }
        if (effectiveOn != null && day.isBefore(effectiveOn)) {
            return new Validity(Validity.Status.NOT_YET_EFFECTIVE, effectiveOn, "自" + effectiveOn + "起施行");
        }
        for (Act act : acts) {
            if (act.kind() == Relation.Kind.AMENDS && begun(act.on(), day)) {
                return new Validity(Validity.Status.PARTLY_AMENDED, act.on(), "已被" + act.name() + "修改");
            }
        }
        return effectiveOn == null
                ? new Validity(Validity.Status.UNKNOWN, null, null)
                : new Validity(Validity.Status.IN_FORCE, Objects.requireNonNull(effectiveOn), null);
    }

    private static boolean begun(@Nullable LocalDate on, LocalDate day) {
        return on == null || !day.isBefore(on);
    }
}
