package wenju.store;

/** Every statement of the store. Tables are in {@code db/migration}. */
final class Sql {
    static final String PING = "SELECT 1";

    static final String READ_ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    static final String REVISION = "SELECT number FROM revision";

    /** Makes imports follow one another: the lock is held to the end of the transaction. */
    static final String LOCK_REVISION = "SELECT number FROM revision FOR UPDATE";

    static final String SET_REVISION = "UPDATE revision SET number = $1";

    /** Kept since tables were empty, plans read them whole for every row, also those by which the server checks references. */
    static final String FORGET_PLANS = "DISCARD PLANS";

    // ---- gazettes

    static final String HOLDS = "SELECT 1 FROM gazette WHERE name = $1 AND digest = $2 AND reader_version = $3";

    static final String PUT_GAZETTE = """
            INSERT INTO gazette (name, digest, reader_version) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE
            SET digest = excluded.digest, reader_version = excluded.reader_version, imported_at = now()""";

    /** What the gazette printed when it was last imported. */
    static final String PRINTED = "SELECT notice_id FROM printing WHERE gazette = $1";

    /**
     * Of some notices, those that no other gazette prints. Here and below NOT IN has the server look those up in a hash; of NOT
     * EXISTS it makes a loop over both tables where it takes them for empty.
     */
    static final String PRINTED_NOWHERE_ELSE = """
            SELECT id FROM unnest($2::text[]) AS id
            WHERE id NOT IN (SELECT notice_id FROM printing WHERE notice_id = ANY($2) AND gazette <> $1)""";

    /** The other gazettes that print these notices must be read anew, to say again what they print. */
    static final String FORGET_OTHER_DIGESTS = """
            UPDATE gazette SET digest = ''
            WHERE name IN (SELECT gazette FROM printing WHERE notice_id = ANY($2) AND gazette <> $1)""";

    static final String DELETE_PRINTINGS = "DELETE FROM printing WHERE gazette = $1 AND notice_id = ANY($2)";

    static final String PUT_PRINTING =
            "INSERT INTO printing (gazette, notice_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    // ---- writing notices

    static final String PUT_NOTICE = """
            INSERT INTO notice (id, number, title, issuer, jurisdiction, kind, issued_on, effective_on, expires_on,
                                gazette, first_line, last_line, revision, written)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
            ON CONFLICT (id) DO UPDATE
            SET number = excluded.number, title = excluded.title, issuer = excluded.issuer,
                jurisdiction = excluded.jurisdiction, kind = excluded.kind, issued_on = excluded.issued_on,
                effective_on = excluded.effective_on, expires_on = excluded.expires_on, gazette = excluded.gazette,
                first_line = excluded.first_line, last_line = excluded.last_line, revision = excluded.revision,
                written = excluded.written""";

