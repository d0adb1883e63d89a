package wenju.answer;

import java.util.List;
import wenju.notice.Citation;

/**
 * Text of the notices that answers, with its source.
 *
 * @param rank from 1
 * @param confidence 0 to 1: of the excerpts shown at 0.8, about 80 % are right
 * @param text word for word from the notice, at most {@value #MAX_LENGTH} characters (UTF-16 units): the cited passage,
 *     and as much of its section as there is room for
 * @param complete false when the passage goes on before or after the text
 * @param clause where in the text the cited passage stands
 * @param highlights the answering words, in order, not overlapping
 * @param citation names the passage
 */
public record Excerpt(
        int rank,
        double confidence,
        String text,
        boolean complete,
        Highlight clause,
        List<Highlight> highlights,
        Citation citation) {
    public static final int MAX_LENGTH = 600;

    /** A stretch of the text, {@code [start, end)} in UTF-16 units. */
    public record Highlight(int start, int end) {}

    public Excerpt {
        highlights = List.copyOf(highlights);
    }
}
