package wenju.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import wenju.search.Filters;
import wenju.search.PassageQuery;

/**
 * A question as it was understood.
 *
 * @param asked what was typed, cleaned and without typing errors
 * @param corrections what was mended in it
 * @param content what is searched: {@code asked} without politeness and question words
 * @param earlier contents of the earlier questions, newest first
 * @param phrases everyday phrases in it with the official terms for each, in order
 * @param filters which notices count; {@code asOf} is the day
 * @param day the day that validity is told for
 * @param parts content and earlier contents as texts to look for with their weights
 */
record Inquiry(
        String asked,
        List<Correction> corrections,
        String content,
        List<String> earlier,
        Map<String, Set<String>> phrases,
        Filters filters,
        LocalDate day,
        List<PassageQuery.Part> parts) {
    /** Measured on 22 follow-ups: .25 finds 86 of 100 among five, .5 finds 95, .75 and 1 find all; .75 leads at 1. */
    static final float NEWEST = 0.75f;

    /** Each further question back counts half of the one after it: a talk moves on. */
    private static final float FADING = 0.5f;

    /** Half as many again bring nothing, on the gazettes as on 1,235 questions about laws, and cost half as much time again. */
    static final int CANDIDATES = 100;

    /** With them 99.5 of 100 right clauses are among the first fifty, without 97.5; the order is left to ranking. */
    private static final float OFFICIAL = 0.3f;

    Inquiry {
        corrections = List.copyOf(corrections);
        earlier = List.copyOf(earlier);
        parts = List.copyOf(parts);
    }

    /** Understands a question as it was typed. */
    static Inquiry of(Question question, Thesaurus thesaurus, LocalDate today) {
        return of(question, thesaurus, text -> new Spelling.Corrected(text, List.of()), today);
    }

    /**
     * Understands a question.
     *
     * @param today told when the question does not name a day
     */
    static Inquiry of(Question question, Thesaurus thesaurus, Spelling spelling, LocalDate today) {
        return question.verbatim()
                ? of(question, thesaurus, today)
                : of(question, thesaurus, text -> spelling.correct(text, thesaurus), today);
    }

    private static Inquiry of(
            Question question, Thesaurus thesaurus, Function<String, Spelling.Corrected> mend, LocalDate today) {
        LocalDate named = question.filters().asOf();
        LocalDate day = named == null ? today : named;
        Spelling.Corrected corrected = mend.apply(Wording.clean(question.text()));
        String asked = corrected.text();
        List<String> earlier = question.history().reversed().stream()
                .map(Wording::clean)
                .filter(text -> !Wording.isSmallTalk(text))
                .map(text -> Wording.content(mend.apply(text).text()))
                .toList();
        String content = Wording.content(asked);
        return new Inquiry(
                asked,
                corrected.corrections(),
                content,
                earlier,
                thesaurus.in(String.join("\n", asked, String.join("\n", earlier))),
                question.filters().on(day),
                day,
                parts(content, earlier));
    }

    /** The stand-alone question: earlier contents, oldest first, then what was asked. */
    String understoodAs() {
        var whole = new ArrayList<>(earlier.reversed());
        whole.add(asked);
        return String.join(" ", whole);
    }

    private static List<PassageQuery.Part> parts(String content, List<String> earlier) {
        var parts = new ArrayList<PassageQuery.Part>();
        parts.add(new PassageQuery.Part(content, 1));
        float weight = NEWEST;
        for (String text : earlier) {
            parts.add(new PassageQuery.Part(text, weight));
            weight *= FADING;
        }
        return parts;
    }

    /**
     * What is looked for, official terms included.
     *
     * @param phrases see {@link PassageQuery}
     */
    PassageQuery query(List<String> phrases) {
        var all = new ArrayList<>(parts);
        if (!this.phrases.isEmpty()) {
            Set<String> official = new LinkedHashSet<>();
            this.phrases.values().forEach(official::addAll);
            all.add(new PassageQuery.Part(String.join("\n", official), OFFICIAL));
        }
        if (ValidityClause.isAsked(asked)) {
            all.add(ValidityClause.WORDING);
        }
        return new PassageQuery(all, phrases, filters, CANDIDATES);
    }
}
