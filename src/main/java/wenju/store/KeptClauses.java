package wenju.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.notice.AssumedTerms;
import wenju.notice.Passage;
import wenju.notice.Validity;

/**
 * What each person at the desk used lately ({@value #RECENT} clauses) or pinned ({@value #PINNED} at most). Nothing of a caller's
 * words is in it, so it needs no audit. Safe for use by several threads; a database that is away is a failed future.
 */
public final class KeptClauses {
    public static final int RECENT = 20;
    public static final int PINNED = 50;

    private final Pool pool;
    private final AssumedTerms terms;

    /** @param terms assumed for notices that name none themselves, as {@link NoticeStore} does */
    public KeptClauses(Database database, AssumedTerms terms) {
        this.pool = database.pool();
        this.terms = terms;
    }

    /** Somebody pins more than anybody can look through. Expected, so it has no stack trace. */
    public static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyException() {
            super("more than " + PINNED + " pinned clauses", null, false, false);
        }
    }

    /** What an account keeps: pinned ones first, what was used last before. */
    public Future<List<KeptClause>> list(String account) {
        return pool.preparedQuery(DeskSql.KEPT).execute(Tuple.of(account)).compose(rows -> {
            List<Row> kept = StreamSupport.stream(rows.spliterator(), false).toList();
            List<String> notices = kept.stream()
                    .map(row -> KeptClause.noticeId(row.getString("passage_id")))
                    .distinct()
                    .toList();
            return stored(pool, notices)
                    .map(now -> kept.stream().map(row -> clause(row, now)).toList());
        });
    }

    /**
     * Keeps a clause as the one that was used last, as it stands now.
     *
     * @param pinned null to leave that as it is
     * @return false when there is no such clause in sight; fails with a {@link TooManyException}
     */
    public Future<Boolean> keep(String account, String passageId, @Nullable Boolean pinned, LocalDate today) {
        String noticeId = KeptClause.noticeId(passageId);
        return pool.withTransaction(connection -> stored(connection, List.of(noticeId))
                .compose(now -> {
                    StoredNotice notice = now.get(noticeId);
                    Passage passage = notice == null
                            ? null
                            : KeptClause.in(notice, passageId).orElse(null);
                    return passage == null
                            ? Future.succeededFuture(false)
                            : keep(connection, account, notice, passage, pinned, today)
                                    .map(true);
                }));
    }

    /** Keeps a clause no longer. */
    public Future<Void> drop(String account, String passageId) {
        return pool.preparedQuery(DeskSql.DROP_KEPT)
                .execute(Tuple.of(account, passageId))
                .mapEmpty();
    }

    private static Future<Void> keep(
            SqlConnection connection,
            String account,
            StoredNotice notice,
            Passage passage,
            @Nullable Boolean pinned,
            LocalDate today) {
        Tuple values = Tuple.from(Arrays.asList(
                account,
                passage.id(),
                notice.notice().title(),
                passage.locator().text(),
                ApprovedAnswer.textOf(passage),
                notice.standing().on(today).status().code(),
                pinned));
        return connection
                .preparedQuery(DeskSql.KEEP)
                .execute(values)
                .compose(kept -> connection.preparedQuery(DeskSql.DROP_OLDEST).execute(Tuple.of(account, RECENT)))
                .compose(dropped ->
                        connection.preparedQuery(DeskSql.COUNT_PINNED).execute(Tuple.of(account)))
                .compose(counted -> counted.iterator().next().getLong("pinned") > PINNED
                        ? Future.failedFuture(new TooManyException())
                        : Future.succeededFuture());
    }

    /** Those of the notices that are in sight, by id. */
    private Future<Map<String, StoredNotice>> stored(SqlClient client, List<String> ids) {
        var rows = new NoticeRows(client, terms);
        return rows.inSight(ids)
                .compose(rows::stored)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(stored -> stored.notice().id(), Function.identity())));
    }

    private static KeptClause clause(Row row, Map<String, StoredNotice> now) {
        String passageId = row.getString("passage_id");
        return new KeptClause(
                passageId,
                row.getString("title"),
                row.getString("locator"),
                row.getString("text"),
                Validity.Status.of(row.getString("status")).orElseThrow(),
                row.getBoolean("pinned"),
                Objects.requireNonNull(row.getOffsetDateTime("used_at")).toInstant(),
                now.get(KeptClause.noticeId(passageId)));
    }
}
