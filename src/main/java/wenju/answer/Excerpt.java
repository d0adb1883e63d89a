package wenju.answer;

import java.util.Comparator;
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
 * @param reasons what its place among the candidates is made of, what counts most first; empty unless asked for
 */
public record Excerpt(
        int rank,
        double confidence,
        String text,
        boolean complete,
        Highlight clause,
        List<Highlight> highlights,
        Citation citation,
        List<Reason> reasons) {
    public static final int MAX_LENGTH = 600;

    /** A stretch of the text, {@code [start, end)} in UTF-16 units. */
    public record Highlight(int start, int end) {}

    /**
     * One thing that ranking saw, or that confidence goes by.
     *
     * @param what in words, in Chinese: {@code 提问的双字在其中}
     * @param share how much of it, against the candidate that has most, 0 to 1
     * @param points what it adds to the score; 1 more makes a candidate 2.7 times as likely
     */
    public record Reason(String what, double share, double points) {
        static List<Reason> mostFirst(List<Reason> reasons) {
            return reasons.stream()
                    .sorted(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.points()))
                            .reversed())
                    .toList();
        }
    }

    public Excerpt {
        highlights = List.copyOf(highlights);
        reasons = List.copyOf(reasons);
    }

    /** Without reasons. */
    public Excerpt(
            int rank,
            double confidence,
            String text,
            boolean complete,
            Highlight clause,
            List<Highlight> highlights,
            Citation citation) {
        this(rank, confidence, text, complete, clause, highlights, citation, List.of());
    }
}
