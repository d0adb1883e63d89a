package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The keys in PostgreSQL. Safe for use by several threads; a database that is away is a failed future. */
public final class KeyStore {
    private static final String FIND = "SELECT * FROM api_key WHERE digest = $1";

    private static final String LIST = "SELECT * FROM api_key ORDER BY created_at, id";

    private static final String CREATE = """
            INSERT INTO api_key (id, name, digest, scopes, per_minute) VALUES ($1, $2, $3, $4, $5) RETURNING *""";

    private static final String REVOKE =
            "UPDATE api_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 RETURNING *";

    /** The successor of a valid key; a key that ends sooner anyway does not live longer by it. */
    private static final String ROTATE = """
            WITH old AS (
                UPDATE api_key SET expires_at = least(expires_at, now() + make_interval(secs => $4))
                WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()) RETURNING *)
            INSERT INTO api_key (id, name, digest, scopes, per_minute)
            SELECT $2, name, $3, scopes, per_minute FROM old RETURNING *""";

    private final Pool pool;

    public KeyStore(Database database) {
        this.pool = database.pool();
    }

    /** The key with this digest, valid or not. */
    public Future<Optional<ApiKey>> find(String digest) {
        return one(FIND, Tuple.of(digest));
    }

    /** Every key, the oldest first. */
    public Future<List<ApiKey>> list() {
        return pool.query(LIST).execute().map(KeyStore::keys);
    }

    /**
     * Keeps a new key.
     *
     * @param perMinute null = as configured
     */
    public Future<ApiKey> create(
            KeySecret secret, String name, Set<Scope> scopes, @Nullable Integer perMinute, Actor actor) {
        String[] codes = scopes.stream().map(Scope::code).sorted().toArray(String[]::new);
        return audited(
                        CREATE,
                        Tuple.of(newId(), name, secret.digest(), codes, perMinute),
                        Audit.Action.CREATE_KEY,
                        actor)
                .map(Optional::orElseThrow);
    }

    /** Ends a key now; empty when there is none with this id. */
    public Future<Optional<ApiKey>> revoke(String id, Actor actor) {
        return audited(REVOKE, Tuple.of(id), Audit.Action.REVOKE_KEY, actor);
    }

    /**
     * Gives a key a successor of the same name, scopes and limit.
     *
     * @param overlap how long the old one goes on
     * @return the successor; empty when no valid key has this id
     */
    public Future<Optional<ApiKey>> rotate(String id, KeySecret secret, Duration overlap, Actor actor) {
        return audited(
                ROTATE,
                Tuple.of(id, newId(), secret.digest(), (double) overlap.toSeconds()),
                Audit.Action.ROTATE_KEY,
                actor);
    }

    /** Changes a key and writes down that it was. */
    private Future<Optional<ApiKey>> audited(String sql, Tuple values, Audit.Action action, Actor actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> keys(rows).stream().findFirst())
                .compose(changed -> changed.isEmpty()
                        ? Future.succeededFuture(changed)
                        : Audit.write(connection, actor, action, changed.get().id(), null, json(changed.get()))
                                .map(changed)));
    }

    private static JsonObject json(ApiKey key) {
        return new JsonObject()
                .put("name", key.name())
                .put(
                        "scopes",
                        new JsonArray(
                                key.scopes().stream().map(Scope::code).sorted().toList()))
                .put("perMinute", key.perMinute());
    }

    private Future<Optional<ApiKey>> one(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> keys(rows).stream().findFirst());
    }

    private static String newId() {
        return "k" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits(), 12);
    }

    private static List<ApiKey> keys(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(KeyStore::key)
                .toList();
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                Arrays.stream(row.getArrayOfStrings("scopes"))
                        .flatMap(code -> Scope.of(code).stream())
                        .collect(Collectors.toSet()),
                row.getInteger("per_minute"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
