-- The notices as they were printed, and the order in which they changed.

-- One row: the number of the last change. An import locks it from its first statement to its commit, so imports follow one
-- another and revisions become visible in order.
CREATE TABLE revision (
    number bigint NOT NULL,
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);
INSERT INTO revision (number) VALUES (0);

-- A gazette file as it was last imported.
CREATE TABLE gazette (
    name text PRIMARY KEY,
    digest text NOT NULL,              -- of the file's content; empty: to be read anew
    reader_version text NOT NULL,      -- of the reader that made the notices
    imported_at timestamptz NOT NULL DEFAULT now()
);

-- revision: when it, or what other notices do to it, last changed.
CREATE TABLE notice (
    id text PRIMARY KEY,
    number text,
    title text NOT NULL,
    issuer text NOT NULL,
    jurisdiction text NOT NULL,
    kind text NOT NULL,
    issued_on date,
    effective_on date,
    expires_on date,
    gazette text NOT NULL REFERENCES gazette,
    first_line integer NOT NULL,
    last_line integer NOT NULL,
    revision bigint NOT NULL
);
CREATE INDEX notice_by_date ON notice (issued_on DESC NULLS LAST, id);
CREATE INDEX notice_by_revision ON notice (revision);
CREATE INDEX notice_by_gazette ON notice (gazette);

-- Which files print which notices: the same notice may stand in several, and is stored as the last import had it.
CREATE TABLE printing (
    gazette text NOT NULL REFERENCES gazette,
    notice_id text NOT NULL REFERENCES notice ON DELETE CASCADE,
    PRIMARY KEY (gazette, notice_id)
);
CREATE INDEX printing_by_notice ON printing (notice_id);

CREATE TABLE passage (
    notice_id text NOT NULL REFERENCES notice ON DELETE CASCADE,
    position integer NOT NULL,
    form text NOT NULL,
    locator text[] NOT NULL,
    headings text[] NOT NULL,
    lead_in text NOT NULL,
    text text NOT NULL,
    first_line integer NOT NULL,
    last_line integer NOT NULL,
    PRIMARY KEY (notice_id, position)
);

-- What a notice may be called by: the key of its number, and keys of its title.
CREATE TABLE appellation (
    notice_id text NOT NULL REFERENCES notice ON DELETE CASCADE,
    by_number boolean NOT NULL,
    key text NOT NULL,
    PRIMARY KEY (notice_id, by_number, key)
);
CREATE INDEX appellation_by_key ON appellation (key);

-- What a notice says about another document, which need not be stored.
CREATE TABLE relation (
    notice_id text NOT NULL REFERENCES notice ON DELETE CASCADE,
    place integer NOT NULL,
    kind text NOT NULL,
    target text NOT NULL,
    target_title text NOT NULL,
    from_day date,
    passage integer NOT NULL,
    by_number boolean NOT NULL,
    key text NOT NULL,
    PRIMARY KEY (notice_id, place)
);
CREATE INDEX relation_by_key ON relation (key);

-- Relations whose target is stored. A number names one document. A title may be borne by several: then the target must not
-- be younger than the notice that names it, nor of another jurisdiction.
CREATE VIEW link AS
SELECT r.notice_id, r.place, r.kind, r.from_day, target.id AS target_id
FROM relation r
JOIN appellation a ON a.key = r.key AND a.by_number = r.by_number AND a.notice_id <> r.notice_id
JOIN notice target ON target.id = a.notice_id
JOIN notice source ON source.id = r.notice_id
WHERE r.by_number
   OR ((target.issued_on IS NULL OR source.issued_on IS NULL OR target.issued_on <= source.issued_on)
       AND (target.jurisdiction = source.jurisdiction OR target.jurisdiction = '' OR source.jurisdiction = ''));

-- Notices that are gone, for those who follow.
CREATE TABLE removal (
    notice_id text PRIMARY KEY,
    revision bigint NOT NULL
);
CREATE INDEX removal_by_revision ON removal (revision);
