package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out. Sessions are in PostgreSQL, so that every node knows them and none holds them. Safe for use by several
 * threads; a database that is away is a failed future.
 *
 * <p>Wrong passwords are counted for the name, whether or not anybody has it, and for the address; each has some free, then
 * every further one makes the next wait twice as long.
 */
public final class SessionStore {
    /** Wrong passwords in a row after which a name has to wait. */
    public static final int FREE_PER_NAME = 5;

    /** The same for an address, behind which a whole office may sit. */
    public static final int FREE_PER_ADDRESS = 30;

    private static final double LONGEST_WAIT_MINUTES = 15;

    private final Pool pool;
    private final Passwords passwords;
    private final SessionTerms terms;

    public SessionStore(Database database, SessionTerms terms) {
        this.pool = database.pool();
        this.passwords = new Passwords(database.vertx());
        this.terms = terms;
    }

    /** An account with the password that is kept of it. */
    private record Kept(String id, @Nullable String password) {}

    /**
     * Tries to sign somebody in. Takes as long for a name that nobody has as for a wrong password.
     *
     * @param name in any letters
     * @param address where from
     */
    public Future<SignIn> signIn(String name, Password password, String address) {
        String canonical = Account.canonical(name);
        return attempt(address, canonical)
                .compose(locked -> locked.isPresent()
                        ? Future.succeededFuture(locked.get())
                        : kept(canonical)
                                .compose(kept -> passwords
                                        .fits(password, kept.map(Kept::password).orElse(null))
                                        .compose(fits -> fits
                                                ? open(kept.orElseThrow(), canonical, address)
                                                : refused(kept.isPresent() ? canonical : null, address))));
    }

    /**
     * Signs somebody in whom an identity provider has already checked.
     *
     * @return {@link SignIn.Refused} when the account is disabled here
     */
    public Future<SignIn> signIn(Identity identity, String address) {
        SessionToken token = SessionToken.random();
        return pool.withTransaction(connection -> AccountStore.put(connection, identity, new Actor("单点登录", address))
                .compose(account -> connection
                        .preparedQuery(AccountSql.OPEN_SESSION_ELSEWHERE)
                        .execute(Tuple.of(token.digest(), account.id(), seconds(terms.longest())))
                        .compose(rows -> rows.size() == 0
                                ? refused(connection, account.name(), address)
                                : Audit.write(
                                                connection,
                                                new Actor(account.name(), address),
                                                Audit.Action.SIGN_IN,
                                                account.name(),
                                                null,
                                                new JsonObject().put("elsewhere", true))
                                        .map(new SignIn.Done(
                                                session(
                                                        token.digest(),
                                                        rows.iterator().next()),
                                                token)))));
    }

    /** The session of a token; empty when there is none or it has ended. */
    public Future<Optional<Session>> find(String digest) {
        return pool.preparedQuery(AccountSql.SESSION)
                .execute(Tuple.of(digest, seconds(terms.idle()), seconds(terms.longest())))
                .map(rows -> {
                    Iterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(session(digest, row.next())) : Optional.empty();
                });
    }

