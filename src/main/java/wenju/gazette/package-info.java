/**
 * From the text of a gazette (公报) to notices cut into passages. One door in: {@link wenju.gazette.GazetteReader}.
 *
 * <pre>
 * text ─ SourceLine ─ PageFurniture ─ NoticeHeads ─ Paragraphs ─ Outline ─ PassageCutter ─ Notice
 *        lines        page numbers,   where each     lines put    the tree   passages       with dates
 *                     running heads   notice begins  together     of marks                  and relations
 * </pre>
 *
 * <p>A gazette comes in one of two {@linkplain wenju.gazette.Shape shapes}: printed pages, where a line of the file is a line
 * of print, or clean text, where it is a paragraph that old page ends have cut in places. In both the question is the same:
 * does this line begin a paragraph? Two things decide it: whether it carries a mark that continues the numbering
 * ({@link wenju.gazette.Numbering}), and whether the paragraph before it is over ({@link wenju.gazette.Paragraphs}).
 * Where neither tells, the gazette itself is asked which characters usually stand together ({@link wenju.gazette.Seams}).
 *
 * <p>Nothing is reworded. With white space removed and NFKC applied, the passages of a gazette joined are its text without
 * the page furniture; a test holds every gazette at hand to that.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>2026-11: rules over the shape of lines, no dictionary and no learned model. On the four gazettes they find all 66
 *       notices and lose nothing; a model would have to beat that and explain itself. We would change our mind for scans
 *       without a text layer.
 *   <li>2026-11: a passage is at most 550 characters. Measured: 300 and 150 lose four to five points at the first place, and
 *       an excerpt of 600 characters holds one passage with its lead-in.
 *   <li>2026-11: list marks count only in sequence (the first, the next, or the one after). A looser rule took
 *       {@code 2. 5 平均浓度} for an item, a stricter one broke at every number the print left out.
 *   <li>2026-11: no record patterns in this repository. The formatter runs inside Maven, on whatever JDK runs Maven, and on
 *       17 it cannot read them.
 * </ul>
 */
@NullMarked
package wenju.gazette;

import org.jspecify.annotations.NullMarked;
