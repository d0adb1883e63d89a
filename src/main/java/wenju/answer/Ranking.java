package wenju.answer;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import wenju.notice.Passage;
import wenju.notice.Validity;
import wenju.search.Candidate;

/**
 * From candidates to an order: a list of steps, each of which gets the candidates as the step before left them. A learned
 * ranker is one more step of this list.
 */
final class Ranking {
    /** One stage of ranking: takes all candidates, gives them back with other scores, in another order, or fewer. */
    interface Step {
        List<Ranked> apply(Inquiry inquiry, Weights weights, List<Ranked> candidates);
    }

    /** Openings repeat the title and so match every question about it, yet seldom answer. Set by hand. */
    private static final double OPENING = 0.9;

    /** Enough to order two notices that say the same, too little to hide the one that was asked for. Set by hand. */
    private static final double PAST = 0.95;

    private static final List<Step> STEPS =
            List.of(Ranking::openingsLower, Ranking::pastNoticesLower, Ranking::bestFirst);

    private Ranking() {}

    static List<Ranked> rank(Inquiry inquiry, Weights weights, List<Candidate> candidates) {
        List<Ranked> ranked = candidates.stream()
                .map(candidate -> new Ranked(candidate, candidate.score()))
                .toList();
        for (Step step : STEPS) {
            ranked = step.apply(inquiry, weights, ranked);
        }
        return ranked;
    }

    private static List<Ranked> openingsLower(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        return each(
                candidates, one -> one.candidate().passage().form() == Passage.Form.OPENING ? one.times(OPENING) : one);
    }

    private static List<Ranked> pastNoticesLower(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        return each(candidates, one -> isPast(one, inquiry) ? one.times(PAST) : one);
    }

    private static boolean isPast(Ranked one, Inquiry inquiry) {
        Validity.Status status =
                one.candidate().head().standing().on(inquiry.day()).status();
        return status == Validity.Status.REPEALED || status == Validity.Status.EXPIRED;
    }

    private static List<Ranked> bestFirst(Inquiry inquiry, Weights weights, List<Ranked> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::passageId))
                .toList();
    }

    private static List<Ranked> each(List<Ranked> candidates, UnaryOperator<Ranked> change) {
        return candidates.stream().map(change).toList();
    }
}
