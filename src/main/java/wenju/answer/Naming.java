package wenju.answer;

import java.util.LinkedHashSet;
import java.util.Set;
import wenju.notice.DocumentNumber;
import wenju.search.Candidate;
import wenju.search.Identifiers;
import wenju.search.PassageQuery;

/**
 * The documents and places that a question names by number: “221号令第十八条”.
 *
 * @param documents keys of those it names now
 * @param earlier keys of those named earlier in the talk
 * @param places articles, chapters and attachments it names now
 */
record Naming(Set<String> documents, Set<String> earlier, Set<String> places) {
    static Naming in(Inquiry inquiry) {
        Identifiers now = Identifiers.of(inquiry.asked());
        var earlier = new LinkedHashSet<String>();
        for (PassageQuery.Part part : inquiry.parts()) {
            earlier.addAll(part.named().documents());
        }
        return new Naming(now.documents(), earlier, now.places());
    }

    boolean namesDocument() {
        return !documents.isEmpty();
    }

    /**
     * 2 when the candidate is the place named of the document named, 1 when it is of the document, otherwise 0. A document
     * of an earlier question counts only together with a place of this one (“……221号令……”, “第十九条呢”): alone it is a topic
     * that the talk may have left.
     */
    int of(Candidate candidate) {
        if (documents.isEmpty() && !leansOnEarlier()) {
            return 0;
        }
        boolean place =
                Identifiers.places(candidate.passage().locator()).stream().anyMatch(places::contains);
        if (isAmong(documents, candidate)) {
            return place ? 2 : 1;
        }
        return leansOnEarlier() && place && isAmong(earlier, candidate) ? 2 : 0;
    }

    private static boolean isAmong(Set<String> keys, Candidate candidate) {
        String number = candidate.head().documentNumber();
        return number != null
                && Identifiers.keys(new DocumentNumber(number)).stream().anyMatch(keys::contains);
    }

    /** Whether it is a place of a document that was named before. */
    boolean leansOnEarlier() {
        return documents.isEmpty() && !places.isEmpty() && !earlier.isEmpty();
    }

    /** Whether a number that is named stands in a text. */
    boolean isMentioned(String text) {
        String key = DocumentNumber.key(text);
        return documents.stream().anyMatch(key::contains);
    }
}
