package wenju.store;

import static wenju.store.SharedDatabase.await;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** People at the desk for tests: signed in at once, without the time that hashing a password takes. */
public final class DeskAccounts {
    private DeskAccounts() {}

    /** Adds an account that has no password, and signs it in. @param name must be free */
    public static SessionToken signIn(Database database, String name, Role role) {
        String id = "u" + UUID.randomUUID().toString().substring(24);
        SessionToken token = SessionToken.random();
        await(database.pool()
                .withTransaction(connection -> connection
                        .preparedQuery("""
                        INSERT INTO account (id, name, display_name, role, one_time) VALUES ($1, $2, $3, $4, false)""")
                        .execute(Tuple.of(id, name, name, role.code()))
                        .compose(added -> connection
                                .preparedQuery("INSERT INTO session (digest, account_id) VALUES ($1, $2)")
                                .execute(Tuple.of(token.digest(), id)))));
        return token;
    }

    /** Lets everybody who is locked out try again at once, as if the time had passed; the count stays. */
    public static void letTimePass(Database database) {
        await(database.pool()
                .query("UPDATE sign_in_attempt SET blocked_until = now() - interval '1 second'")
                .execute());
    }

    /** As if nobody who is signed in had done anything for so much longer. */
    public static void letIdle(Database database, Duration longer) {
        await(database.pool()
                .preparedQuery("UPDATE session SET seen_at = seen_at - make_interval(secs => $1)")
                .execute(Tuple.of((double) longer.toSeconds())));
    }

    /** As if there had been so many wrong passwords with every name and from every address that had any. */
    public static void countFailures(Database database, int failures) {
        await(database.pool()
                .preparedQuery("UPDATE sign_in_attempt SET failures = $1")
                .execute(Tuple.of(failures)));
    }

    /** What the audit says was done last, newest first: {@code action actor subject}. */
    public static String lastAudit(Database database) {
        return await(database.pool()
                .query("SELECT action || ' ' || actor || ' ' || subject AS line FROM audit ORDER BY id DESC LIMIT 1")
                .execute()
                .map(rows -> rows.iterator().next().getString("line")));
    }
}
