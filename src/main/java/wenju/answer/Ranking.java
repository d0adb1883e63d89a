package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        List<Ranked> apply(Inquiry inquiry, List<Ranked> candidates);
    }

    /**
     * Where words alone give the best candidate this chance, meaning is not asked: that takes three times as long as all else and
     * changes next to nothing. Flat from .5 to .8; it spares six questions in ten.
     */
    private static final double SURE_BY_WORDS = 0.55;

    /** Enough to order two notices that say the same, too little to hide the one that was asked for. Set by hand. */
    private static final double PAST = -0.1;

    /** More than all features together: who names a document wants that document. */
    private static final double NAMED = 100;

    /** 2.7 times as likely as the clause that has most words of a question about validity, which is hardly about words. */
    private static final double SURE = 1;

    private final Features features;
    private final Linear<Feature> words;
    private final Linear<Feature> meaning;
    private final List<Step> steps =
            List.of(this::byMeaning, this::namedFirst, this::pastNoticesLower, this::bestFirst, this::validityFirst);

    /**
     * @param words weights of what is seen in words alone
     * @param meaning weights of the same and of {@link Feature#MEANING}
     */
    Ranking(Features features, Linear<Feature> words, Linear<Feature> meaning) {
        this.features = features;
        this.words = words;
        this.meaning = meaning;
    }

    /** @param byWords see {@link #byWords} */
    List<Ranked> rank(Inquiry inquiry, List<Ranked> byWords) {
        List<Ranked> ranked = byWords;
        for (Step step : steps) {
            ranked = step.apply(inquiry, ranked);
        }
        return ranked;
    }

    /** What a score is made of, what counts most first. */
    List<Excerpt.Reason> reasons(Ranked one) {
        var reasons = new ArrayList<Excerpt.Reason>();
        one.weights().contributions(one.shares()).forEach((feature, points) -> {
            if (points != 0) {
                reasons.add(new Excerpt.Reason(feature.called(), one.shares().get(feature), points));
            }
        });
        return Excerpt.Reason.mostFirst(reasons);
    }

    /** Candidates in their order, scored by words alone. */
    List<Ranked> byWords(Inquiry inquiry, Sought sought, List<Candidate> candidates) {
        List<Values<Feature>> seen = features.of(inquiry, sought, candidates);
        List<Values<Feature>> shares = Features.sharesOfLargest(seen);
        var all = new ArrayList<Ranked>();
        for (int i = 0; i < candidates.size(); i++) {
            all.add(new Ranked(candidates.get(i), seen.get(i), shares.get(i), words));
        }
        return all;
    }

    private List<Ranked> byMeaning(Inquiry inquiry, List<Ranked> candidates) {
        if (chanceOfBest(candidates) >= SURE_BY_WORDS) {
            return candidates;
        }
        List<Double> meanings = features.meanings(
                inquiry, candidates.stream().map(Ranked::candidate).toList());
        if (meanings.isEmpty()) {
            return candidates;
        }
        double largest = meanings.stream().mapToDouble(value -> value).max().orElse(0);
        var all = new ArrayList<Ranked>();
        for (int i = 0; i < meanings.size(); i++) {
            double value = meanings.get(i);
            all.add(candidates.get(i).seen(Feature.MEANING, value, largest == 0 ? 0 : value / largest, meaning));
        }
        return all;
    }

    private static double chanceOfBest(List<Ranked> candidates) {
        double best = candidates.stream().mapToDouble(Ranked::score).max().orElse(0);
        return 1
                / candidates.stream()
                        .mapToDouble(one -> Math.exp(one.score() - best))
                        .sum();
    }

    private List<Ranked> namedFirst(Inquiry inquiry, List<Ranked> candidates) {
        Naming naming = Naming.in(inquiry);
        return each(candidates, one -> one.plus(NAMED * naming.of(one.candidate())));
    }

    private List<Ranked> pastNoticesLower(Inquiry inquiry, List<Ranked> candidates) {
        return each(candidates, one -> isPast(one, inquiry) ? one.plus(PAST) : one);
    }

    private static boolean isPast(Ranked one, Inquiry inquiry) {
        Validity.Status status =
                one.candidate().head().standing().on(inquiry.day()).status();
        return status == Validity.Status.REPEALED || status == Validity.Status.EXPIRED;
    }

    private List<Ranked> bestFirst(Inquiry inquiry, List<Ranked> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::passageId))
                .toList();
    }

    /** Of the notice that comes first; by how much is told in {@link #SURE}. */
    private List<Ranked> validityFirst(Inquiry inquiry, List<Ranked> candidates) {
        if (candidates.isEmpty() || !ValidityClause.isAsked(inquiry.asked())) {
            return candidates;
        }
        Ranked best = candidates.getFirst();
        String telling = ValidityClause.of(features.passages(best.noticeId()))
                .map(Passage::id)
                .orElse("");
        List<Ranked> lifted = each(
                candidates, one -> one.passageId().equals(telling) ? one.plus(best.score() + SURE - one.score()) : one);
        return bestFirst(inquiry, lifted);
    }

    private static List<Ranked> each(List<Ranked> candidates, UnaryOperator<Ranked> change) {
        return candidates.stream().map(change).toList();
    }
}
