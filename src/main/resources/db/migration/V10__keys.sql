-- Keys of integrators. The secret itself is nowhere: digest is the SHA-256 of it, in hexadecimal.
CREATE TABLE api_key (
    id text PRIMARY KEY,
    name text NOT NULL,
    digest text NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    per_minute integer,                -- requests a minute; null: as configured
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,            -- null: never; set when it is rotated
    revoked_at timestamptz
);