    /** Signs out; nothing happens when nobody was signed in. */
    public Future<Void> close(Session session, Actor actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(AccountSql.CLOSE_SESSION)
                .execute(Tuple.of(session.digest()))
                .compose(closed -> closed.rowCount() == 0
                        ? Future.succeededFuture()
                        : Audit.write(connection, actor, Audit.Action.SIGN_OUT, actor.name(), null, null)));
    }

    /**
     * Replaces somebody's own password and ends their other sessions. Wrong tries count as when signing in.
     *
     * @param current as typed
     * @param chosen to be in its place
     */
    public Future<PasswordChange> changePassword(Session session, Password current, Password chosen, Actor actor) {
        String name = session.account().name();
        return attempt(actor.origin(), name)
                .compose(locked -> locked.isPresent()
                        ? Future.succeededFuture(
                                new PasswordChange.Locked(locked.get().seconds()))
                        : kept(name)
                                .compose(kept -> passwords
                                        .fits(current, kept.map(Kept::password).orElse(null))
                                        .compose(fits -> fits
                                                ? replace(session, chosen, actor)
                                                : Future.succeededFuture(new PasswordChange.Refused()))));
    }

    /** How an attempt to replace one's password ended. */
    public sealed interface PasswordChange {
        record Done() implements PasswordChange {}

        /** The current password was wrong. */
        record Refused() implements PasswordChange {}

        /** Too many wrong ones. @param seconds to wait, at least 1 */
        record Locked(int seconds) implements PasswordChange {}
    }

    private Future<PasswordChange> replace(Session session, Password chosen, Actor actor) {
        return passwords
                .hash(chosen)
                .compose(hash -> pool.withTransaction(connection -> AccountStore.setPassword(
                                connection, session.account().id(), hash, false, session.digest(), actor)
                        .compose(done -> giveBack(connection, actor.origin()))))
                .map(new PasswordChange.Done());
    }

    /** Counts an attempt before it is made; a value when it may not be made. The address first: who must wait counts no more. */
    private Future<Optional<SignIn.Locked>> attempt(String address, String name) {
        return attempt(attemptsFrom(address), FREE_PER_ADDRESS)
                .compose(locked -> locked.isPresent()
                        ? Future.succeededFuture(locked)
                        : attempt(AccountStore.attemptsWith(name), FREE_PER_NAME));
    }

    private Future<Optional<SignIn.Locked>> attempt(String subject, int free) {
        return pool.preparedQuery(AccountSql.TAKE_ATTEMPT)
                .execute(Tuple.of(subject, free, LONGEST_WAIT_MINUTES))
                .compose(taken -> taken.size() > 0
                        ? Future.succeededFuture(Optional.empty())
                        : pool.preparedQuery(AccountSql.SECONDS_TO_WAIT)
                                .execute(Tuple.of(subject))
                                .map(rows -> rows.size() == 0
                                        ? Optional.of(new SignIn.Locked(1))
                                        : Optional.of(new SignIn.Locked(Objects.requireNonNullElse(
                                                rows.iterator().next().getInteger("seconds"), 1)))));
    }

    private Future<Optional<Kept>> kept(String name) {
        return pool.preparedQuery(AccountSql.PASSWORD)
                .execute(Tuple.of(name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Kept(
                                rows.iterator().next().getString("id"),
                                rows.iterator().next().getString("password"))));
    }

    private Future<SignIn> open(Kept kept, String name, String address) {
        SessionToken token = SessionToken.random();
        return pool.withTransaction(connection -> connection
                .preparedQuery(AccountSql.OPEN_SESSION)
                .execute(Tuple.of(token.digest(), kept.id(), kept.password(), seconds(terms.longest())))
                .compose(rows -> rows.size() == 0
                        ? refused(connection, name, address)
                        : signedIn(connection, name, address)
                                .map(new SignIn.Done(
                                        session(token.digest(), rows.iterator().next()), token))));
    }

    private Future<Void> signedIn(SqlConnection connection, String name, String address) {
        return connection
                .preparedQuery(AccountSql.FORGET_ATTEMPTS)
                .execute(Tuple.of(AccountStore.attemptsWith(name)))
                .compose(done -> giveBack(connection, address))
                .compose(
                        done -> connection.query(AccountSql.FORGET_OLD_ATTEMPTS).execute())
                .compose(done -> connection
                        .preparedQuery(AccountSql.FORGET_OLD_SESSIONS)
                        .execute(Tuple.of(seconds(terms.idle()), seconds(terms.longest()))))
                .compose(done ->
                        Audit.write(connection, new Actor(name, address), Audit.Action.SIGN_IN, name, null, null));
    }

    /** @param name null when nobody has it: then it may be a password in the wrong field, and is not written down */
    private Future<SignIn> refused(@Nullable String name, String address) {
        return pool.withConnection(connection -> refused(connection, name, address));
    }

    private static Future<SignIn> refused(SqlConnection connection, @Nullable String name, String address) {
        String known = Objects.requireNonNullElse(name, "（没有这个用户）");
        return Audit.write(connection, new Actor(known, address), Audit.Action.REFUSE_SIGN_IN, known, null, null)
                .map(new SignIn.Refused());
    }

    private static Future<Void> giveBack(SqlConnection connection, String address) {
        return connection
                .preparedQuery(AccountSql.GIVE_BACK_ATTEMPT)
                .execute(Tuple.of(attemptsFrom(address)))
                .mapEmpty();
    }

    private static String attemptsFrom(String address) {
        return HexFormat.of().formatHex(SessionToken.sha256("address " + address));
    }

    private static Session session(String digest, Row row) {
        return new Session(
                digest,
                AccountStore.account(row),
                row.getOffsetDateTime("ends_at").toInstant());
    }

    private static double seconds(Duration duration) {
        return (double) duration.toMillis() / 1000;
    }
}
