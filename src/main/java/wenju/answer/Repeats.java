package wenju.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wenju.notice.Passage;
import wenju.search.Analysis;
import wenju.search.Units;

/** What one answer has shown already, so that nothing is shown twice. Belongs to one question; not shared by threads. */
final class Repeats {
    /** Share of common pairs from which two clauses say the same; printed twice or taken over into a later notice. */
    private static final double SAME = 0.9;

    /** Clauses with fewer pairs than this are alike by chance: 本办法自发布之日起施行. */
    private static final int TELLING = 20;

    private final Map<String, Set<Integer>> shown = new HashMap<>();
    private final List<Said> clauses = new ArrayList<>();

    private final Function<Passage, Said> saying;

    /** With what clauses say worked out each time. */
    Repeats() {
        this(Said::of);
    }

    /**
     * With what clauses say known already.
     *
     * @param saying gives what {@link Said#of} does
     */
    Repeats(Function<Passage, Said> saying) {
        this.saying = saying;
    }

    /**
     * What a clause says: two that name different amounts or terms contradict one another, however like their words.
     *
     * @param pairs codes of its pairs of neighbouring units, each once, in ascending order
     */
    record Said(long[] pairs, Set<String> amounts) {
        static Said of(Passage clause) {
            Units text = Analysis.units(clause.text());
            long[] pairs = IntStream.range(1, text.size())
                    .filter(i -> Units.isUnit(text.at(i - 1)) && Units.isUnit(text.at(i)))
                    .mapToLong(i -> Sought.key(text.at(i - 1), text.at(i)))
                    .sorted()
                    .distinct()
                    .toArray();
            return new Said(pairs, amounts(clause.text()));
        }

        private static Set<String> amounts(String text) {
            return Sentence.amountsIn(text).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
        }

        boolean isSame(Said other) {
            int fewer = Math.min(pairs.length, other.pairs.length);
            int more = Math.max(pairs.length, other.pairs.length);
            return fewer >= SAME * more && amounts.equals(other.amounts) && overlap(pairs, other.pairs) >= SAME;
        }
    }

    /** Whether this passage of the notice stands in an excerpt already. */
    boolean holds(String noticeId, int position) {
        return shown.getOrDefault(noticeId, Set.of()).contains(position);
    }

    /** Whether an excerpt's clause says the same in the same words. */
    boolean says(Passage clause) {
        if (clauses.isEmpty()) {
            return false;
        }
        Said said = saying.apply(clause);
        return said.pairs().length >= TELLING && clauses.stream().anyMatch(said::isSame);
    }

    void add(String noticeId, Passage clause, Stretch stretch) {
        Set<Integer> positions = shown.computeIfAbsent(noticeId, id -> new HashSet<>());
        for (int position = stretch.first(); position <= stretch.last(); position++) {
            positions.add(position);
        }
        clauses.add(saying.apply(clause));
    }

    private static double overlap(long[] one, long[] other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            common += one[i] == other[j] ? 1 : 0;
            boolean oneIsBehind = one[i] <= other[j];
            j += other[j] <= one[i] ? 1 : 0;
            i += oneIsBehind ? 1 : 0;
        }
        return (double) common / (one.length + other.length - common);
    }
}
