/**
 * From the file of a gazette (公报) to notices cut into passages. Two doors in: {@link wenju.gazette.GazetteText} takes the
 * text out of a file of any format, {@link wenju.gazette.GazetteReader} reads it. One door out: {@link wenju.gazette.Gazette},
 * which {@link wenju.gazette.ReadingReport} prints for people.
 *
 * <pre>
 * bytes ─ FileSignature ─┬─ Encodings ─ (MarkdownText | HtmlText) ─┐
 *         what it is     ├─ WordText, WordNumbers, CellGrid ───────┼─ Classification ─ GazetteText
 *                        └─ PdfText, PrintedPage ──────────────────┘  no secrets
 *
 * text ─ SourceLine ─ PageFurniture ─ NoticeHeads ─ Paragraphs ─ Outline ─ PassageCutter ─ Notice
 *        lines        page numbers,   where each     lines put    the tree   passages       with dates (Validities)
 *                     running heads   notice begins  together     of marks,                 and Relations
 *                                                                 Subheadings
 *
 * notices ─ Doubts ─ warnings
 * </pre>
 *
 * <p>A gazette comes in one of four {@linkplain wenju.gazette.Shape shapes}: printed pages, where a line of the file is a line
 * of print; wrapped text, where such lines stand close together and indents part paragraphs; clean text, where it is a
 * paragraph that old page ends have cut in places; or paragraphs that are whole because the format knows them. In the first
 * three the question is the same: does this line begin a paragraph? Two things decide it: whether it carries a mark that
 * continues the numbering ({@link wenju.gazette.Numbering}), and whether the paragraph before it is over
 * ({@link wenju.gazette.Paragraphs}). Where neither tells, the gazette itself is asked which characters usually stand together
 * ({@link wenju.gazette.Seams}). Tables are known by their bars ({@link wenju.gazette.BarredTable}), by a head over lines of
 * as many words ({@link wenju.gazette.SpacedTable}), by their row numbers ({@link wenju.gazette.PrintedTable}) or by their
 * figures ({@link wenju.gazette.FigureTable}).
 *
 * <p>Nothing is reworded. With white space removed and NFKC applied, the passages of a gazette joined are its text without
 * the page furniture, {@linkplain wenju.gazette.PrintedContents contents} and {@linkplain wenju.gazette.Particulars boxes}
 * of web pages; a test holds every gazette at hand to that.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>2026-11: rules over the shape of lines, no dictionary and no learned model. On the four gazettes they find all 66
 *       notices and lose nothing; a model would have to beat that and explain itself. We would change our mind for scans
 *       without a text layer.
 *   <li>2026-11: a passage is at most 550 characters. Measured: 300 and 150 lose four to five points at the first place, and
 *       an excerpt of 600 characters holds one passage with its lead-in.
 *   <li>2026-11: list marks count only in sequence (the first, the next, or the one after). A looser rule took
 *       {@code 2. 5 平均浓度} for an item, a stricter one broke at every number the print left out. An article may stand any
 *       number ahead when it begins as articles do; of 2,735 laws the articles of 2,730 then agree with a plain count.
 *   <li>2026-11: bytes tell the format and the encoding, names do not; only Markdown looks like text and needs its name. A
 *       refused file is a checked exception with a reason, because every caller has a person to tell.
 *   <li>2026-11: columns of a PDF are found from where the characters stand. The order in the file was refused (programs write
 *       it as they like), the order by position too (it reads across columns).
 *   <li>2026-11: of a file that carries a title and no numbered head the whole is one notice of that title; of plain text
 *       nothing is assumed, and the report says that no notice was recognised.
 *   <li>2026-11: two columns of names side by side are read in the order of print, each name with its post, not down the left
 *       column first: passages are in the order of the source, and nobody asks for the order of names.
 *   <li>2026-11: what a notice does to another is read up to the next document that is not named in one breath. The whole
 *       sentence was refused: 根据《甲》，《乙》同时废止 repealed both.
 *   <li>2026-11: properties are tried on seeded generators in plain JUnit; jqwik does not run on JUnit 6.
 *   <li>2026-11: an explanation of a notice (政策解读) and the month's events (大事记) are read as documents of their own,
 *       without number and often without date. Left to the notice before them they were cited under its number.
 *   <li>2026-11: where nothing is left of a line but an article or an item of a list that ends without a mark, the next line
 *       is its end. A subtitle without a comma looks the same: joined is only what ends with a word that no title ends
 *       with, or says that somebody must or may.
 *   <li>2026-11: a table of spaces needs a head that is known by its words or by figures under it. Equally many words in lines
 *       that follow each other were refused alone: lists of names and posts look like that and are read as lists.
 *   <li>2026-11: {@code 附件2：名单} begins an attachment only when neither a date, nor another attachment, nor the outline going
 *       on stands close below; then it is announced. Numbers under {@code 附件：1.} are no items of the outline.
 *   <li>2026-11: a heading without a mark is believed where the numbering begins again under it; a bare line over text is not.
 *   <li>2026-11: the title of an enclosed document is known from 印发《甲》的通知; nothing is joined with it but its own rest.
 *       Its looks alone were refused: a title without a mark reads like the beginning of the sentence under it. Where the
 *       print sets articles one behind the other in a paragraph, the next number behind a full stop begins one.
 *   <li>2026-11: a title over the history of a regulation, （…令第35号公布）, begins a notice, as collections print them; under a
 *       notice 关于 something it stands over what that notice encloses. Who signs is the issuer only when neither title,
 *       letterhead nor number tells it.
 *   <li>2026-11: a document's own table of contents is left out, as page furniture is: every heading of it is printed again. Kept
 *       as passages it was found for every question that names a chapter.
 *   <li>2026-11: the box that a government page prints over a document (索引号, 发文字号 …) is read for what the document does
 *       not say itself and left out; its date gives way to the signature's, for sites confuse the days of writing and of
 *       publication. A box without 索引号 was refused: 文号 and 名称 head tables too.
 *   <li>2026-11: no record patterns in this repository. The formatter runs inside Maven, on whatever JDK runs Maven, and on
 *       17 it cannot read them.
 * </ul>
 */
@NullMarked
package wenju.gazette;

import org.jspecify.annotations.NullMarked;
