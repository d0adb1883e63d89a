package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wenju.notice.AssumedTerms;
import wenju.notice.Notice;
import wenju.notice.Validity;

/**
 * The notices in PostgreSQL: the truth from which every index is derived. Safe for use by several threads. A database that
 * is away or refuses a statement is a failed future with the driver's cause.
 */
public final class NoticeStore {
    /** Changes handed out at a time when the caller names no number; some megabytes of text. */
    public static final int CHANGES_AT_A_TIME = 500;

    private static final NoticeFilter EVERYTHING =
            new NoticeFilter(null, null, null, null, null, NoticeFilter.MAX_LIMIT, null);

    private final Pool pool;
    private final String readerVersion;
    private final AssumedTerms terms;

    /** A store that assumes no term of its own. */
    public NoticeStore(Database database, String readerVersion) {
        this(database, readerVersion, AssumedTerms.NONE);
    }

    /**
     * @param readerVersion version of the reader that makes the notices; a gazette that another version read counts as not
     *     held, so that it is read anew
     * @param terms assumed for notices that name none themselves; an index keeps what was assumed when it was made
     */
    public NoticeStore(Database database, String readerVersion, AssumedTerms terms) {
        this.pool = database.pool();
        this.readerVersion = readerVersion;
        this.terms = terms;
    }

    /** Succeeds when the database answers. */
    public Future<Void> ping() {
        return pool.query(Sql.PING).execute().mapEmpty();
    }

    /** The number of the last change; 0 when nothing was ever stored. It only grows. */
    public Future<Long> revision() {
        return pool.preparedQuery(Sql.REVISION)
                .execute()
                .map(rows -> rows.iterator().next().getLong("number"));
    }

    /**
     * Whether this very content of the file is already stored, read by this version of the reader.
     *
     * @param gazette name of the file
     * @param digest of its content
     */
    public Future<Boolean> holds(String gazette, String digest) {
        return pool.preparedQuery(Sql.HOLDS)
                .execute(Tuple.of(gazette, digest, readerVersion))
                .map(rows -> rows.size() > 0);
    }

    /**
     * Puts the file's notices in place of what was stored of it, in one transaction: all or nothing. Imports follow one
     * another, also those of other processes. Of a notice that several files print, the last import is kept; when that file
     * drops it the notice stays, and the other files count as {@linkplain #holds not held} until they are imported again.
     *
     * <p>What is replaced or removed is kept as a {@linkplain #versions version}. The future succeeds only after everything is
     * on disk.
     *
     * @param actor who imports, for the audit
     * @return fails with a {@link StoreException} when two notices share an id, or the database is away or refuses one
     * @throws IllegalArgumentException when a notice is of another gazette or its passages are not numbered from 0 on
     */
    public Future<ImportCounts> save(String gazette, String digest, List<Notice> notices, Actor actor) {
        Map<String, Notice> byId;
        try {
            byId = GazetteImport.byId(gazette, notices);
        } catch (StoreException e) {
            return Future.failedFuture(e);
        }
        return pool.withTransaction(
                        connection -> new GazetteImport(connection, gazette, byId, actor).run(digest, readerVersion))
                .recover(cause -> Future.failedFuture(new StoreException("公报 " + gazette + " 未能入库，已整件撤回", cause)));
    }

    /** What {@link #save} would do now; nothing is stored. Fails and throws as that does. */
    public Future<ImportForecast> forecast(String gazette, List<Notice> notices) {
        Map<String, Notice> byId;
        try {
            byId = GazetteImport.byId(gazette, notices);
        } catch (StoreException e) {
            return Future.failedFuture(e);
        }
        return pool.withConnection(connection -> connection
                .begin()
                .compose(transaction -> new GazetteImport(connection, gazette, byId, Actor.PROGRAM)
                        .forecast()
                        .eventually(transaction::rollback)));
    }

    /**
     * Takes a notice out of sight: it is no longer found, listed, indexed or counted as acting on others, until it is
     * {@linkplain #restore restored}, whatever is imported meanwhile.
     *
     * @param reason for the audit
     * @return whether it was in sight
     */
    public Future<Boolean> withdraw(String id, String reason, Actor actor) {
        return pool.withTransaction(connection -> new NoticeSight(connection, id, actor).withdraw(reason));
    }

    /**
     * Brings a withdrawn notice back.
     *
     * @return whether it was withdrawn
     */
    public Future<Boolean> restore(String id, Actor actor) {
        return pool.withTransaction(connection -> new NoticeSight(connection, id, actor).restore());
    }

