package wenju.answer;

import java.util.Arrays;
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
    Values<Sign> of(Ranked one, int rank, List<Passage> passages, String shown) {
        Values<Sign> signs = Values.zeros(Sign.class);
        addClause(one, signs);
        signs.set(Sign.UNEXPLAINED, unexplainedBy.computeIfAbsent(one.noticeId(), id -> unexplainedBy(one, passages)));
        signs.set(Sign.UNEXPLAINED_HERE, unexplained.by(features.text(one.candidate())));
        signs.set(Sign.DETAIL_MISSING, lacksDetail(shown) ? 1.0 : 0);
        addRanking(one, signs);
        signs.set(Sign.RANK, Math.log(rank));
        return signs;
    }

    private boolean lacksDetail(String shown) {
        if (details.isEmpty()) {
            return false;
        }
        String told = Analysis.normal(shown);
        return details.stream().anyMatch(detail -> !detail.isTold(told));
    }

    private void addClause(Ranked one, Values<Sign> signs) {
        Values<Feature> seen = one.seen();
        signs.set(Sign.UNITS, seen.get(Feature.UNIT_SHARE));
        signs.set(Sign.PAIRS, seen.get(Feature.PAIR_SHARE));
        signs.set(Sign.KIND_TOLD, seen.get(Feature.KIND_TOLD));
        boolean yearAsked = !Look.years(inquiry.asked()).isEmpty();
        signs.set(Sign.YEAR_MISSING, yearAsked && seen.get(Feature.YEAR) == 0 ? 1.0 : 0);
    }

    /** Excerpts are often of one notice, and a notice may be long: each is searched once. */
    private double unexplainedBy(Ranked one, List<Passage> passages) {
        return unexplained.by(features.text(one.candidate().head(), passages));
    }

    private void addRanking(Ranked one, Values<Sign> signs) {
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
        signs.set(Sign.CHANCE, Math.exp(one.score() - best) / whole);
        signs.set(Sign.NOTICE_CHANCE, noticeSum / whole);
        signs.set(Sign.LEAD, Math.clamp(one.score() - rival, -FAR_AHEAD, FAR_AHEAD));
        signs.set(Sign.VOTES, (double) votes / VOTERS);
    }
}
