-- Who works at the desk, and who is signed in.

CREATE TABLE account (
    id text PRIMARY KEY,
    name text NOT NULL UNIQUE,         -- to sign in with, in small letters
    display_name text NOT NULL,
    role text NOT NULL CHECK (role IN ('staff', 'editor', 'administrator', 'auditor')),
    password text,                     -- salted and slow, see PasswordHash; null: cannot sign in by password
    one_time boolean NOT NULL,         -- made by somebody else: to be replaced before anything else is done
    disabled boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- digest: SHA-256 of the token in the cookie, in hexadecimal; the token itself is nowhere.
CREATE TABLE session (
    digest text PRIMARY KEY,
    account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_by_account ON session (account_id);

-- Attempts to sign in that were not good, by name and by address, both as SHA-256: what people type into the wrong field,
-- and where they sit, is nobody's business.
CREATE TABLE sign_in_attempt (
    subject text PRIMARY KEY,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    blocked_until timestamptz          -- null: may try again
);
CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (last_at);