    /**
     * Corrects by hand what was read of a notice, and its validity, in place of what was corrected before. What counts is
     * then otherwise everywhere, and stays so whatever is imported; what it said before is kept as a version.
     *
     * @param version that was seen, see {@link NoticeDossier#version}
     * @return empty when the notice is not stored; fails with a {@link StaleException} when somebody else was faster
     */
    public Future<Optional<NoticeDossier>> correct(String id, int version, NoticeCorrection.Draft draft, Actor actor) {
        return pool.withTransaction(connection -> connection
                .query(Sql.LOCK_REVISION)
                .execute()
                .map(rows -> rows.iterator().next().getLong("number") + 1)
                .compose(revision -> new NoticeRows(connection, terms)
                        .stored(List.of(id))
                        .compose(found -> found.isEmpty()
                                ? Future.succeededFuture()
                                : new Corrections(connection, terms)
                                        .change(found.getFirst(), version, draft, revision, actor)))
                .compose(done -> dossier(connection, id)));
    }

    /** Takes back whatever was corrected: the notice is as it was read. Otherwise as {@link #correct}. */
    public Future<Optional<NoticeDossier>> takeBack(String id, int version, Actor actor) {
        return correct(id, version, NoticeCorrection.Draft.NONE, actor);
    }

    /** A notice as the desk sees it, also when it is withdrawn; empty when it is not stored. */
    public Future<Optional<NoticeDossier>> dossier(String id) {
        return pool.withTransaction(
                connection -> connection.query(Sql.READ_ONE_STATE).execute().compose(set -> dossier(connection, id)));
    }

    private Future<Optional<NoticeDossier>> dossier(SqlConnection connection, String id) {
        var rows = new NoticeRows(connection, terms);
        return rows.stored(List.of(id))
                .compose(stored -> rows.withdrawnFor(id)
                        .compose(reason -> rows.corrections(List.of(id))
                                .compose(corrections -> rows.versions(id)
                                        .map(versions -> stored.stream()
                                                .map(notice -> new NoticeDossier(
                                                        notice, reason.orElse(null), corrections.get(id), versions))
                                                .findFirst()))));
    }

