package wenju.search;

import java.util.List;

/**
 * What to look for.
 *
 * @param parts texts to look for with their weights: the question itself at 1, earlier questions at less
 * @param filters applied before ranking
 * @param limit most candidates wanted, at least 1
 */
public record PassageQuery(List<Part> parts, Filters filters, int limit) {
    /**
     * A text to look for.
     *
     * @param weight above 0
     */
    public record Part(String text, float weight) {}

    public PassageQuery {
        parts = List.copyOf(parts);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
