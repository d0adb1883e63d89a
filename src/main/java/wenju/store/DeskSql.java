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

    private DeskSql() {}
}
