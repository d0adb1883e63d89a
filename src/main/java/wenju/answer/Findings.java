package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wenju.notice.ApprovedAnswer;
import wenju.notice.Citation;
import wenju.notice.DocumentNumber;
import wenju.notice.Passage;
import wenju.search.Analysis;

/**
 * What was found for somebody who judges for themselves.
 *
 * @param understoodAs what was searched, after corrections
 * @param corrections what was searched instead of what was typed
 * @param chance that any notice answers, 0 to 1
 * @param sure whether that is enough to answer with, or every clause says a phrase that was asked for
 * @param clauses best first, at most {@value #MAX}
 */
public record Findings(
        String understoodAs, List<Correction> corrections, double chance, boolean sure, List<Finding> clauses) {
    /** Nobody reads on while a caller waits. */
    public static final int MAX = 100;

    /**
     * A clause.
     *
     * @param text the whole clause, word for word, with what must be read before it
     * @param highlights the words asked for, in order, not overlapping
     * @param kind of its notice, for example 通知
     * @param gazette name of the file its notice was read from
     * @param reasons what its place is made of, what counts most first
     */
    public record Finding(
            String text,
            List<Excerpt.Highlight> highlights,
            String kind,
            String gazette,
            Citation citation,
            List<Excerpt.Reason> reasons) {
        public Finding {
            highlights = List.copyOf(highlights);
            reasons = List.copyOf(reasons);
        }
    }

    public Findings {
        corrections = List.copyOf(corrections);
        clauses = List.copyOf(clauses);
    }

    /** Whether a clause says every phrase; full-width forms and spaces between Chinese characters make no difference. */
    static boolean says(Passage passage, List<String> phrases) {
        String text = Analysis.normal(ApprovedAnswer.textOf(passage));
        return phrases.stream().map(Analysis::normal).allMatch(text::contains);
    }

    /** Where phrases stand as they were typed. */
    static List<Excerpt.Highlight> marks(String text, List<String> phrases) {
        var marks = new ArrayList<Excerpt.Highlight>();
        int from = 0;
        while (from < text.length()) {
            int at = from;
            Optional<String> here = phrases.stream()
                    .filter(phrase -> text.startsWith(phrase, at))
                    .max(Comparator.comparingInt(String::length));
            here.ifPresent(phrase -> marks.add(new Excerpt.Highlight(at, at + phrase.length())));
            from += here.map(String::length).orElse(1);
        }
        return marks;
    }

    /** With the clauses of the document before all others when its number, and nothing else, was asked for. */
    static List<Ranked> ownFirst(String asked, List<Ranked> ranked) {
        Optional<String> number = DocumentNumber.parse(asked).map(DocumentNumber::text);
        if (number.isEmpty()) {
            return ranked;
        }
        var ordered = new ArrayList<>(ranked.stream()
                .filter(one -> number.get().equals(one.candidate().head().documentNumber()))
                .sorted(Comparator.comparingInt(one -> one.candidate().passage().position()))
                .toList());
        ranked.stream()
                .filter(one -> !number.get().equals(one.candidate().head().documentNumber()))
                .forEach(ordered::add);
        return ordered;
    }
}
