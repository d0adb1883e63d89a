-- What editors withdraw and import.

-- Name of who withdrew it; empty where that stands in the audit alone.
ALTER TABLE withdrawal ADD COLUMN author text NOT NULL DEFAULT '';

-- How often a notice was taken out of sight and brought back, so that whoever saw an older number is told. It stays when the
-- withdrawal goes; without a foreign key, as a withdrawal.
CREATE TABLE sight (
    notice_id text PRIMARY KEY,
    version integer NOT NULL
);
INSERT INTO sight (notice_id, version) SELECT notice_id, 1 FROM withdrawal;

-- An import comes with an API key or from an account of the desk.
ALTER TABLE import_job ALTER COLUMN key_id DROP NOT NULL;
ALTER TABLE import_job ADD COLUMN account_id text;
ALTER TABLE import_job ADD CHECK (num_nonnulls(key_id, account_id) = 1);
CREATE UNIQUE INDEX import_job_by_account ON import_job (account_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
