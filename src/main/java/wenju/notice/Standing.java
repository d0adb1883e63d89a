package wenju.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known that decides whether a notice is in force, from which its {@link Validity} on any day follows.
 *
 * @param effectiveOn first day in force as the notice says it; null when it does not
 * @param expiresOn last day in force (有效期至); null when no term is set
 * @param term in Chinese, for people, what sets the last day when the notice itself does not: a {@linkplain AssumedTerms
 *     default term}; empty when the notice says it, or nothing does
 * @param acts what other notices did to this one, oldest first
 * @param ruling what an editor decided by hand; null when nobody did
 */
public record Standing(
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        String term,
        List<Act> acts,
        @Nullable Ruling ruling) {
    private static final Set<Validity.Status> ENDED = Set.of(Validity.Status.REPEALED, Validity.Status.EXPIRED);

    /** A standing whose last day, if any, is the notice's own word, and that nobody decided by hand. */
    public Standing(@Nullable LocalDate effectiveOn, @Nullable LocalDate expiresOn, List<Act> acts) {
        this(effectiveOn, expiresOn, "", acts, null);
    }

    /**
     * A validity set by hand (人工核定), for which nothing that was read speaks.
     *
     * @param status not {@link Validity.Status#NOT_YET_EFFECTIVE}: that follows from the first day in force, which can be
     *     corrected, and would otherwise never end
     * @param since first day on which it holds; null for always
     * @param reason in Chinese, for people
     * @param on the day on which it was set
     */
    public record Ruling(Validity.Status status, @Nullable LocalDate since, String reason, LocalDate on) {
        public Ruling {
            if (status == Validity.Status.NOT_YET_EFFECTIVE || reason.isBlank()) {
                throw new IllegalArgumentException("a ruling of " + status + ", because: " + reason);
            }
        }

        private boolean covers(LocalDate day) {
            return since == null || !day.isBefore(since);
        }

        private boolean ends() {
            return ENDED.contains(status);
        }

        private Validity validity() {
            return new Validity(status, since, new Ground(Ground.Kind.RULED, reason, on));
        }
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
            @Nullable LocalDate on) {
        private boolean ends() {
            return kind == Relation.Kind.REPEALS || kind == Relation.Kind.REPLACES;
        }
    }

    /** Days from the first to the last, both included; {@link LocalDate#MIN} and {@link LocalDate#MAX} where nothing bounds it. */
    public record Span(LocalDate first, LocalDate last) {}

    public Standing {
        acts = List.copyOf(acts);
    }

    /**
     * The state on a day. A repeal outweighs a term that ran out, both outweigh an amendment; a notice that says nothing of
     * its own validity and that nothing is known of is {@link Validity.Status#UNKNOWN}. What was set by hand outweighs all of
     * it, but for an end that comes after the day on which it was set: whoever set it could not know of that.
     */
    public Validity on(LocalDate day) {
        if (ruling == null || !ruling.covers(day)) {
            return stated(day);
        }
        Validity end = endAfterRuling(day, ruling);
        return end == null ? ruling.validity() : end;
    }

    /** Whether the state on a day is the one set by hand. */
    public boolean ruledOn(LocalDate day) {
        return ruling != null && ruling.covers(day) && endAfterRuling(day, ruling) == null;
    }

    /** The state on a day by what the notices say, whatever was set by hand. */
    public Validity stated(LocalDate day) {
        Validity end = end(day, LocalDate.MIN);
        if (end != null) {
            return end;
        }
        if (effectiveOn != null && day.isBefore(effectiveOn)) {
            return new Validity(
                    Validity.Status.NOT_YET_EFFECTIVE, effectiveOn, Ground.on(Ground.Kind.BEGINS, effectiveOn));
        }
        for (Act act : acts) {
            if (act.kind() == Relation.Kind.AMENDS && begun(act.on(), day)) {
                return new Validity(
                        Validity.Status.PARTLY_AMENDED, act.on(), Ground.by(Ground.Kind.AMENDED, act.name()));
            }
        }
        return effectiveOn == null
                ? new Validity(Validity.Status.UNKNOWN, null, null)
                : new Validity(Validity.Status.IN_FORCE, Objects.requireNonNull(effectiveOn), null);
    }

    /**
     * The days on which nothing says that it is not in force: those that are neither before its first day nor after its end.
     * Where something set by hand follows an end after a while, the later stretch alone.
     */
    public Span holds() {
        LocalDate first = effectiveOn == null ? LocalDate.MIN : effectiveOn;
        LocalDate last = last(LocalDate.MIN);
        if (ruling == null) {
            return new Span(first, last);
        }
        LocalDate since = ruling.since() == null ? LocalDate.MIN : ruling.since();
        if (ruling.ends()) {
            return new Span(first, earlier(last, dayBefore(since)));
        }
        LocalDate later = last(ruling.on());
        if (later.isBefore(since)) {
            return new Span(first, last);
        }
        return new Span(last.isBefore(dayBefore(since)) ? since : earlier(first, since), later);
    }

    /** The stretches of days on which it is in a state, in order. */
    public List<Span> spans(Validity.Status status) {
        var turns = new TreeSet<LocalDate>();
        turns.add(LocalDate.MIN);
        Stream<@Nullable LocalDate> days = Stream.concat(
                Stream.of(
                        effectiveOn,
                        expiresOn == null ? null : expiresOn.plusDays(1),
                        ruling == null ? null : ruling.since()),
                acts.stream().map(Act::on));
        days.filter(Objects::nonNull).forEach(turns::add);
        var spans = new ArrayList<Span>();
        for (LocalDate first : turns) {
            LocalDate next = turns.higher(first);
            if (on(first).status() == status) {
                spans.add(new Span(first, next == null ? LocalDate.MAX : next.minusDays(1)));
            }
        }
        return spans;
    }

    private @Nullable Validity endAfterRuling(LocalDate day, Ruling set) {
        return set.ends() ? null : end(day, set.on());
    }

    /** The end that has begun on a day, and began after another; null when there is none. An undated one began before all. */
    private @Nullable Validity end(LocalDate day, LocalDate after) {
        for (Act act : acts) {
            if (act.ends() && begun(act.on(), day) && isAfter(act.on(), after)) {
                Ground.Kind how = act.kind() == Relation.Kind.REPEALS ? Ground.Kind.REPEALED : Ground.Kind.REPLACED;
                return new Validity(Validity.Status.REPEALED, act.on(), Ground.by(how, act.name()));
            }
        }
        if (expiresOn != null && day.isAfter(expiresOn) && isAfter(expiresOn.plusDays(1), after)) {
            Ground ground = term.isEmpty()
                    ? Ground.on(Ground.Kind.TERM, expiresOn)
                    : new Ground(Ground.Kind.ASSUMED_TERM, term, expiresOn);
            return new Validity(Validity.Status.EXPIRED, expiresOn.plusDays(1), ground);
        }
        return null;
    }

    /** The day before the first of those ends. */
    private LocalDate last(LocalDate after) {
        LocalDate last = expiresOn != null && isAfter(expiresOn.plusDays(1), after) ? expiresOn : LocalDate.MAX;
        for (Act act : acts) {
            if (act.ends() && isAfter(act.on(), after)) {
                last = earlier(last, act.on() == null ? LocalDate.MIN : dayBefore(act.on()));
            }
        }
        return last;
    }

    private static boolean isAfter(@Nullable LocalDate on, LocalDate after) {
        return on == null ? after.equals(LocalDate.MIN) : on.isAfter(after);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate dayBefore(LocalDate day) {
        return day.equals(LocalDate.MIN) ? day : day.minusDays(1);
    }

    private static boolean begun(@Nullable LocalDate on, LocalDate day) {
        return on == null || !day.isBefore(on);
    }
}
