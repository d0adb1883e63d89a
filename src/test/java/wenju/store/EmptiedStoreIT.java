package wenju.store;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.AssumedTerms;
import wenju.notice.Notice;
import wenju.notice.Relation;

/**
 * A store that was emptied and is filled anew, while the server still takes its tables for empty: how much is read, in rows as
 * the server counts them.
 */
@ExtendWith(SharedDatabase.class)
class EmptiedStoreIT {
    private static final String GAZETTE = "甲公报.txt";
    private static final List<String> TABLES =
            List.of("gazette", "notice", "printing", "passage", "relation", "appellation", "withdrawal");

    /** Of a notice as it is made here: its own, a printing, two passages, two relations, four appellations. */
    private static final int ROWS = 10;

    private Database database;

    @BeforeEach
    void keepStatistics(Database shared) throws SQLException {
        database = shared;
        onEachTable("ALTER TABLE %s SET (autovacuum_enabled = false)");
    }

    @AfterEach
    void renewStatistics() throws SQLException {
        onEachTable("ALTER TABLE %s RESET (autovacuum_enabled)");
        onEachTable("ANALYZE %s");
    }

    /** In emptied tables ANALYZE counts pages without rows; VACUUM leaves no pages either. */
    @ParameterizedTest
    @ValueSource(strings = {"ANALYZE", "VACUUM"})
    void reading_meetsEachRowAFewTimes(String cleaning) throws SQLException {
        List<Notice> notices = notices(GAZETTE, 0, 200);
        List<String> ids = notices.stream().map(Notice::id).toList();
        empty(notices, cleaning);

        await(database.pool().withTransaction(connection -> {
            var rows = new NoticeRows(connection, AssumedTerms.NONE);
            var links = new Links(connection);
            return manyTimes(() -> rows.stored(ids))
                    .compose(planned -> manyTimes(() -> links.touchTargets(ids, 1)))
                    .compose(planned -> manyTimes(() -> rows.changes(0, 200)))
                    .compose(planned -> save(connection, GAZETTE, notices))
                    .compose(saved -> withdraw(connection, ids.subList(0, 100)))
                    .compose(done -> fewRows("links", notices, connection, () -> links.touchTargets(ids, 2)))
                    .compose(done -> fewRows("sight", notices, connection, () -> rows.inSight(ids)))
                    .compose(done -> fewRows("changes", notices, connection, () -> rows.changes(0, 200)))
                    .compose(done -> fewRows("notices", notices, connection, () -> rows.stored(ids)));
        }));
    }

    @Test
    void importing_meetsEachRowAFewTimes_whenOthersWentBefore() throws SQLException {
        List<Notice> before = notices(GAZETTE, 0, 400);
        List<Notice> notices = notices("乙公报.txt", 400, 450);
        empty(before, "VACUUM");

        await(database.pool()
                .withTransaction(connection -> manyTimes(() -> save(connection, GAZETTE, before.subList(0, 2))
                                .compose(saved -> save(connection, GAZETTE, List.of())))
                        .compose(planned -> save(connection, GAZETTE, before))
                        .compose(saved ->
                                fewRows("import", before, connection, () -> save(connection, "乙公报.txt", notices)))));
    }

    /** Each repeals the one before, by number, and cites the one before that, by title. */
    private static List<Notice> notices(String gazette, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> titled(title(i))
                        .in(gazette)
                        .numbered("示政〔2001〕" + (i + 1) + "号")
                        .issued(LocalDate.of(2001, 1, 1).plusDays(i).toString())
                        .says(Relation.Kind.REPEALS, "示政〔2001〕" + i + "号", null)
                        .says(Relation.Kind.CITES, title(i - 2), null)
                        .notice())
                .toList();
    }

    private static String title(int i) {
        return "示例市第" + i + "类场所管理办法";
    }

    private static Future<ImportCounts> save(SqlConnection connection, String gazette, List<Notice> notices) {
        return new GazetteImport(connection, gazette, GazetteImport.byId(gazette, notices), Actor.PROGRAM)
                .run("a", "1");
    }

    private static Future<?> withdraw(SqlConnection connection, List<String> ids) {
        return connection
                .preparedQuery(Sql.PUT_WITHDRAWAL)
                .executeBatch(ids.stream().map(id -> Tuple.of(id, "试", "")).toList());
    }

    /** As often as the server needs to keep its plan. */
    private static Future<?> manyTimes(Supplier<Future<?>> work) {
        Future<?> done = Future.succeededFuture();
        for (int i = 0; i < 7; i++) {
            done = done.compose(last -> work.get());
        }
        return done;
    }

    private static Future<Void> fewRows(
            String what, List<Notice> stored, SqlConnection connection, Supplier<Future<?>> work) {
        return met(connection)
                .compose(before -> work.get().compose(done -> met(connection)).map(after -> {
                    assertTrue(
                            after - before <= 5L * ROWS * stored.size(), what + " met " + (after - before) + " rows");
                    return null;
                }));
    }

    /** Rows met through this connection; within a transaction the server does not begin anew. */
    private static Future<Long> met(SqlConnection connection) {
        return connection
                .query(
                        "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint AS met FROM pg_stat_xact_user_tables")
                .execute()
                .map(rows -> rows.iterator().next().getLong("met"));
    }

    /** Fills the tables, deletes all, and has the server clean up. */
    private void empty(List<Notice> notices, String cleaning) throws SQLException {
        await(new NoticeStore(database, "1").save(GAZETTE, "a", notices, Actor.PROGRAM));
        await(database.pool()
                .withTransaction(connection ->
                        withdraw(connection, notices.stream().map(Notice::id).toList())));
        await(database.pool()
                .query("DELETE FROM withdrawal; DELETE FROM printing; DELETE FROM notice; DELETE FROM gazette;"
                        + " UPDATE revision SET number = 0")
                .execute());
        onEachTable(cleaning + " %s");
    }

    private void onEachTable(String command) throws SQLException {
        DatabaseUri owner = database.ownerUri();
        try (var connection = DriverManager.getConnection(
                        owner.jdbcUrl(DatabaseSettings.DEFAULTS.connectTimeout()), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(command.formatted(Schema.NAME + "." + table));
            }
        }
    }
}