    /**
     * Tells other systems which notices have expired since the day up to which that was told. Told once, whichever node
     * asks, also for days on which nobody asked. The first time nothing is told.
     *
     * @return how many
     */
    public Future<Integer> tellExpired(LocalDate today) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(Sql.BEGIN_EXPIRY_CHECK)
                .execute(Tuple.of(today))
                .compose(begun -> connection.query(Sql.LOCK_EXPIRY_CHECK).execute())
                .map(rows -> rows.iterator().next().getLocalDate("day"))
                .compose(told -> told.isBefore(today)
                        ? expired(new NoticeRows(connection, terms), told, today, null, new ArrayList<>())
                                .compose(events -> Outbox.add(connection, events)
                                        .compose(done -> connection
                                                .preparedQuery(Sql.SET_EXPIRY_CHECK)
                                                .execute(Tuple.of(today)))
                                        .map(events.size()))
                        : Future.succeededFuture(0)));
    }

    private static Future<List<OutboxEvent>> expired(
            NoticeRows rows, LocalDate told, LocalDate today, @Nullable Cursor after, List<OutboxEvent> events) {
        int batch = NoticeFilter.MAX_LIMIT;
        return rows.list(EVERYTHING, after, batch).compose(notices -> {
            for (NoticeSummary notice : notices) {
                Validity now = notice.standing().on(today);
                if (now.status() == Validity.Status.EXPIRED
                        && notice.standing().on(told).status() != Validity.Status.EXPIRED) {
                    events.add(OutboxEvent.expired(notice, now));
                }
            }
            return notices.size() < batch
                    ? Future.succeededFuture(events)
                    : expired(rows, told, today, Cursor.after(notices.getLast()), events);
        });
    }

    /** What a notice said before, oldest first; not what it says now. Withdrawn and removed notices have theirs, too. */
    public Future<List<NoticeVersion>> versions(String id) {
        return reading(rows -> rows.versions(id));
    }

    /** The text of a notice that held at a revision, withdrawn or not: what an answer of that revision showed. */
    public Future<Optional<Notice>> textAt(String id, long revision) {
        return reading(rows -> rows.textAt(id, revision));
    }

    /** A notice in sight with everything known of it. */
    public Future<Optional<StoredNotice>> find(String id) {
        return reading(rows -> rows.inSight(List.of(id))
                .compose(rows::stored)
                .map(found -> found.stream().findFirst()));
    }

    /**
     * Hands out every notice in sight, newest first, some at a time, all from one state of the database.
     *
     * @param taker is given the next when it is done with these; when it fails, so does the reading
     */
    public Future<Void> readAll(Function<List<StoredNotice>, Future<Void>> taker) {
        return reading(rows -> handOut(rows, null, taker));
    }

    private static Future<Void> handOut(
            NoticeRows rows, @Nullable Cursor after, Function<List<StoredNotice>, Future<Void>> taker) {
        int batch = NoticeFilter.MAX_LIMIT;
        return rows.list(EVERYTHING, after, batch)
                .compose(list -> rows.stored(
                                list.stream().map(NoticeSummary::id).toList())
                        .map(notices -> inOrder(list, notices))
                        .compose(taker)
                        .compose(done -> list.size() < batch
                                ? Future.succeededFuture()
                                : handOut(rows, Cursor.after(list.getLast()), taker)));
    }

    private static List<StoredNotice> inOrder(List<NoticeSummary> list, List<StoredNotice> notices) {
        Map<String, StoredNotice> byId = notices.stream()
                .collect(Collectors.toMap(stored -> stored.notice().id(), stored -> stored));
        return list.stream().map(summary -> byId.get(summary.id())).toList();
    }

    /** Writes down in the audit that somebody took the knowledge out: so many entries. */
    public Future<Void> exported(int entries, Actor actor) {
        return pool.withTransaction(connection -> Audit.write(
                connection,
                actor,
                Audit.Action.EXPORT_KNOWLEDGE,
                "knowledge",
                null,
                new JsonObject().put("entries", entries)));
    }

    /**
     * A page of the list. A status is told by {@link wenju.notice.Standing#on}, so with one in the filter rows are read and
     * passed over until the page is full.
     *
     * @throws InvalidCursorException when {@code filter.after()} is no cursor of this list
     */
    public Future<NoticePage> list(NoticeFilter filter) {
        Cursor start = filter.after() == null ? null : Cursor.parse(filter.after());
        return reading(rows -> fill(rows, filter, start, new ArrayList<>()));
    }

    /** {@link #changesAfter(long, int)} with {@value #CHANGES_AT_A_TIME} notices at a time. */
    public Future<Changes> changesAfter(long revision) {
        return changesAfter(revision, CHANGES_AT_A_TIME);
    }

    /**
     * What changed after a revision, oldest first, in whole revisions: as many as hold at most this many notices, but at
     * least one, which is never more than one import changed. When the answer's revision is below the one asked with, the
     * database is not the one the index followed, or was set back, and the index must be built anew.
     *
     * @param revision where the index stands; 0 for all
     * @param mostNotices at least 1
     */
    public Future<Changes> changesAfter(long revision, int mostNotices) {
        if (revision < 0 || mostNotices < 1) {
            throw new IllegalArgumentException("changes after " + revision + ", at most " + mostNotices);
        }
        return reading(rows -> rows.changes(revision, mostNotices));
    }

    /** Goes on until the page has one more than wanted, which tells that there is a next. */
    private Future<NoticePage> fill(
            NoticeRows rows, NoticeFilter filter, @Nullable Cursor after, List<NoticeSummary> found) {
        int batch = filter.status() == null ? filter.limit() + 1 : NoticeFilter.MAX_LIMIT;
        return rows.list(filter, after, batch).compose(summaries -> {
            summaries.stream().filter(summary -> passes(summary, filter)).forEach(found::add);
            boolean exhausted = summaries.size() < batch;
            return exhausted || found.size() > filter.limit()
                    ? Future.succeededFuture(page(found, filter.limit()))
                    : fill(rows, filter, Cursor.after(summaries.getLast()), found);
        });
    }

    private static boolean passes(NoticeSummary summary, NoticeFilter filter) {
        return filter.status() == null
                || filter.day() == null
                || summary.standing().on(filter.day()).status() == filter.status();
    }

    private static NoticePage page(List<NoticeSummary> found, int limit) {
        return found.size() <= limit
                ? new NoticePage(found, null)
                : new NoticePage(
                        found.subList(0, limit),
                        Cursor.after(found.get(limit - 1)).toString());
    }

    /** Every statement of one reading sees the same state of the database. */
    private <T> Future<T> reading(Function<NoticeRows, Future<T>> work) {
        return pool.withTransaction(connection -> connection
                .query(Sql.READ_ONE_STATE)
                .execute()
                .compose(set -> work.apply(new NoticeRows(connection, terms))));
    }
}
