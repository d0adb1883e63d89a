package wenju.gazette;

import java.util.List;

/**
 * How the text of a gazette was laid out.
 *
 * @param form what a line of the file is
 * @param column usual width of a printed column, in half-width columns; 0 when not printed
 * @param margin usual left margin, in half-width columns; only of wrapped text
 * @param narrow whether lines are as short as lines of print, so that tables may stand there cell by cell
 */
record Shape(Form form, int column, int margin, boolean narrow) {

    /** What a line of the file is. */
    enum Form {
        /** A line of print, parted from the next by an empty line. */
        PRINTED,
        /** A line of print or typing, right under the one before; empty lines and indents part paragraphs. */
        WRAPPED,
        /** A paragraph, except where an old page end has cut one in two. */
        CLEAN,
        /** A paragraph for certain: the format of the file knows paragraphs. */
        WHOLE
    }

    private static final int WIDEST_PRINTED = 110;
    /** A line counts as full from this share of the column on: justified print and punctuation shorten it a little. */
    private static final double FULL = 0.85;
    /** Of the full lines of wrapped text half end in mid-sentence; of paragraphs that happen to be short hardly any. */
    private static final double MOSTLY = 0.5;

    private static final int FEWEST_FULL = 5;

    static Shape of(List<SourceLine> lines, GazetteText.Format format) {
        if (format.keepsParagraphs()) {
            return new Shape(Form.WHOLE, 0, 0, false);
        }
        int[] widths = lines.stream().mapToInt(SourceLine::width).sorted().toArray();
        if (widths.length == 0
                || widths[(int) ((widths.length - 1) * 0.99)] > WIDEST_PRINTED
                || format == GazetteText.Format.MARKDOWN) {
            return new Shape(Form.CLEAN, 0, 0, false);
        }
        long close = lines.stream()
                .filter(line -> line.before() == SourceLine.Gap.NONE)
                .count();
        if (close * 2 < lines.size()) {
            return new Shape(Form.PRINTED, widths[(int) ((widths.length - 1) * 0.75)], 0, true);
        }
        int column = widths[(int) ((widths.length - 1) * 0.95)];
        int full = 0;
        int cut = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).width() >= FULL * column) {
                full++;
                cut += isCut(lines.get(i), lines.get(i + 1)) ? 1 : 0;
            }
        }
        if (full < FEWEST_FULL || cut < MOSTLY * full) {
            return new Shape(Form.CLEAN, 0, 0, true);
        }
        int[] indents = lines.stream().mapToInt(SourceLine::indent).sorted().toArray();
        return new Shape(Form.WRAPPED, column, indents[indents.length / 10], true);
    }

    /** Whether a full line breaks off in a sentence: no stop at its end, no mark under it, and no list, which has no commas. */
    private static boolean isCut(SourceLine line, SourceLine next) {
        return next.before() == SourceLine.Gap.NONE
                && !Sentences.endsSentence(line.compact())
                && Mark.at(next.raw()).isEmpty()
                && (line.compact() + next.compact()).chars().anyMatch(c -> "，,。；、".indexOf(c) >= 0);
    }

    /** Whether a printed line reaches the end of its column, seen from the widest line of its paragraph so far. */
    boolean isFull(int width, int widestOfParagraph) {
        int column = Math.max(this.column, widestOfParagraph);
        return width >= FULL * column;
    }
}
