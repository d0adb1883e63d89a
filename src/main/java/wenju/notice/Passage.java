package wenju.notice;

import java.util.List;

/**
 * The smallest citable unit of a notice: an article, a numbered item, a paragraph, a table row, a list with its heading.
 *
 * @param id {@code <notice id>-<position>}, stable as long as the notice is
 * @param position place in the notice, from 0, without gaps
 * @param form what kind of unit this is
 * @param locator where it stands, as it is cited
 * @param headings the headings above it, outermost first, with their marks: {@code ["第三章 维护保养"]}; without the notice's
 *     title
 * @param leadIn what must be read before the text to understand it alone: the header row of a table, the sentence that
 *     opens an enumeration; it stands elsewhere in the notice too. Empty when the text needs nothing
 * @param text the passage as printed, repaired but not reworded; paragraphs and items parted by {@code \n}, cells of a
 *     table row by {@code \t}. Never blank
 * @param lines where it was read from in the gazette file
 */
public record Passage(
        String id,
        int position,
        Form form,
        Locator locator,
        List<String> headings,
        String leadIn,
        String text,
        Lines lines) {

    /** What kind of unit a passage is. */
    public enum Form {
        /** Title, number, date, addressee and the words before the first mark. */
        OPENING,
        /** An article, a numbered item, a paragraph. */
        CLAUSE,
        /** A row of a table; its lead-in is the header. */
        ROW,
        /** Names or units one after the other, or the cells of a table that could not be restored. */
        LIST
    }

    public Passage {
        if (position < 0) {
            throw new IllegalArgumentException("position " + position);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("passage " + id + " is blank");
        }
        headings = List.copyOf(headings);
    }
}
