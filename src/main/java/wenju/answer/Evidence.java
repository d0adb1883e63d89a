package wenju.answer;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wenju.notice.Passage;
import wenju.search.Analysis;

/** Collects the {@link Sign}s of one question's candidates. Belongs to one question. */
final class Evidence {
    private static final int VOTERS = 10;
    private static final double FAR_AHEAD = 3;

    private final Inquiry inquiry;
    private final Weights weights;
    private final List<Ranked> ranked;
    private final double whole;
    private final Function<Passage, Reading> readings;
    private final Map<String, Double> notices = new HashMap<>();

    Evidence(Inquiry inquiry, Weights weights, List<Ranked> ranked, Function<Passage, Reading> readings) {
        this.readings = readings;
        this.inquiry = inquiry;
        this.weights = weights;
        this.ranked = ranked;
        double best = ranked.isEmpty() ? 0 : ranked.getFirst().score();
        this.whole =
                ranked.stream().mapToDouble(one -> Math.exp(one.score() - best)).sum();
    }

    /**
     * The signs for one candidate.
     *
     * @param rank its place among the excerpts, from 1
     * @param passages of its notice
     */
    Map<Sign, Double> of(Ranked one, int rank, List<Passage> passages) {
        var signs = new EnumMap<Sign, Double>(Sign.class);
        addClause(one, signs);
        signs.put(Sign.NOTICE_WORDS, wordsWithinNotice(one, passages));
        addRanking(one, signs);
        signs.put(Sign.RANK, Math.log(rank));
        signs.put(Sign.LENGTH, Math.log(1 + weights.unigrams().size()));
        return signs;
    }

    private void addClause(Ranked one, Map<Sign, Double> signs) {
        Map<Feature, Double> seen = one.seen();
        signs.put(Sign.UNITS, seen.get(Feature.UNIT_SHARE));
        signs.put(Sign.PAIRS, seen.get(Feature.PAIR_SHARE));
        signs.put(Sign.SENTENCE, (seen.get(Feature.SENTENCE_UNITS) + seen.get(Feature.SENTENCE_PAIRS)) / 2);
        signs.put(Sign.KIND_TOLD, seen.get(Feature.KIND_TOLD));
        boolean yearAsked = !Look.years(inquiry.asked()).isEmpty();
        signs.put(Sign.YEAR_MISSING, yearAsked && seen.get(Feature.YEAR) == 0 ? 1.0 : 0);
        double all = weights.whole();
        signs.put(
                Sign.STRENGTH,
                all == 0 ? 0 : Math.min(FAR_AHEAD, one.candidate().score() / all));
    }

    /** Excerpts are often of one notice, and a notice may be long: each is searched once. */
    private double wordsWithinNotice(Ranked one, List<Passage> passages) {
        return notices.computeIfAbsent(one.noticeId(), id -> {
            String text = passages.stream()
                    .map(passage -> readings.apply(passage).normal())
                    .collect(Collectors.joining(
                            "\n", Analysis.normal(one.candidate().head().title()) + "\n", ""));
            return weights.wordsWithin(text);
        });
    }

    private void addRanking(Ranked one, Map<Sign, Double> signs) {
        double best = ranked.getFirst().score();
        double rival = ranked.stream()
                .filter(other -> !other.noticeId().equals(one.noticeId()))
                .mapToDouble(Ranked::score)
                .findFirst()
                .orElse(one.score() - FAR_AHEAD);
        double noticeSum = ranked.stream()
                .filter(other -> other.noticeId().equals(one.noticeId()))
                .mapToDouble(other -> Math.exp(other.score() - best))
                .sum();
        List<Ranked> first = ranked.subList(0, Math.min(VOTERS, ranked.size()));
        long votes = first.stream()
                .filter(other -> other.noticeId().equals(one.noticeId()))
                .count();
        signs.put(Sign.CHANCE, Math.exp(one.score() - best) / whole);
        signs.put(Sign.NOTICE_CHANCE, noticeSum / whole);
        signs.put(Sign.LEAD, Math.clamp(one.score() - rival, -FAR_AHEAD, FAR_AHEAD));
        signs.put(Sign.VOTES, (double) votes / VOTERS);
    }
}
