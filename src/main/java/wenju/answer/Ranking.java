package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import wenju.notice.Passage;
import wenju.notice.Validity;
import wenju.search.Candidate;
import wenju.search.PassageQuery;

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
     * Where words alone give the best candidate this chance, meaning is not asked: that takes twice as long as all else and
     * changes next to nothing. It is no better at .9; at .55 it is asked by one question in ten fewer, and on gazettes that taught
     * nothing three points are lost at 1 and five at 5.
     */
    private static final double SURE_BY_WORDS = 0.7;

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
            List.of(this::namedFirst, this::pastNoticesLower, this::bestFirst, this::validityFirst);

    /**
     * @param words weights of what is seen in words alone
     * @param meaning weights of the same and of {@link Feature#OF_MEANING}
     */
    Ranking(Features features, Linear<Feature> words, Linear<Feature> meaning) {
        this.features = features;
        this.words = words;
        this.meaning = meaning;
    }

    /**
     * All steps, after meaning has been asked where words leave doubt.
     *
     * @param query that brought the candidates
     * @param byWords see {@link #byWords}
     */
    List<Ranked> rank(Inquiry inquiry, Sought sought, PassageQuery query, List<Ranked> byWords) {
        List<Ranked> ranked = byMeaning(inquiry, sought, query, byWords);
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
        return scored(candidates, features.of(inquiry, sought, candidates), words);
    }

    private List<Ranked> byMeaning(Inquiry inquiry, Sought sought, PassageQuery query, List<Ranked> byWords) {
        if (chanceOfBest(byWords) >= SURE_BY_WORDS) {
            return byWords;
        }
        List<Candidate> found = byWords.stream().map(Ranked::candidate).toList();
        return features.meaning(inquiry)
                .map(asked -> {
                    List<Candidate> all = features.withNearest(found, query, asked);
                    return scored(all, features.of(inquiry, sought, all, asked), meaning);
                })
                .orElse(byWords);
    }

    private static List<Ranked> scored(
            List<Candidate> candidates, List<Values<Feature>> seen, Linear<Feature> weights) {
        List<Values<Feature>> shares = Features.sharesOfLargest(seen);
        var all = new ArrayList<Ranked>();
        for (int i = 0; i < candidates.size(); i++) {
            all.add(new Ranked(candidates.get(i), seen.get(i), shares.get(i), weights));
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
