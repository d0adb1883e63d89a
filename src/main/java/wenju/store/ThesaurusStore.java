package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What staff added to the thesaurus, in PostgreSQL. Every change stands in the audit. Safe for use by several threads. */
public final class ThesaurusStore {
    private final Pool pool;

    public ThesaurusStore(Database database) {
        this.pool = database.pool();
    }

    /** Those in use first, each the newest first. */
    public Future<List<ThesaurusEntry>> list() {
        return pool.query(DeskSql.LIST_ENTRIES).execute().map(ThesaurusStore::entries);
    }

    /** Adds an entry, which must be one. */
    public Future<ThesaurusEntry> add(String line, Actor actor) {
        String id = "t" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits(), 12);
        return pool.withTransaction(connection -> connection
                .preparedQuery(DeskSql.ADD_ENTRY)
                .execute(Tuple.of(id, line, actor.name()))
                .map(rows -> entries(rows).getFirst())
                .compose(added -> Audit.write(
                                connection,
                                actor,
                                Audit.Action.ADD_THESAURUS_ENTRY,
                                id,
                                null,
                                new JsonObject().put("line", line))
                        .map(added)));
    }

    /**
     * Takes an entry out of use; it stays on record.
     *
     * @return fails with a {@link StaleException} when it is no longer that version, or was withdrawn
     */
    public Future<ThesaurusEntry> withdraw(String id, int version, Actor actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(DeskSql.WITHDRAW_ENTRY)
                .execute(Tuple.of(id, version))
                .map(rows -> entries(rows).stream()
                        .findFirst()
                        .orElseThrow(() -> new StaleException("thesaurus entry " + id)))
                .compose(withdrawn -> Audit.write(
                                connection,
                                actor,
                                Audit.Action.WITHDRAW_THESAURUS_ENTRY,
                                id,
                                new JsonObject().put("line", withdrawn.line()),
                                null)
                        .map(withdrawn)));
    }

    /** The lines in use, oldest first. */
    Future<List<String>> lines() {
        return pool.query(DeskSql.ENTRIES_IN_USE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("line"))
                        .toList());
    }

    private static List<ThesaurusEntry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ThesaurusEntry(
                        row.getString("id"),
                        row.getString("line"),
                        row.getString("added_by"),
                        row.getOffsetDateTime("added_at").toInstant(),
                        row.getBoolean("withdrawn"),
                        row.getInteger("version")))
                .toList();
    }
}
