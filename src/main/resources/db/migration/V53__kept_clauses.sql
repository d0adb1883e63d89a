-- Clauses that somebody at the desk used lately or pinned; title to status are as they saw them, to tell what has changed since.
CREATE TABLE kept_clause (
    account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
    passage_id text NOT NULL,          -- may be gone since
    title text NOT NULL,
    locator text NOT NULL,
    text text NOT NULL,
    status text NOT NULL,
    pinned boolean NOT NULL,
    used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account_id, passage_id)
);
