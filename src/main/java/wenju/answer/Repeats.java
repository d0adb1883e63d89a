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
    private final List<Set<String>> clauses = new ArrayList<>();

    /** Whether this passage of the notice stands in an excerpt already. */
    boolean holds(String noticeId, int position) {
        return shown.getOrDefault(noticeId, Set.of()).contains(position);
    }

    /** Whether an excerpt's clause says the same in the same words. */
    boolean says(Passage clause) {
        if (clauses.isEmpty()) {
            return false;
        }
        Set<String> pairs = pairs(clause);
        return pairs.size() >= TELLING && clauses.stream().anyMatch(other -> overlap(pairs, other) >= SAME);
    }

    void add(String noticeId, Passage clause, Stretch stretch) {
        Set<Integer> positions = shown.computeIfAbsent(noticeId, id -> new HashSet<>());
        for (int position = stretch.first(); position <= stretch.last(); position++) {
            positions.add(position);
        }
        clauses.add(pairs(clause));
    }

    private static Set<String> pairs(Passage clause) {
        return new HashSet<>(Analysis.grams(clause.text()).bigrams());
    }

    private static double overlap(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
