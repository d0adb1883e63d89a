package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the audit; nothing writes it but the changes themselves. Safe for use by several threads. */
public final class AuditLog {
    private static final String PAGE = """
            SELECT * FROM audit
            WHERE ($1::timestamptz IS NULL OR at >= $1) AND ($2::timestamptz IS NULL OR at < $2)
              AND ($3::text IS NULL OR actor = $3) AND ($4::text IS NULL OR action = $4)
              AND ($5::bigint IS NULL OR id < $5)
            ORDER BY id DESC LIMIT $6""";

    private final Pool pool;

    public AuditLog(Database database) {
        this.pool = database.pool();
    }

    /**
     * What to list; null does not narrow.
     *
     * @param from the first moment
     * @param to the first moment that is too late
     * @param before only entries with a smaller id, to go on from a page
     * @param limit at most so many, at least 1
     */
    public record Filter(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable String actor,
            @Nullable String action,
            @Nullable Long before,
            int limit) {}

    /** Entries that pass, newest first. */
    public Future<List<AuditEntry>> list(Filter filter) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.from(Arrays.asList(
                        filter.from(), filter.to(), filter.actor(), filter.action(), filter.before(), filter.limit())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AuditLog::entry)
                        .toList());
    }

    /** Everything that can be done, as the entries name it. */
    public static List<String> actions() {
        return Arrays.stream(Audit.Action.values())
                .map(action -> action.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.getLong("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("origin"),
                row.getString("action"),
                row.getString("subject"),
                text(row.getJsonObject("before")),
                text(row.getJsonObject("after")));
    }

    private static @Nullable String text(@Nullable JsonObject json) {
        return json == null ? null : json.encode();
    }
}
