package wenju.store;

/** Every statement about what the desk adds to answers. */
final class DeskSql {
    // ---- following

    /** Where the desk's knowledge and the notices stand. */
    static final String REVISIONS = "SELECT d.number AS desk, r.number AS notices FROM desk_revision d, revision r";

    // ---- standard answers

    private static final String WITH_APPROVER = """
            SELECT s.*, a.display_name AS approver FROM standard_answer s LEFT JOIN account a ON a.id = s.approved_by
            """;

    /** What waits or stepped aside first, then by the last change. */
    static final String LIST_STANDARD = WITH_APPROVER + """
            ORDER BY s.withdrawn, cardinality(s.authors) = 0 AND s.aside IS NULL, s.changed_at DESC, s.id""";

    static final String FIND_STANDARD = WITH_APPROVER + "WHERE s.id = $1";

    static final String LOCK_STANDARD = WITH_APPROVER + "WHERE s.id = $1 FOR UPDATE OF s";

    static final String ADD_STANDARD = """
            INSERT INTO standard_answer (id, wordings, text, clauses, review_on, authors) VALUES ($1, $2, $3, $4, $5, $6)""";

    static final String CHANGE_STANDARD = """
            UPDATE standard_answer
            SET wordings = $3, text = $4, clauses = $5, review_on = $6, authors = $7, withdrawn = false,
                version = version + 1, changed_at = now()
            WHERE id = $1 AND version = $2""";

    static final String APPROVE_STANDARD = """
            UPDATE standard_answer
            SET in_use = $3, approved_by = $4, authors = '{}', aside = NULL, version = version + 1, changed_at = now()
            WHERE id = $1 AND version = $2""";

    static final String WITHDRAW_STANDARD = """
            UPDATE standard_answer
            SET in_use = NULL, authors = '{}', aside = NULL, withdrawn = true, version = version + 1, changed_at = now()
            WHERE id = $1 AND version = $2""";

    /** Unless somebody else was faster. */
    static final String STEP_ASIDE = """
            UPDATE standard_answer SET in_use = NULL, aside = $3, version = version + 1, changed_at = now()
            WHERE id = $1 AND (in_use ->> 'edition')::integer = $2""";

    static final String STANDARD_IN_USE = "SELECT id, in_use FROM standard_answer WHERE in_use IS NOT NULL ORDER BY id";

    // ---- thesaurus

    static final String LIST_ENTRIES = "SELECT * FROM thesaurus_entry ORDER BY withdrawn, added_at DESC, id";

    static final String ENTRIES_IN_USE = "SELECT line FROM thesaurus_entry WHERE NOT withdrawn ORDER BY added_at, id";

    static final String ADD_ENTRY = "INSERT INTO thesaurus_entry (id, line, added_by) VALUES ($1, $2, $3) RETURNING *";

    static final String WITHDRAW_ENTRY = """
            UPDATE thesaurus_entry SET withdrawn = true, version = version + 1
            WHERE id = $1 AND version = $2 AND NOT withdrawn RETURNING *""";

    // ---- queue

    /** Counted in one index; the questions themselves are read for one page only. */
    private static final String GROUPS = """
            WITH page AS (
                SELECT a.likeness, count(*) AS asked, max(a.given_at) AS last_at,
                       count(*) FILTER (WHERE a.trouble = 'unanswered') AS unanswered,
                       count(*) FILTER (WHERE a.trouble = 'unhelpful') AS unhelpful,
                       count(*) FILTER (WHERE a.trouble = 'doubtful') AS doubtful
                FROM answer a
                WHERE a.trouble IS NOT NULL AND %s
                GROUP BY a.likeness
                ORDER BY asked DESC, last_at DESC, likeness
                LIMIT $1 OFFSET $2)
            SELECT page.*, coalesce(d.version, 0) AS version, coalesce(d.reason, '') AS reason,
                   ARRAY(SELECT q.question FROM answer q
                         WHERE q.likeness = page.likeness AND q.trouble IS NOT NULL
                         ORDER BY q.given_at DESC LIMIT 3) AS questions
            FROM page LEFT JOIN queue_decision d ON d.likeness = page.likeness
            ORDER BY asked DESC, last_at DESC, likeness""";

    static final String QUEUE = GROUPS.formatted("""
            NOT EXISTS (SELECT 1 FROM queue_decision d WHERE d.likeness = a.likeness
                        AND (d.state = 'setAside' OR d.state = 'solved' AND a.given_at <= d.decided_at))""");

    static final String QUEUE_SET_ASIDE = GROUPS.formatted(
            "EXISTS (SELECT 1 FROM queue_decision d WHERE d.likeness = a.likeness AND d.state = 'setAside')");

    static final String DECIDE_FIRST = """
            INSERT INTO queue_decision (likeness, state, reason) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING version""";

    static final String DECIDE = """
            UPDATE queue_decision SET state = $2, reason = $3, decided_at = now(), version = version + 1
            WHERE likeness = $1 AND version = $4 RETURNING version""";

    private DeskSql() {}
}
