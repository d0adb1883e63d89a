-- What editors correct by hand in a notice, kept apart from what was read. Without a foreign key, as a withdrawal: it outlasts
-- an import that drops the notice and another that brings it back. A row stays when the correction is taken back, so that its
-- version only grows.
CREATE TABLE correction (
    notice_id text PRIMARY KEY,
    read jsonb NOT NULL,               -- title, documentNumber, issuedOn, effectiveOn, expiresOn as the last import read them
    fields jsonb NOT NULL,             -- those of them that are otherwise by hand; an empty text: the notice has none
    ruling jsonb,                      -- validity by hand: status, since, reason, on; null: as the notices say
    reason text NOT NULL,              -- of the last change
    author text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);
