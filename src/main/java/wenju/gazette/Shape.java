package wenju.gazette;

import java.util.List;

/**
 * How the text of a gazette was laid out.
 *
 * @param printed whether every line of print is a line of the file; otherwise a line is a paragraph
 * @param column usual width of a printed column, in half-width columns; 0 when not printed
 */
record Shape(boolean printed, int column) {
    private static final int WIDEST_PRINTED = 110;
    /** A line counts as full from this share of the column on: justified print and punctuation shorten it a little. */
    private static final double FULL = 0.85;

    static Shape of(List<SourceLine> lines) {
        int[] widths = lines.stream().mapToInt(SourceLine::width).sorted().toArray();
        if (widths.length == 0) {
            return new Shape(false, 0);
        }
        int widest = widths[(int) ((widths.length - 1) * 0.99)];
        return widest <= WIDEST_PRINTED
                ? new Shape(true, widths[(int) ((widths.length - 1) * 0.75)])
                : new Shape(false, 0);
    }

    /** Whether a printed line reaches the end of its column, seen from the widest line of its paragraph so far. */
    boolean isFull(int width, int widestOfParagraph) {
        int column = Math.max(this.column, widestOfParagraph);
        return width >= FULL * column;
    }
}
