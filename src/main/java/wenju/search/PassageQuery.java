package wenju.search;

import java.util.List;

/**
 * What to look for.
 *
 * @param parts texts to look for with their weights: the question itself at 1, earlier questions at less
 * @param phrases each must stand in the passage; the index only brings what holds their pairs, so whoever asks looks again
 * @param filters applied before ranking
 * @param limit most candidates wanted, at least 1
 */
public record PassageQuery(List<Part> parts, List<String> phrases, Filters filters, int limit) {
    /**
     * A text to look for, taken apart once for all who ask.
     *
     * @param weight above 0
     * @param terms of the text
     * @param named the document and article numbers in it
     */
    public record Part(String text, float weight, Terms terms, Identifiers named) {
        public Part(String text, float weight) {
            this(text, weight, Analysis.terms(text), Identifiers.of(text));
        }
    }

    /** Without phrases. */
    public PassageQuery(List<Part> parts, Filters filters, int limit) {
        this(parts, List.of(), filters, limit);
    }

    /** The same with another limit. */
    public PassageQuery atMost(int most) {
        return new PassageQuery(parts, phrases, filters, most);
    }

    public PassageQuery {
        parts = List.copyOf(parts);
        phrases = List.copyOf(phrases);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
