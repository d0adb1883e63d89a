package wenju.gazette;

import java.util.List;

/**
 * How the text of a gazette was laid out.
 *
 * @param form what a line of the file is
 * @param column usual width of a printed column, in half-width columns; 0 when not printed
 */
record Shape(Form form, int column) {

    /** What a line of the file is. */
    enum Form {
        /** A line of print. */
        PRINTED,
        /** A paragraph, except where an old page end has cut one in two. */
        CLEAN,
        /** A paragraph for certain: the format of the file knows paragraphs. */
        WHOLE
    }

    private static final int WIDEST_PRINTED = 110;
    /** A line counts as full from this share of the column on: justified print and punctuation shorten it a little. */
    private static final double FULL = 0.85;

    static Shape of(List<SourceLine> lines, GazetteText.Format format) {
        if (format.keepsParagraphs()) {
            return new Shape(Form.WHOLE, 0);
        }
        int[] widths = lines.stream().mapToInt(SourceLine::width).sorted().toArray();
        if (widths.length == 0) {
            return new Shape(Form.CLEAN, 0);
        }
        int widest = widths[(int) ((widths.length - 1) * 0.99)];
        return widest <= WIDEST_PRINTED && format != GazetteText.Format.MARKDOWN
                ? new Shape(Form.PRINTED, widths[(int) ((widths.length - 1) * 0.75)])
                : new Shape(Form.CLEAN, 0);
    }

    boolean printed() {
        return form == Form.PRINTED;
    }

    /** Whether a printed line reaches the end of its column, seen from the widest line of its paragraph so far. */
    boolean isFull(int width, int widestOfParagraph) {
        int column = Math.max(this.column, widestOfParagraph);
        return width >= FULL * column;
    }
}
