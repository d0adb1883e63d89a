/**
 * The words of the house as values: {@link wenju.notice.Notice 文件}, {@link wenju.notice.Passage 条文},
 * {@link wenju.notice.Locator 位置}, {@link wenju.notice.DocumentNumber 发文字号}, {@link wenju.notice.Validity 效力} and
 * {@link wenju.notice.Citation 引文}. Records only; no input, no output, nothing else of ours is used here.
 *
 * <p>A notice is cut into passages without remainder: every character of the notice that is not page furniture stands in
 * the {@linkplain wenju.notice.Passage#text() text} of exactly one passage, and the passages are in reading order. What a
 * passage needs from elsewhere to be understood alone (the header of its table row, the sentence that opens its list) is
 * its {@linkplain wenju.notice.Passage#leadIn() lead-in}, not a second copy in its text.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>2026-11: the id of a notice is a digest of what it <em>is</em> (its number, or failing that its issuer, title and
 *       date), not of where it was found, so that the same notice read from another file keeps its links. A passage id is
 *       the notice's id and the passage's position. Random ids were refused: links would die at every re-import.
 *   <li>2026-11: validity set by hand outweighs what the notices say, but for an end that comes after the day it was set: nobody
 *       knew of that repeal then, and “in force” must not outlive it. That it always wins was refused for that reason; who sets
 *       it anew overrules the repeal too. “Not yet effective” cannot be set, only the day that it follows from.
 *   <li>2026-11: what a validity rests on is a {@link wenju.notice.Ground} in parts, with a Chinese sentence for programs that want
 *       one; pages say it in their reader's language and quote the names. Translating the sentence on the page was refused: it would
 *       have to be taken apart again.
 * </ul>
 */
@NullMarked
package wenju.notice;

import org.jspecify.annotations.NullMarked;
