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

    // ---- figures

    /** What was asked from $1 to before $2, through door $3 or any. */
    private static final String ASKED = """
            a.given_at >= $1 AND a.given_at < $2 AND ($3::text IS NULL OR a.door = $3)""";

    /** One row a day in zone $4 that has questions, and one without a day for all of them. */
    static final String QUESTIONS_BY_DAY = """
            SELECT (a.given_at AT TIME ZONE $4)::date AS day, count(*) AS questions,
                   count(*) FILTER (WHERE a.outcome = 'answered') AS answered,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY a.millis) AS median_millis,
                   percentile_disc(0.95) WITHIN GROUP (ORDER BY a.millis) AS slow_millis
            FROM answer a WHERE %s
            GROUP BY ROLLUP (1) ORDER BY 1""".formatted(ASKED);

    /** The same of what people thought, by the day of the question. */
    static final String FEEDBACK_BY_DAY = """
            SELECT (a.given_at AT TIME ZONE $4)::date AS day,
                   count(*) FILTER (WHERE f.helpful) AS useful, count(*) FILTER (WHERE NOT f.helpful) AS not_useful
            FROM feedback f JOIN answer a ON a.id = f.answer_id WHERE %s
            GROUP BY ROLLUP (1)""".formatted(ASKED);

    /**
     * The $5 notices that most answers began with, of those still in sight, with up to three headings; neither notices nor headings
     * of fewer than $4 answers. Passages are picked before they are joined, so that no plan can be a bad one.
     */
    static final String CITED_MOST = """
            WITH cited AS MATERIALIZED (
                SELECT left(a.begins_with, 12) AS notice_id, a.begins_with AS passage, count(*) AS answers
                FROM answer a WHERE %s AND a.begins_with IS NOT NULL GROUP BY a.begins_with),
            counted AS MATERIALIZED (
                SELECT notice_id, sum(answers)::bigint AS answers FROM cited GROUP BY notice_id HAVING sum(answers) >= $4),
            notices AS MATERIALIZED (
                SELECT n.id, n.number, n.title, c.answers FROM counted c JOIN notice n ON n.id = c.notice_id
                WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.notice_id = n.id)
                ORDER BY c.answers DESC, n.id LIMIT $5),
            picked AS MATERIALIZED (SELECT * FROM cited WHERE notice_id IN (SELECT id FROM notices))
            SELECT n.*, ARRAY(
                SELECT p.headings[cardinality(p.headings)]
                FROM passage p JOIN picked ON picked.passage = p.notice_id || '-' || p.position
                WHERE p.notice_id = n.id AND cardinality(p.headings) > 0
                GROUP BY 1 HAVING sum(picked.answers) >= $4
                ORDER BY sum(picked.answers) DESC, 1 LIMIT 3) AS headings
            FROM notices n ORDER BY n.answers DESC, n.id""".formatted(ASKED);

    /**
     * Questions alike that were asked most, and those that most often found no answer, each at least $4 times and in $4
     * conversations, in the words that were used most, the shortest of these. The conversations are counted of the $5 of either
     * kind alone: of all it would be a sort of the whole span.
     */
    static final String ASKED_MOST = """
            WITH alike AS MATERIALIZED (
                SELECT a.likeness, count(*) AS times, count(*) FILTER (WHERE a.outcome = 'unanswered') AS unanswered
                FROM answer a WHERE %1$s AND a.likeness <> '' GROUP BY a.likeness HAVING count(*) >= $4),
            most AS MATERIALIZED (
                (SELECT likeness FROM alike ORDER BY times DESC, likeness LIMIT $5)
                UNION
                (SELECT likeness FROM alike WHERE unanswered >= $4 ORDER BY unanswered DESC, likeness LIMIT $5)),
            asked AS MATERIALIZED (
                SELECT a.likeness, a.question, a.outcome, coalesce(a.conversation, a.id::text) AS conversation
                FROM answer a WHERE %1$s AND a.likeness IN (SELECT likeness FROM most)),
            worded AS (
                SELECT DISTINCT ON (likeness) likeness, question FROM asked GROUP BY likeness, question
                ORDER BY likeness, count(*) DESC, length(question), question)
            SELECT min(worded.question) AS question, count(*) AS times,
                   count(*) FILTER (WHERE asked.outcome = 'unanswered') AS unanswered
            FROM asked JOIN worded USING (likeness)
            GROUP BY likeness HAVING count(DISTINCT asked.conversation) >= $4
            ORDER BY times DESC, likeness""".formatted(ASKED);

    // ---- kept clauses

    static final String KEPT =
            "SELECT * FROM kept_clause WHERE account_id = $1 ORDER BY pinned DESC, used_at DESC, passage_id";

    static final String KEEP = """
            INSERT INTO kept_clause (account_id, passage_id, title, locator, text, status, pinned)
            VALUES ($1, $2, $3, $4, $5, $6, coalesce($7, false))
            ON CONFLICT (account_id, passage_id) DO UPDATE
            SET title = excluded.title, locator = excluded.locator, text = excluded.text, status = excluded.status,
                pinned = coalesce($7, kept_clause.pinned), used_at = excluded.used_at""";

    static final String DROP_OLDEST = """
            DELETE FROM kept_clause
            WHERE account_id = $1 AND passage_id IN (
                SELECT passage_id FROM kept_clause WHERE account_id = $1 AND NOT pinned
                ORDER BY used_at DESC, passage_id OFFSET $2)""";

    static final String COUNT_PINNED = "SELECT count(*) AS pinned FROM kept_clause WHERE account_id = $1 AND pinned";

    static final String DROP_KEPT = "DELETE FROM kept_clause WHERE account_id = $1 AND passage_id = $2";

    private DeskSql() {}
}
