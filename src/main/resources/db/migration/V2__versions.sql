-- What a notice said before, and what staff took out of sight.

-- The revision that wrote the text; `revision` also moves when another notice acts on it.
ALTER TABLE notice ADD COLUMN written bigint;
UPDATE notice SET written = revision;
ALTER TABLE notice ALTER COLUMN written SET NOT NULL;

-- A text that an import replaced or removed. It held from revision `written` (in `notice`) to before `until`.
CREATE TABLE notice_version (
    notice_id text NOT NULL,
    until bigint NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now(),
    notice jsonb NOT NULL,             -- the row of notice
    passages jsonb NOT NULL,           -- its rows of passage
    relations jsonb NOT NULL,          -- its rows of relation
    PRIMARY KEY (notice_id, until)
);

-- A notice out of sight is as if not stored, also for what it does to others. It has no foreign key: the decision outlasts
-- an import that drops the notice and another that brings it back.
CREATE TABLE withdrawal (
    notice_id text PRIMARY KEY,
    withdrawn_at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL
);

CREATE OR REPLACE VIEW link AS
SELECT r.notice_id, r.place, r.kind, r.from_day, target.id AS target_id
FROM relation r
JOIN appellation a ON a.key = r.key AND a.by_number = r.by_number AND a.notice_id <> r.notice_id
JOIN notice target ON target.id = a.notice_id
JOIN notice source ON source.id = r.notice_id
WHERE (r.by_number
       OR ((target.issued_on IS NULL OR source.issued_on IS NULL OR target.issued_on <= source.issued_on)
           AND (target.jurisdiction = source.jurisdiction OR target.jurisdiction = '' OR source.jurisdiction = '')))
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.notice_id IN (source.id, target.id));

-- Wakes those who follow, when the change is committed and not before.
CREATE FUNCTION tell_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('wenju_revision', NEW.number::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER tell_revision AFTER UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION tell_revision();
