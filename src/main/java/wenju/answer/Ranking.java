package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import wenju.notice.Passage;
import wenju.notice.Validity;
import wenju.search.Candidate;

/**
 * From candidates to an order: a list of steps, each of which gets the candidates as the step before left them. A further
 * stage – trees, a model that an operator brings – is one more step of this list. Safe for use by several threads.
 */
final class Ranking {
    /** One stage of ranking: takes all candidates, gives them back with other scores, in another order, or fewer. */
    interface Step {
        List<Ranked> apply(Inquiry inquiry, Weights weights, List<Ranked> candidates);
    }

    /** Enough to order two notices that say the same, too little to hide the one that was asked for. Set by hand. */
    private static final double PAST = -0.1;

    /** More than all features together: who names a document wants that document. */
    private static final double NAMED = 100;

    /** 2.7 times as likely as the clause that has most words of a question about validity, which is hardly about words. */
    private static final double SURE = 1;

    private final Features features;
    private final Linear<Feature> linear;
    private final List<Step> steps = List.of(
            this::lookedAt,
            this::scored,
            this::namedFirst,
            this::pastNoticesLower,
            this::bestFirst,
            this::validityFirst);

    Ranking(Features features, Linear<Feature> linear) {
        this.features = features;
        this.linear = linear;
    }

    List<Ranked> rank(Inquiry inquiry, Weights weights, List<Candidate> candidates) {
        List<Ranked> ranked = candidates.stream().map(Ranked::unseen).toList();
        for (Step step : steps) {
            ranked = step.apply(inquiry, weights, ranked);
        }
        return ranked;
    }

    /** What a score is made of, what counts most first. */
    List<Excerpt.Reason> reasons(Ranked one) {
        var reasons = new ArrayList<Excerpt.Reason>();
        linear.contributions(one.shares()).forEach((feature, points) -> {
            if (points != 0) {
                reasons.add(new Excerpt.Reason(feature.called(), one.shares().get(feature), points));
            }
        });
        return Excerpt.Reason.mostFirst(reasons);
    }

    private List<Ranked> lookedAt(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        List<Candidate> bare = candidates.stream().map(Ranked::candidate).toList();
        List<Map<Feature, Double>> seen = features.of(inquiry, weights, bare);
        List<Map<Feature, Double>> shares = Features.sharesOfLargest(seen);
        var all = new ArrayList<Ranked>();
        for (int i = 0; i < bare.size(); i++) {
            all.add(new Ranked(bare.get(i), seen.get(i), shares.get(i), 0));
        }
        return all;
    }

    private List<Ranked> scored(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        return each(candidates, one -> one.plus(linear.of(one.shares())));
    }

    private List<Ranked> namedFirst(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        Naming naming = Naming.in(inquiry);
        return each(candidates, one -> one.plus(NAMED * naming.of(one.candidate())));
    }

    private List<Ranked> pastNoticesLower(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        return each(candidates, one -> isPast(one, inquiry) ? one.plus(PAST) : one);
    }

    private static boolean isPast(Ranked one, Inquiry inquiry) {
        Validity.Status status =
                one.candidate().head().standing().on(inquiry.day()).status();
        return status == Validity.Status.REPEALED || status == Validity.Status.EXPIRED;
    }

    private List<Ranked> bestFirst(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::passageId))
                .toList();
    }

    /** Of the notice that comes first; by how much is told in {@link #SURE}. */
    private List<Ranked> validityFirst(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        if (candidates.isEmpty() || !ValidityClause.isAsked(inquiry.asked())) {
            return candidates;
        }
        Ranked best = candidates.getFirst();
        String telling = ValidityClause.of(features.passages(best.noticeId()))
                .map(Passage::id)
                .orElse("");
        List<Ranked> lifted = each(
                candidates, one -> one.passageId().equals(telling) ? one.plus(best.score() + SURE - one.score()) : one);
        return bestFirst(inquiry, weights, lifted);
    }

    private static List<Ranked> each(List<Ranked> candidates, UnaryOperator<Ranked> change) {
        return candidates.stream().map(change).toList();
    }
}