    static final String PUT_PASSAGE = """
            INSERT INTO passage (notice_id, position, form, locator, headings, lead_in, text, first_line, last_line)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    static final String PUT_RELATION = """
            INSERT INTO relation (notice_id, place, kind, target, target_title, from_day, passage, by_number, key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    static final String PUT_APPELLATION = "INSERT INTO appellation (notice_id, by_number, key) VALUES ($1, $2, $3)";

    static final String DELETE_PASSAGES = "DELETE FROM passage WHERE notice_id = ANY($1)";

    static final String DELETE_RELATIONS = "DELETE FROM relation WHERE notice_id = ANY($1)";

    static final String DELETE_APPELLATIONS = "DELETE FROM appellation WHERE notice_id = ANY($1)";

    static final String DELETE_NOTICES = "DELETE FROM notice WHERE id = ANY($1)";

    static final String PUT_REMOVALS = """
            INSERT INTO removal (notice_id, revision) SELECT id, $2 FROM unnest($1::text[]) AS id
            ON CONFLICT (notice_id) DO UPDATE SET revision = excluded.revision""";

    /** A notice that is back and in sight is no longer gone. */
    static final String DELETE_REMOVALS = """
            DELETE FROM removal
            WHERE notice_id = ANY($1)
              AND EXISTS (SELECT 1 FROM notice WHERE id = notice_id)
              AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.notice_id = removal.notice_id)""";

    /** What is about to be replaced or removed by revision $2. */
    static final String KEEP_VERSIONS = """
            INSERT INTO notice_version (notice_id, until, notice, passages, relations)
            SELECT n.id, $2, to_jsonb(n),
                   (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.position), '[]')
                    FROM passage p WHERE p.notice_id = n.id),
                   (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.place), '[]')
                    FROM relation r WHERE r.notice_id = n.id)
            FROM notice n WHERE n.id = ANY($1)""";

    static final String GAZETTE_BEFORE = "SELECT digest, reader_version FROM gazette WHERE name = $1";

    static final String TOUCH = "UPDATE notice SET revision = $2 WHERE id = ANY($1)";

    // ---- withdrawing

    static final String PUT_WITHDRAWAL = "INSERT INTO withdrawal (notice_id, reason, author) VALUES ($1, $2, $3)";

    static final String DELETE_WITHDRAWAL = "DELETE FROM withdrawal WHERE notice_id = $1 RETURNING reason";

    /** Of some notices, those that are stored and not withdrawn. */
    static final String IN_SIGHT = """
            SELECT id FROM notice
            WHERE id = ANY($1) AND id NOT IN (SELECT notice_id FROM withdrawal WHERE notice_id = ANY($1))""";

    /** Of some notices, those that are withdrawn, stored or not. */
    static final String OUT_OF_SIGHT = "SELECT notice_id FROM withdrawal WHERE notice_id = ANY($1)";

    static final String WITHDRAWN = "SELECT reason FROM withdrawal WHERE notice_id = $1";

    /** One row when the notice is stored, in sight or not: how often that changed. */
    static final String SIGHT = """
            SELECT coalesce(s.version, 0) AS version FROM notice n LEFT JOIN sight s ON s.notice_id = n.id WHERE n.id = $1""";

    static final String CHANGE_SIGHT = """
            INSERT INTO sight (notice_id, version) VALUES ($1, 1)
            ON CONFLICT (notice_id) DO UPDATE SET version = sight.version + 1""";

    // ---- correcting by hand

    static final String CORRECTIONS = "SELECT * FROM correction WHERE notice_id = ANY($1)";

    static final String RENEW_READ = "UPDATE correction SET read = $2 WHERE notice_id = $1";

    static final String PUT_CORRECTION = """
            INSERT INTO correction (notice_id, read, fields, ruling, reason, author) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (notice_id) DO UPDATE
            SET fields = excluded.fields, ruling = excluded.ruling, reason = excluded.reason, author = excluded.author,
                changed_at = now(), version = correction.version + 1""";

    static final String CORRECT_NOTICE = """
            UPDATE notice
            SET title = $2, number = $3, issued_on = $4, effective_on = $5, expires_on = $6, revision = $7, written = $7
            WHERE id = $1""";

    /** Corrections of notices that gazette $1 alone prints, and no longer does when it prints these. */
    static final String CORRECTIONS_LEFT = """
            SELECT c.*, n.issuer FROM correction c
            JOIN notice n ON n.id = c.notice_id
            JOIN printing p ON p.notice_id = c.notice_id AND p.gazette = $1
            WHERE c.notice_id <> ALL($2)
              AND NOT EXISTS (SELECT 1 FROM printing o WHERE o.notice_id = c.notice_id AND o.gazette <> $1)
            ORDER BY c.notice_id""";

    /** Nothing happens where the other notice has one of its own. */
    static final String CARRY_CORRECTION = """
            UPDATE correction SET notice_id = $2
            WHERE notice_id = $1 AND NOT EXISTS (SELECT 1 FROM correction WHERE notice_id = $2)""";

    // ---- audit

    static final String PUT_AUDIT = """
            INSERT INTO audit (actor, origin, action, subject, before, after) VALUES ($1, $2, $3, $4, $5, $6)""";

    // ---- answers

    static final String PUT_CONFIGURATION =
            "INSERT INTO configuration (digest, settings) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    /** Nobody is writing answers then, and what follows sees all that were written. */
    static final String LOCK_ANSWERS = "LOCK TABLE answer IN SHARE ROW EXCLUSIVE MODE";

    /**
     * An answer that is there already was stored by an attempt whose acknowledgement got lost. One that was given before its
     * conversation was erased is too late; the clocks of nodes may differ by five minutes.
     */
    static final String PUT_ANSWER = """
            INSERT INTO answer (id, given_at, conversation, question, history, filters, most, understood_as, outcome,
                                excerpts, revision, configuration, millis, approved, likeness, trouble, door)
            SELECT $1, $2::timestamptz, $3::text, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
            WHERE NOT EXISTS (SELECT 1 FROM audit
                              WHERE action = 'erase' AND subject = $3 AND at > $2 - interval '5 minutes')
            ON CONFLICT DO NOTHING""";

    /** One row when the answer is kept: whether it showed the passage, if one is meant. Only then the feedback is kept. */
    static final String PUT_FEEDBACK = """
            WITH asked AS (
                SELECT id, $2::text IS NULL
                    OR excerpts @> jsonb_build_array(jsonb_build_object('passageId', $2::text)) AS shown
                FROM answer WHERE id = $1
            ), kept AS (
                INSERT INTO feedback (answer_id, passage_id, helpful, reason, comment)
                SELECT id, $2, $3, $4, $5 FROM asked WHERE shown
            ), troubled AS (
                UPDATE answer SET trouble = coalesce(nullif(trouble, 'doubtful'), 'unhelpful')
                WHERE NOT $3::boolean AND likeness <> '' AND id IN (SELECT id FROM asked WHERE shown)
            )
            SELECT shown FROM asked""";

    /** One JSON object an answer, oldest first, with the feedback to it. */
    static final String CONVERSATION = """
            SELECT to_jsonb(a) || jsonb_build_object('feedback',
                (SELECT coalesce(jsonb_agg(to_jsonb(f) - 'id' - 'answer_id' ORDER BY f.id), '[]')
                 FROM feedback f WHERE f.answer_id = a.id)) AS exchange
            FROM answer a WHERE a.conversation = $1 ORDER BY a.given_at, a.id""";

    static final String DELETE_CONVERSATION = "DELETE FROM answer WHERE conversation = $1 RETURNING id::text";

    /** A bounded number at a time, so that no deletion holds others up for long. */
    static final String DELETE_OLD_ANSWERS = """
            DELETE FROM answer WHERE id IN (SELECT id FROM answer WHERE given_at < $1 ORDER BY given_at LIMIT $2)
            RETURNING id::text""";

    // ---- imports over HTTP

    static final String LOCK_IMPORT_JOBS = "LOCK TABLE import_job IN SHARE ROW EXCLUSIVE MODE";

    static final String DELETE_OLD_IMPORT_JOBS =
            "DELETE FROM import_job WHERE coalesce(finished_at, heard_at) < now() - make_interval(secs => $1)";

    static final String PUT_IMPORT_JOB = """
            INSERT INTO import_job (id, key_id, account_id, idempotency_key, digest, dry_run, files)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            RETURNING *, false AS interrupted""";

    /** Silent for more than $1 seconds means interrupted. */
    static final String IMPORT_JOB = """
            SELECT *, finished_at IS NULL AND heard_at < now() - make_interval(secs => $1) AS interrupted FROM import_job WHERE id = $2""";

    static final String IMPORT_JOB_OF_KEY = """
            SELECT *, finished_at IS NULL AND heard_at < now() - make_interval(secs => $1) AS interrupted FROM import_job
            WHERE (key_id = $2 OR account_id = $3) AND idempotency_key = $4""";

    /** A dry run as it was seen, and whether one of its files was imported since it began. */
    static final String PREVIEW = """
            SELECT EXISTS (SELECT 1 FROM gazette g WHERE g.name = ANY (j.files) AND g.imported_at > j.started_at) AS overtaken
            FROM import_job j
            WHERE j.id = $1 AND (j.key_id = $2 OR j.account_id = $3) AND j.digest = $4 AND j.dry_run
              AND j.finished_at IS NOT NULL""";

    static final String FREE_IDEMPOTENCY_KEY = "UPDATE import_job SET idempotency_key = NULL WHERE id = $1";

    static final String BUSY_IMPORT_JOB =
            "SELECT id FROM import_job WHERE finished_at IS NULL AND heard_at >= now() - make_interval(secs => $1) AND files && $2 LIMIT 1";

    /** A state that is overtaken by another on its way changes nothing. */
    static final String WRITE_IMPORT_JOB = """
            UPDATE import_job SET reports = $2, heard_at = now(), finished_at = CASE WHEN $3 THEN now() END
            WHERE id = $1 AND finished_at IS NULL AND jsonb_array_length(reports) <= jsonb_array_length($2)""";

    // ---- telling other systems

    static final String DELETE_RECEIVERS = "DELETE FROM webhook_receiver WHERE url <> ALL($1)";

    static final String PUT_RECEIVERS =
            "INSERT INTO webhook_receiver (url) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING";

    static final String PUT_MESSAGE = """
            INSERT INTO webhook_message (id, url, type, subject, body) SELECT $1, url, $2, $3, $4 FROM webhook_receiver""";

    /** At most $2 that are due; what another node is claiming is passed over. */
    static final String CLAIM_MESSAGES = """
            UPDATE webhook_message m
            SET attempts = m.attempts + 1, due_at = now() + make_interval(secs => $3)
            FROM (SELECT id, url FROM webhook_message
                  WHERE dead_at IS NULL AND due_at <= now() AND url = ANY($1)
                  ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED) due
            WHERE m.id = due.id AND m.url = due.url
            RETURNING m.*""";

    static final String WAITING_MESSAGES = "SELECT count(*) AS waiting FROM webhook_message WHERE dead_at IS NULL";

    static final String DELETE_MESSAGE = "DELETE FROM webhook_message WHERE id = $1 AND url = $2";

    static final String POSTPONE_MESSAGE = """
            UPDATE webhook_message SET due_at = now() + make_interval(secs => $3) WHERE id = $1 AND url = $2""";

    static final String GIVE_UP_MESSAGE = "UPDATE webhook_message SET dead_at = now() WHERE id = $1 AND url = $2";

    static final String DELETE_GIVEN_UP_MESSAGES =
            "DELETE FROM webhook_message WHERE dead_at < now() - make_interval(secs => $1)";

    /** What tells of some answers. */
    static final String DELETE_MESSAGES_ABOUT = "DELETE FROM webhook_message WHERE subject = ANY($1)";

    static final String ANSWER_HEAD = "SELECT question, understood_as, outcome FROM answer WHERE id = $1";

    static final String BEGIN_EXPIRY_CHECK = "INSERT INTO expiry_check (day) VALUES ($1) ON CONFLICT DO NOTHING";

    /** Held to the end of the transaction: one node at a time looks. */
    static final String LOCK_EXPIRY_CHECK = "SELECT day FROM expiry_check FOR UPDATE";

    static final String SET_EXPIRY_CHECK = "UPDATE expiry_check SET day = $1";

    // ---- reading notices

    static final String NOTICES = "SELECT * FROM notice WHERE id = ANY($1) ORDER BY revision, id";

    static final String PASSAGES = "SELECT * FROM passage WHERE notice_id = ANY($1) ORDER BY notice_id, position";

    static final String RELATIONS = "SELECT * FROM relation WHERE notice_id = ANY($1) ORDER BY notice_id, place";

    /** What some notices may be called by. */
    static final String APPELLATIONS = "SELECT * FROM appellation WHERE notice_id = ANY($1)";

    /** Which notices may be called by some keys. */
    static final String CALLED = "SELECT * FROM appellation WHERE key = ANY($1) ORDER BY notice_id";

    /** What is done to whatever may be called by some keys; citing does nothing. */
    static final String ACTING = "SELECT * FROM relation WHERE key = ANY($1) AND kind <> 'CITES'";

    /** Versions that are no more, oldest first; the rows of their parts have the columns of the tables they come from. */
    static final String VERSIONS = """
            SELECT v.until, v.replaced_at, n.*
            FROM notice_version v, jsonb_populate_record(NULL::notice, v.notice) n
            WHERE v.notice_id = $1 ORDER BY v.until""";

    static final String VERSION_PASSAGES = """
            SELECT v.until, p.*
            FROM notice_version v, jsonb_populate_recordset(NULL::passage, v.passages) p
            WHERE v.notice_id = $1 ORDER BY v.until, p.position""";

    static final String VERSION_RELATIONS = """
            SELECT v.until, r.*
            FROM notice_version v, jsonb_populate_recordset(NULL::relation, v.relations) r
            WHERE v.notice_id = $1 ORDER BY v.until, r.place""";

    /** Newest first, undated last; $4 says whether a cursor is given, $5 and $6 are its date and id. */
    static final String LIST = """
            SELECT * FROM notice
            WHERE ($1::text IS NULL OR issuer = $1)
              AND ($2::text IS NULL OR kind = $2)
              AND id NOT IN (SELECT notice_id FROM withdrawal)
              AND ($3::integer IS NULL OR (issued_on >= make_date($3, 1, 1) AND issued_on < make_date($3 + 1, 1, 1)))
              AND (NOT $4::boolean
                   OR CASE WHEN $5::date IS NULL THEN issued_on IS NULL AND id > $6
                      ELSE issued_on < $5 OR (issued_on = $5 AND id > $6) OR issued_on IS NULL END)
            ORDER BY issued_on DESC NULLS LAST, id
            LIMIT $7""";

    /**
     * As {@link #LIST}, with those withdrawn alone or without them, and with what the desk knows of each. Every word of $3 stands
     * in the title, or what it is without brackets ($4) in the number.
     */
    static final String REGISTER = """
            SELECT n.*, w.reason, w.author, w.withdrawn_at, coalesce(s.version, 0) AS version
            FROM notice n LEFT JOIN withdrawal w ON w.notice_id = n.id LEFT JOIN sight s ON s.notice_id = n.id
            WHERE (w.notice_id IS NOT NULL) = $1
              AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM printing p WHERE p.gazette = $2 AND p.notice_id = n.id))
              AND NOT EXISTS (
                  SELECT 1 FROM unnest($3::text[], $4::text[]) AS sought (word, key)
                  WHERE position(sought.word IN lower(n.title)) = 0
                    AND (sought.key = '' OR position(sought.key IN lower(translate(coalesce(n.number, ''), '〔〕第', ''))) = 0))
              AND (NOT $5::boolean
                   OR CASE WHEN $6::date IS NULL THEN n.issued_on IS NULL AND n.id > $7
                      ELSE n.issued_on < $6 OR (n.issued_on = $6 AND n.id > $7) OR n.issued_on IS NULL END)
            ORDER BY n.issued_on DESC NULLS LAST, n.id
            LIMIT $8""";

    static final String GAZETTES = """
            SELECT g.name, g.imported_at, count(p.notice_id) AS notices
            FROM gazette g JOIN printing p ON p.gazette = g.name
            GROUP BY g.name ORDER BY g.name""";

    // ---- following

    /** The last of as many whole revisions after $1 as hold at most $2 notices, but at least one; null when there is none. */
    static final String LAST_OF_PAGE = """
            WITH change AS (
                SELECT revision FROM notice
                WHERE revision > $1 AND id NOT IN (SELECT notice_id FROM withdrawal)
                UNION ALL SELECT revision FROM removal WHERE revision > $1),
            counted AS (SELECT revision, sum(count(*)) OVER (ORDER BY revision) AS total FROM change GROUP BY revision)
            SELECT coalesce(max(revision) FILTER (WHERE total <= $2), min(revision)) AS last FROM counted""";

    static final String CHANGED = """
            SELECT id FROM notice
            WHERE revision > $1 AND revision <= $2
              AND id NOT IN (SELECT notice_id FROM withdrawal)""";

    static final String REMOVED =
            "SELECT notice_id FROM removal WHERE revision > $1 AND revision <= $2 ORDER BY revision, notice_id";

    private Sql() {}
}
