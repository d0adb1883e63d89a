package wenju.answer;

import java.util.Set;
import wenju.notice.Passage;
import wenju.search.Analysis;
import wenju.search.Units;

/**
 * A passage taken apart for ranking; depends on no question and so is made once.
 *
 * @param headings the headings above it and its lead-in
 * @param text the passage itself
 * @param normal headings, lead-in and text in normal form, to look for phrases in
 * @param pairs of headings, lead-in and text
 * @param tells which kinds of thing its wording tells
 */
record Reading(Units headings, Units text, String normal, Translations.Pairs pairs, Set<Kind> tells) {
    Reading {
        tells = Set.copyOf(tells);
    }

    static Reading of(Passage passage, Translations translations) {
        String above = String.join("\n", passage.headings()) + "\n" + passage.leadIn();
        Units headings = Analysis.units(above);
        Units text = Analysis.units(passage.text());
        return new Reading(
                headings,
                text,
                Analysis.normal(above + "\n" + passage.text()),
                translations.pairs(headings).and(translations.pairs(text)),
                Kind.toldBy(Analysis.normal(passage.leadIn() + "\n" + passage.text())));
    }
}
