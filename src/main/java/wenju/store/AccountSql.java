package wenju.store;

/** Every statement about accounts and who is signed in. */
final class AccountSql {
    // ---- accounts

    /** With the lock of each, which hangs on the name whether or not anybody has it. */
    private static final String WITH_LOCK = """
            SELECT a.*, t.blocked_until
            FROM account a LEFT JOIN sign_in_attempt t
              ON t.subject = encode(sha256(convert_to('name ' || a.name, 'UTF8')), 'hex') AND t.blocked_until > now()
            """;

    static final String LIST = WITH_LOCK + "ORDER BY a.name";

    static final String FIND = WITH_LOCK + "WHERE a.id = $1";

    static final String FIND_BY_NAME = WITH_LOCK + "WHERE a.name = $1";

    static final String ADD = """
            INSERT INTO account (id, name, display_name, role, password, one_time) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (name) DO NOTHING RETURNING *""";

    /** Locks the row to the end of the transaction. */
    static final String LOCK = "SELECT * FROM account WHERE id = $1 FOR UPDATE";

    static final String CHANGE = """
            UPDATE account SET display_name = $3, role = $4, disabled = $5, version = version + 1
            WHERE id = $1 AND version = $2 RETURNING *""";

    static final String SET_PASSWORD = """
            UPDATE account SET password = $2, one_time = $3, version = version + 1 WHERE id = $1 RETURNING *""";

    // ---- signing in

    /**
     * Counts one attempt before it is made, so that many at once cannot slip through; no row when the subject is blocked. From
     * the $2nd failure within an hour of one another each blocks for twice as long as the one before, $3 minutes at most.
     */
    static final String TAKE_ATTEMPT = """
            INSERT INTO sign_in_attempt AS a (subject, failures, last_at) VALUES ($1, 1, now())
            ON CONFLICT (subject) DO UPDATE SET
                failures = CASE WHEN a.last_at < now() - interval '1 hour' THEN 1 ELSE a.failures + 1 END,
                blocked_until = CASE WHEN a.last_at >= now() - interval '1 hour' AND a.failures + 1 >= $2
                    THEN now() + least(power(2, least(a.failures + 1 - $2, 10)), $3) * interval '1 minute' END,
                last_at = now()
            WHERE a.blocked_until IS NULL OR a.blocked_until <= now()
            RETURNING failures""";

    static final String SECONDS_TO_WAIT = """
            SELECT greatest(1, ceil(extract(epoch FROM blocked_until - now())))::integer AS seconds
            FROM sign_in_attempt WHERE subject = $1""";

    /** The attempt was good, so it is not to count; the failures before it still do. */
    static final String GIVE_BACK_ATTEMPT = """
            UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0), blocked_until = NULL WHERE subject = $1""";

    static final String FORGET_ATTEMPTS = "DELETE FROM sign_in_attempt WHERE subject = $1";

    static final String FORGET_OLD_ATTEMPTS = "DELETE FROM sign_in_attempt WHERE last_at < now() - interval '1 day'";

    static final String PASSWORD = "SELECT id, password FROM account WHERE name = $1";

    // ---- signing in elsewhere

    /** The account of an identity, made when there is none; the provider says what they are called and which role they have. */
    static final String PUT_IDENTITY = """
            INSERT INTO account (id, name, display_name, role, one_time, identity) VALUES ($1, $2, $3, $4, false, $5)
            ON CONFLICT (identity) DO UPDATE
            SET display_name = excluded.display_name, role = excluded.role,
                version = account.version
                    + CASE WHEN (account.display_name, account.role) = (excluded.display_name, excluded.role) THEN 0 ELSE 1 END
            RETURNING *, (xmax = 0) AS added""";

    static final String NAME_TAKEN = "SELECT 1 FROM account WHERE name = $1 AND identity IS DISTINCT FROM $2";

    static final String OPEN_SESSION_ELSEWHERE = """
            WITH opened AS (
                INSERT INTO session (digest, account_id) SELECT $1, id FROM account WHERE id = $2 AND NOT disabled
                RETURNING account_id, created_at)
            SELECT a.*, o.created_at + make_interval(secs => $3) AS ends_at
            FROM opened o JOIN account a ON a.id = o.account_id""";

    // ---- sessions

    /** Only for the password that was checked, for it may have been changed meanwhile. */
    static final String OPEN_SESSION = """
            WITH opened AS (
                INSERT INTO session (digest, account_id)
                SELECT $1, id FROM account WHERE id = $2 AND password = $3 AND NOT disabled
                RETURNING account_id, created_at)
            SELECT a.*, o.created_at + make_interval(secs => $4) AS ends_at
            FROM opened o JOIN account a ON a.id = o.account_id""";

    /** The session if it has not ended, idle $2 seconds or $3 in all; noted as seen, though not at every single request. */
    static final String SESSION = """
            WITH found AS (
                SELECT s.digest, s.seen_at, s.created_at + make_interval(secs => $3) AS ends_at, a.*
                FROM session s JOIN account a ON a.id = s.account_id
                WHERE s.digest = $1 AND NOT a.disabled
                  AND s.seen_at > now() - make_interval(secs => $2)
                  AND s.created_at > now() - make_interval(secs => $3)),
            seen AS (
                UPDATE session s SET seen_at = now() FROM found f
                WHERE s.digest = f.digest AND f.seen_at < now() - least(interval '20 seconds', make_interval(secs => $2 / 10)))
            SELECT * FROM found""";

    static final String CLOSE_SESSION = "DELETE FROM session WHERE digest = $1";

    /** Every session of an account but one; all when $2 is empty. */
    static final String CLOSE_SESSIONS = "DELETE FROM session WHERE account_id = $1 AND digest <> $2";

    static final String FORGET_OLD_SESSIONS = """
            DELETE FROM session
            WHERE seen_at <= now() - make_interval(secs => $1) OR created_at <= now() - make_interval(secs => $2)""";

    private AccountSql() {}
}
