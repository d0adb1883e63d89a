/**
 * Finding passages. Text becomes {@linkplain wenju.search.Terms terms} in {@link wenju.search.Analysis}, the same way when
 * it is indexed and when it is asked for; {@link wenju.search.Identifiers} takes document and article numbers out of a
 * question before that; {@link wenju.search.PassageIndex} is the seam to the engine, and {@link wenju.search.LuceneIndex}
 * the engine inside the process. {@link wenju.search.Fields} names every field of the index.
 *
 * <p>Flow: {@code notice + standing → Documents → Lucene index}, and {@code PassageQuery → LuceneQuery → FieldTerms → Generation →
 * candidates}, each with its {@linkplain wenju.search.Meanings meanings}, to be compared with that of what was asked where that is wanted; {@link
 * wenju.search.PassageIndex#nearest} looks for candidates by it. The index holds nothing the store does not and may be deleted at any time.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>2026-11: title, headings, lead-in and text are <em>one</em> text, indexed three times: words, pairs, single
 *       characters. Separate boosted title fields were refused: on 201 questions over five gazettes the prefix is 5.5
 *       points better at 1. Single characters at weight {@value wenju.search.LuceneQuery#UNIGRAMS} brought 8 points.
 *   <li>2026-11: terms are made by us, not by an analyser of the engine, so that another engine gets the same terms. BM25
 *       with k1 = 1.2 and b = 0.75; five other pairs made no difference.
 *   <li>2026-11: Lucene holds the terms and tells filters, {@link wenju.search.FieldTerms} sums scores over places that are kept
 *       in memory once read. A question has 65 terms, 14,000 places on the gazettes and 80,000 on 283 laws; preparing Lucene's
 *       scorers and skipping what cannot reach the first hundred cost more than adding all up: .65 ms to .13 a question, 1.18 to
 *       .30, and 5.3 to 2.3 on all 2,735 laws; the same candidates.
 *   <li>2026-11: numerals are made one by <em>additional</em> terms (五十元 also gives {@code 50} and {@code 50元}). Rewriting
 *       the text was refused: it would break words such as 一般 and 统一.
 *   <li>2026-11: {@link wenju.search.PassageIndex#vocabulary} gives the words of an index, read from its terms when first wanted
 *       and kept with the generation: at most {@value wenju.search.Vocabulary#MOST}, some ten megabytes. Pairs of characters are
 *       not in it, for there are ten times as many; whoever has a pair asks for its frequency.
 *   <li>2026-11: {@link wenju.search.MeaningModel} reads what passages and questions mean, a model of 24 MB that comes with
 *       the program as a library and runs on the processor, offline. Measured on the 201 questions, gazettes left out, when it read
 *       passages whole: hit@1 .726 to .781 (p = .01), everyday questions .578 to .678; two to three milliseconds a question. Refused:
 *       vectors of words distilled from it into a table of 11 MB, needing no native library (.741); the model of 95 MB. Where
 *       the native library does not run, words alone decide.
 *   <li>2026-11: it reads a passage {@linkplain wenju.search.Statements statement} by statement, and the title once; the whole lies in the
 *       middle of both ({@link wenju.search.Meanings}). That takes as long as reading each passage under its title did, and nothing is
 *       cut off after 192 characters; what it brings is told in {@code wenju.answer}. A passage takes three kilobytes more.
 *   <li>2026-11: the nearest in meaning are found by comparing all, roughly first ({@link wenju.search.Meaning#agreement}): .3 ms for two
 *       thousand passages, some 5 for 124,000, where comparing those in full takes 200; of the twenty nearest 98.7 in 100 are found,
 *       of the first five all. Lucene's graph of vectors was refused: it is built with every import, and two nodes that take notices in
 *       another order would find others.
 *   <li>2026-11: {@link wenju.search.WordPieces} is ours. DJL's tokenizer in Java takes Chinese characters for continuations
 *       of words; its native one brings 18 MB, unpacks itself into the home directory and asks the network where it runs.
 *   <li>2026-11: every application rewrites segments that hold deleted documents. Lucene counts those in its statistics
 *       until they are merged away, and two nodes at one revision would score differently; for the
 *       same reason merges run before the commit, not in the background. Costs the rewriting of those
 *       segments; to be reconsidered if an application ever takes longer than an editor will wait.
 *   <li>2026-11: a writer is opened for each application rather than kept. A failed application leaves the former commit,
 *       nothing else, and there is no half-written state to reason about.
 *   <li>2026-11: {@link wenju.search.RenewableIndex} builds an index anew in a directory aside and swaps by renaming a
 *       pointer, rather than emptying and refilling the one that answers in a single commit: a damaged index could not be
 *       emptied that way, and a kill would leave the work of minutes to be thrown away inside it. An index of another
 *       analysis answers meanwhile; one of other fields cannot be read.
 * </ul>
 */
@NullMarked
package wenju.search;

import org.jspecify.annotations.NullMarked;
