/**
 * The door of the house: the command line ({@link wenju.Wenju}), the configuration ({@link wenju.Configuration}), and the
 * wiring of the rooms. Nothing here knows how a gazette is read, a passage is found or a page is drawn.
 *
 * <p>A command reads the configuration, opens the rooms it needs through {@code Rooms}, and closes them in reverse whatever
 * happens. {@code Service} is the one that stays: database, index, HTTP; then {@code Importer} takes the gazettes into the
 * store and {@code IndexFollower} takes the store into the index, and goes on following.
 *
 * <p>Two kinds of trouble end a command: {@link wenju.ConfigurationException} (exit code 2) and
 * {@link wenju.OperatorException} or {@link wenju.store.StoreException} (exit code 1). Their message is one Chinese line for
 * whoever typed the command; the cause goes to the log at debug. One bad gazette is neither: it is counted and named in the
 * {@link wenju.ImportReport}, and the rest goes on.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>2026-11, about the whole: data flows one way, gazette → notice → passages → store → index → question → answer → page,
 *       and the packages follow it; an architecture test holds the arrows. A layout by technical layer (model, service,
 *       controller) was refused: one change to the product would touch all of them.
 *   <li>2026-11, about the whole: PostgreSQL is the only truth and every index follows it by revision, rather than importer and
 *       index being written together: a second node, a rebuilt index and a missed write are then the same case. The price
 *       is a moment until an import by another process is found: the store wakes those who listen, and they ask every
 *       second as well, because a connection can be dead without anybody noticing. How long the moment is, {@code
 *       FollowingBenchmark} tells: most of it goes into telling what each passage is about, some 15 ms of a core.
 *   <li>2026-11, about the whole: no text is generated. What is shown is what a notice says, so that every sentence can be
 *       followed back. We would have to see questions that no clause answers alone to think again.
 *   <li>2026-11: being told to stop is the good end of {@code serve}, with exit code 0; Java's own, 143, looks like a failure to
 *       what supervises it. Commands that were stopped half way keep that one.
 *   <li>2026-11: the shipped {@code config/wenju.yaml} is itself read, and is the list of keys; a second list in code would
 *       drift. A configuration library was refused: three layers of scalars are a page of code, and ours can name the line.
 *   <li>2026-11: pages and API open before the import, so that a probe can tell a slow start from a dead process.
 *   <li>2026-11: a gazette that has left the directory keeps its notices. The directory is what to take in, not what there
 *       is: other gazettes come by {@code import}.
 *   <li>2026-11: with an outside database away at the start, the index of an earlier run answers, degraded, and import and
 *       migration follow when it is back; without such an index the start fails and says why. The carried database is
 *       ours to start, so its absence is always a failure.
 *   <li>2026-11: a node takes at most four imports over HTTP at a time, the one under way included, and refuses others for a few
 *       seconds: their files wait in memory, 32 MiB each at most. Counting in the database was refused: it is this node's
 *       memory, and other nodes have room.
 *   <li>2026-11: tests wait for what they expect for as long as a busy machine may need, minutes if it must be; what a clock has to
 *       show is set in the database or in the page, not slept for. How fast something is on a quiet machine, benchmarks tell.
 * </ul>
 */
@NullMarked
package wenju;

import org.jspecify.annotations.NullMarked;
