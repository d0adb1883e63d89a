package wenju.answer;

import java.util.Set;
import wenju.notice.Passage;
import wenju.search.Analysis;
import wenju.search.Units;

/**
 * A passage taken apart for ranking; depends on the passage alone and so is made once.
 *
 * @param headings the headings above it and its lead-in
 * @param text the passage itself
 * @param normal headings, lead-in and text in normal form, to look for phrases in
 * @param tells which kinds of thing its wording tells
 */
record Reading(Units headings, Units text, String normal, Set<Kind> tells) {
    Reading {
        tells = Set.copyOf(tells);
    }

    static Reading of(Passage passage) {
        String above = String.join("\n", passage.headings()) + "\n" + passage.leadIn();
        return new Reading(
                Analysis.units(above),
                Analysis.units(passage.text()),
                Analysis.normal(above + "\n" + passage.text()),
                Kind.toldBy(Analysis.normal(passage.leadIn() + "\n" + passage.text())));
    }
}
