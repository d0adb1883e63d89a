package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wenju.notice.Passage;
import wenju.search.Candidate;
import wenju.search.Filters;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;

/**
 * Whole questions for what somebody has begun to type: made by rule from clauses, headings and titles of the notices at hand,
 * so each leads somewhere; never from what other people asked.
 */
final class Completions {
    private static final int MOST = 6;
    private static final int LOOKED_AT = 60;

    /** Of the pairs of neighbouring characters typed, the share that a completion must hold: one of the three in 停车收费. */
    private static final double ENOUGH = 0.3;

    private static final int LONGEST = 60;

    private Completions() {}

    /** At most six, those that hold most of what was typed first; empty for less than two characters. */
    static List<String> of(String typed, PassageIndex index) {
        String content = Wording.content(Wording.clean(typed)).replace(" ", "");
        if (content.length() < 2) {
            return List.of();
        }
        var query = new PassageQuery(List.of(new PassageQuery.Part(content, 1)), Filters.NONE, LOOKED_AT);
        Map<String, Double> held = new LinkedHashMap<>();
        for (Candidate candidate : index.search(query)) {
            for (String completion : completions(candidate)) {
                held.putIfAbsent(completion, held(content, completion));
            }
        }
        return held.entrySet().stream()
                .filter(entry -> entry.getValue() >= ENOUGH
                        && entry.getKey().length() <= LONGEST
                        && !entry.getKey().equals(typed))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> completions(Candidate candidate) {
        String title = Suggestions.called(candidate.head().title());
        Passage passage = candidate.passage();
        var completions = new ArrayList<String>();
        Suggestions.question(title, passage).ifPresent(completions::add);
        for (String heading : passage.headings().reversed()) {
            completions.add("《" + title + "》" + heading);
        }
        completions.add("《" + title + "》");
        return completions;
    }

    /** The share of the pairs of neighbouring characters of {@code typed} that stand in {@code completion}, 0 to 1. */
    private static double held(String typed, String completion) {
        int pairs = typed.length() - 1;
        int held = 0;
        for (int i = 0; i < pairs; i++) {
            if (completion.contains(typed.substring(i, i + 2))) {
                held++;
            }
        }
        return (double) held / pairs;
    }
}
