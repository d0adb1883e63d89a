package wenju.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenju.notice.Passage;
import wenju.search.Analysis;

/** What one answer has shown already, so that nothing is shown twice. Belongs to one question; not shared by threads. */
final class Repeats {
    /** Share of common pairs from which two clauses say the same; printed twice or taken over into a later notice. */
    private static final double SAME = 0.9;

    /** Clauses with fewer pairs than this are alike by chance: 本办法自发布之日起施行. */
    private static final int TELLING = 20;

    private final Map<String, Set<Integer>> shown = new HashMap<>();
    private final List<Said> clauses = new ArrayList<>();

    /** What a clause says: two that name different amounts or terms contradict one another, however like their words. */
    private record Said(Set<String> pairs, Set<String> amounts) {
        static Said of(Passage clause) {
            return new Said(new HashSet<>(Analysis.grams(clause.text()).bigrams()), Highlights.amounts(clause.text()));
        }

        boolean isSame(Said other) {
            return amounts.equals(other.amounts) && overlap(pairs, other.pairs) >= SAME;
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
        Said said = Said.of(clause);
        return said.pairs().size() >= TELLING && clauses.stream().anyMatch(said::isSame);
    }

    void add(String noticeId, Passage clause, Stretch stretch) {
        Set<Integer> positions = shown.computeIfAbsent(noticeId, id -> new HashSet<>());
        for (int position = stretch.first(); position <= stretch.last(); position++) {
            positions.add(position);
        }
        clauses.add(Said.of(clause));
    }

    private static double overlap(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
