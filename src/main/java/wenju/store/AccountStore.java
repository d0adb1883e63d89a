package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The accounts in PostgreSQL. Every change stands in the audit. Safe for use by several threads; a database that is away is a
 * failed future.
 */
public final class AccountStore {
    private final Pool pool;
    private final Passwords passwords;

    public AccountStore(Database database) {
        this.pool = database.pool();
        this.passwords = new Passwords(database.vertx());
    }

    /** Every account, by name. */
    public Future<List<Account>> list() {
        return pool.query(AccountSql.LIST).execute().map(AccountStore::accounts);
    }

    public Future<Optional<Account>> find(String id) {
        return one(AccountSql.FIND, id);
    }

    /** @param name in any letters */
    public Future<Optional<Account>> findByName(String name) {
        return one(AccountSql.FIND_BY_NAME, Account.canonical(name));
    }

    /**
     * Adds an account.
     *
     * @param name as {@link Account#isName} has it
     * @param oneTime whether the password is to be replaced by its owner first
     * @return empty when the name is taken
     */
    public Future<Optional<Account>> add(
            String name, String displayName, Role role, Password password, boolean oneTime, Actor actor) {
        if (!Account.isName(name)) {
            throw new IllegalArgumentException("account name " + name);
        }
        return passwords
                .hash(password)
                .compose(hash -> pool.withTransaction(connection -> connection
                        .preparedQuery(AccountSql.ADD)
                        .execute(Tuple.of(newId(), name, shown(displayName), role.code(), hash, oneTime))
                        .map(AccountStore::first)
                        .compose(added -> added.isEmpty()
                                ? Future.succeededFuture(added)
                                : audit(connection, actor, Audit.Action.ADD_ACCOUNT, null, added.get())
                                        .map(added))));
    }

    /**
     * Changes an account; one that is disabled is signed out everywhere.
     *
     * @param version as it was seen
     * @return fails with a {@link StaleException} when it is no longer that version
     */
    public Future<Account> change(
            String id, int version, String displayName, Role role, boolean disabled, Actor actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(AccountSql.LOCK)
                .execute(Tuple.of(id))
                .map(AccountStore::first)
                .compose(before -> connection
                        .preparedQuery(AccountSql.CHANGE)
                        .execute(Tuple.of(id, version, shown(displayName), role.code(), disabled))
                        .map(rows -> first(rows).orElseThrow(() -> new StaleException("account " + id)))
                        .compose(after -> audit(
                                        connection, actor, Audit.Action.CHANGE_ACCOUNT, before.orElseThrow(), after)
                                .compose(
                                        done -> disabled ? closeSessions(connection, id, "") : Future.succeededFuture())
                                .map(after))));
    }

    /**
     * Gives an account another password, and ends its sessions and its lock.
     *
     * @return empty when there is no such account
     */
    public Future<Optional<Account>> setPassword(String id, Password password, boolean oneTime, Actor actor) {
        return passwords
                .hash(password)
                .compose(hash ->
                        pool.withTransaction(connection -> setPassword(connection, id, hash, oneTime, "", actor)));
    }

    /** Lets somebody try again who typed too many wrong passwords; empty when there is no such account. */
    public Future<Optional<Account>> unlock(String id, Actor actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(AccountSql.LOCK)
                .execute(Tuple.of(id))
                .map(AccountStore::first)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(found)
                        : forgetAttempts(connection, found.get().name())
                                .compose(done ->
                                        audit(connection, actor, Audit.Action.UNLOCK_ACCOUNT, found.get(), found.get()))
                                .map(found)));
    }

    /** @param keep digest of the session that goes on; empty for none */
    static Future<Optional<Account>> setPassword(
            SqlConnection connection, String id, String hash, boolean oneTime, String keep, Actor actor) {
        return connection
                .preparedQuery(AccountSql.SET_PASSWORD)
                .execute(Tuple.of(id, hash, oneTime))
                .map(AccountStore::first)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(found)
                        : closeSessions(connection, id, keep)
                                .compose(done ->
                                        forgetAttempts(connection, found.get().name()))
                                .compose(done -> audit(connection, actor, Audit.Action.SET_PASSWORD, null, found.get()))
                                .map(found));
    }

    /**
     * The account of somebody whom an identity provider knows, made at their first coming. Their name here is the provider's if it
     * is free and fit to be one, for nobody may come into another's account by being called alike.
     */
    static Future<Account> put(SqlConnection connection, Identity identity, Actor actor) {
        String id = newId();
        String wanted = Account.canonical(identity.name());
        return connection
                .preparedQuery(AccountSql.NAME_TAKEN)
                .execute(Tuple.of(wanted, identity.id()))
                .map(taken -> Account.isName(wanted) && taken.size() == 0 ? wanted : id)
                .compose(name -> connection
                        .preparedQuery(AccountSql.PUT_IDENTITY)
                        .execute(Tuple.of(
                                id,
                                name,
                                displayName(identity, name),
                                identity.role().code(),
                                identity.id())))
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    Account account = account(row);
                    return row.getBoolean("added")
                            ? audit(connection, actor, Audit.Action.ADD_ACCOUNT, null, account)
                                    .map(account)
                            : Future.succeededFuture(account);
                });
    }

    private static String displayName(Identity identity, String name) {
        String shown = identity.displayName().strip();
        return shown.isEmpty() ? name : shown.substring(0, Math.min(shown.length(), Account.MAX_DISPLAY_NAME));
    }

    /** What attempts with a name are counted under. */
    static String attemptsWith(String name) {
        return HexFormat.of().formatHex(SessionToken.sha256("name " + name));
    }

    static Account account(Row row) {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("display_name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getBoolean("one_time"),
                row.getBoolean("disabled"),
                row.getColumnIndex("blocked_until") < 0 ? null : instant(row.getOffsetDateTime("blocked_until")),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    /** Adds a row about an account, which never holds a password. @param before null when there was nothing */
    static Future<Void> audit(
            SqlConnection connection, Actor actor, Audit.Action action, @Nullable Account before, Account after) {
        return Audit.write(connection, actor, action, after.name(), before == null ? null : json(before), json(after));
    }

    private Future<Optional<Account>> one(String sql, String value) {
        return pool.preparedQuery(sql).execute(Tuple.of(value)).map(AccountStore::first);
    }

    private static Future<Void> closeSessions(SqlConnection connection, String id, String keep) {
        return connection
                .preparedQuery(AccountSql.CLOSE_SESSIONS)
                .execute(Tuple.of(id, keep))
                .mapEmpty();
    }

    private static Future<Void> forgetAttempts(SqlConnection connection, String name) {
        return connection
                .preparedQuery(AccountSql.FORGET_ATTEMPTS)
                .execute(Tuple.of(attemptsWith(name)))
                .mapEmpty();
    }

    private static JsonObject json(Account account) {
        return new JsonObject()
                .put("displayName", account.displayName())
                .put("role", account.role().code())
                .put("oneTime", account.oneTime())
                .put("disabled", account.disabled());
    }

    private static String shown(String displayName) {
        String name = displayName.strip();
        if (name.isEmpty() || name.length() > Account.MAX_DISPLAY_NAME) {
            throw new IllegalArgumentException("display name of " + name.length() + " characters");
        }
        return name;
    }

    private static String newId() {
        return "u" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits(), 12);
    }

    private static Optional<Account> first(RowSet<Row> rows) {
        return accounts(rows).stream().findFirst();
    }

    private static List<Account> accounts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(AccountStore::account)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
