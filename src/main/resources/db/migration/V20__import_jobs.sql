-- Imports that came over HTTP. A job that runs says so again and again; one that has fallen silent ended with its node.
CREATE TABLE import_job (
    id uuid PRIMARY KEY,
    key_id text NOT NULL,              -- of the API key it came with
    idempotency_key text,              -- of the client's choice; null: none
    digest text NOT NULL,              -- of the order, to tell whether a second one is the same
    dry_run boolean NOT NULL,
    files text[] NOT NULL,             -- names, in the order they came
    reports jsonb NOT NULL DEFAULT '[]',
    started_at timestamptz NOT NULL DEFAULT now(),
    heard_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz            -- null while it runs
);
CREATE UNIQUE INDEX import_job_by_key ON import_job (key_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
