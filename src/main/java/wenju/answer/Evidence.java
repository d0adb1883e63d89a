package wenju.answer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wenju.notice.Passage;
import wenju.search.Analysis;

/** Collects the {@link Sign}s of one question's candidates. Belongs to one question. */
final class Evidence {
    private static final int VOTERS = 10;
    private static final double FAR_AHEAD = 3;

    private final Inquiry inquiry;
    private final List<Ranked> ranked;
    private final double whole;
    private final Features features;
    private final Unexplained unexplained;
    private final List<Detail> details;
    private final Map<String, Double> unexplainedBy = new HashMap<>();

    Evidence(Inquiry inquiry, List<Ranked> ranked, Features features) {
        this.features = features;
        this.inquiry = inquiry;
        this.unexplained = features.unexplained(inquiry);
        String asked = Analysis.normal(inquiry.asked());
        this.details = Arrays.stream(Detail.values())
                .filter(detail -> detail.isAsked(asked))
                .toList();
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
     * @param shown the text of the excerpt
     */
    Map<Sign, Double> of(Ranked one, int rank, List<Passage> passages, String shown) {
        var signs = new EnumMap<Sign, Double>(Sign.class);
        addClause(one, signs);
        signs.put(Sign.UNEXPLAINED, unexplainedBy.computeIfAbsent(one.noticeId(), id -> unexplainedBy(one, passages)));
        signs.put(Sign.UNEXPLAINED_HERE, unexplained.by(features.text(one.candidate())));
        signs.put(Sign.DETAIL_MISSING, lacksDetail(shown) ? 1.0 : 0);
        addRanking(one, signs);
        signs.put(Sign.RANK, Math.log(rank));
        return signs;
    }

    private boolean lacksDetail(String shown) {
        if (details.isEmpty()) {
            return false;
        }
        String told = Analysis.normal(shown);
        return details.stream().anyMatch(detail -> !detail.isTold(told));
    }

    private void addClause(Ranked one, Map<Sign, Double> signs) {
        Map<Feature, Double> seen = one.seen();
        signs.put(Sign.UNITS, seen.get(Feature.UNIT_SHARE));
        signs.put(Sign.PAIRS, seen.get(Feature.PAIR_SHARE));
        signs.put(Sign.KIND_TOLD, seen.get(Feature.KIND_TOLD));
        boolean yearAsked = !Look.years(inquiry.asked()).isEmpty();
        signs.put(Sign.YEAR_MISSING, yearAsked && seen.get(Feature.YEAR) == 0 ? 1.0 : 0);
    }

    /** Excerpts are often of one notice, and a notice may be long: each is searched once. */
    private double unexplainedBy(Ranked one, List<Passage> passages) {
        return unexplained.by(features.text(one.candidate().head(), passages));
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
