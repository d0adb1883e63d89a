package wenju.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.Passage;

/**
 * Two editions of the same rules, clause against clause. Clauses are matched by what they say, in the order of both: a number
 * tells little, for an inserted article moves all that follow.
 *
 * @param pairs every clause of both once, in order
 */
record Comparison(List<Pair> pairs) {
    /** Below it two clauses are rather a new one and a dropped one than a changed one. */
    private static final double ALIKE = 0.35;

    /** Clauses longer than this are shown whole, not word by word: the comparison takes the product of both lengths. */
    private static final int MAX_LENGTH = 2_000;

    /** A word that survives between two changes is shown as changed too when it is shorter. */
    private static final int SHORTEST_KEPT = 2;

    private static final Pattern TOKEN = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|.", Pattern.DOTALL);

    public Comparison {
        pairs = List.copyOf(pairs);
    }

    /** A clause in both editions; null where an edition has none. */
    record Pair(@Nullable Passage older, @Nullable Passage newer) {
        boolean same() {
            return older != null && newer != null && older.text().equals(newer.text());
        }
    }

    /** What became of a run of text. */
    enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A run of text with one fate. */
    record Run(Fate fate, String text) {}

    static Comparison of(List<Passage> older, List<Passage> newer) {
        double[][] likeness = likeness(older, newer);
        double[][] best = new double[older.size() + 1][newer.size() + 1];
        for (int i = older.size() - 1; i >= 0; i--) {
            for (int j = newer.size() - 1; j >= 0; j--) {
                double matched = likeness[i][j] >= ALIKE ? likeness[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(matched, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        var pairs = new ArrayList<Pair>();
        int i = 0;
        int j = 0;
        while (i < older.size() || j < newer.size()) {
            boolean bothLeft = i < older.size() && j < newer.size();
            if (bothLeft && likeness[i][j] >= ALIKE && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pairs.add(new Pair(older.get(i++), newer.get(j++)));
            } else if (j == newer.size() || bothLeft && best[i][j] == best[i + 1][j]) {
                pairs.add(new Pair(older.get(i++), null));
            } else {
                pairs.add(new Pair(null, newer.get(j++)));
            }
        }
        return new Comparison(pairs);
    }

    /** How much two texts say alike, 0 to 1: the share of pairs of neighbouring characters that both have (Dice). */
    static double likeness(String a, String b) {
        return likeness(bigrams(a), bigrams(b));
    }

    /** How one text became the other. A reader who leaves out what was removed reads {@code newer}, and the other way round. */
    static List<Run> changes(String older, String newer) {
        if (older.length() > MAX_LENGTH || newer.length() > MAX_LENGTH) {
            return List.of(new Run(Fate.REMOVED, older), new Run(Fate.ADDED, newer));
        }
        return tidied(runs(tokens(older), tokens(newer)));
    }

    private static double[][] likeness(List<Passage> older, List<Passage> newer) {
        List<Map<String, Integer>> left =
                older.stream().map(passage -> bigrams(passage.text())).toList();
        List<Map<String, Integer>> right =
                newer.stream().map(passage -> bigrams(passage.text())).toList();
        double[][] likeness = new double[older.size()][newer.size()];
        for (int i = 0; i < older.size(); i++) {
            for (int j = 0; j < newer.size(); j++) {
                likeness[i][j] = likeness(left.get(i), right.get(j));
            }
        }
        return likeness;
    }

    private static double likeness(Map<String, Integer> a, Map<String, Integer> b) {
        int common = 0;
        for (Map.Entry<String, Integer> entry : a.entrySet()) {
            common += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
        }
        int both = total(a) + total(b);
        return both == 0 ? 0 : 2.0 * common / both;
    }

    private static int total(Map<String, Integer> bigrams) {
        return bigrams.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> bigrams(String text) {
        var bigrams = new HashMap<String, Integer>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            bigrams.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return bigrams;
    }

    /** Characters one by one, but a number whole: from 200 to 500 it is the number that changed, not its first digit. */
    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Length of the longest common subsequence of what follows each pair of places. */
    private static int[][] longestCommon(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static List<Run> runs(List<String> a, List<String> b) {
        int[][] length = longestCommon(a, b);
        var runs = new ArrayList<Run>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                append(runs, Fate.KEPT, a.get(i));
                i++;
                j++;
            } else if (j == b.size() || i < a.size() && length[i + 1][j] >= length[i][j + 1]) {
                append(runs, Fate.REMOVED, a.get(i));
                i++;
            } else {
                append(runs, Fate.ADDED, b.get(j));
                j++;
            }
        }
        return runs;
    }

    /** Puts what was removed before what was added within each change, and lets no single character stand between changes. */
    private static List<Run> tidied(List<Run> runs) {
        var tidied = new ArrayList<Run>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean inside = i > 0 && i < runs.size() - 1 && run.text().length() < SHORTEST_KEPT;
            if (run.fate() == Fate.KEPT && !inside) {
                flush(tidied, removed, added);
                tidied.add(run);
                continue;
            }
            if (run.fate() != Fate.ADDED) {
                removed.append(run.text());
            }
            if (run.fate() != Fate.REMOVED) {
                added.append(run.text());
            }
        }
        flush(tidied, removed, added);
        return Collections.unmodifiableList(tidied);
    }

    private static void flush(List<Run> tidied, StringBuilder removed, StringBuilder added) {
        if (!removed.isEmpty()) {
            tidied.add(new Run(Fate.REMOVED, removed.toString()));
        }
        if (!added.isEmpty()) {
            tidied.add(new Run(Fate.ADDED, added.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
    }

    private static void append(List<Run> runs, Fate fate, String text) {
        if (!runs.isEmpty() && runs.getLast().fate() == fate) {
            Run last = runs.removeLast();
            runs.add(new Run(fate, last.text() + text));
        } else {
            runs.add(new Run(fate, text));
        }
    }
}
