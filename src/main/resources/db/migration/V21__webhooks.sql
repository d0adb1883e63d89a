-- What is to be told to other systems, written in the transaction of what it tells.

-- The configured receivers, kept here so that every process that changes something knows whom to tell.
CREATE TABLE webhook_receiver (
    url text PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT now()
);

-- A message to a receiver, until it is delivered. One that is being sent is due again a little later, so that another node
-- sends it should this one die.
CREATE TABLE webhook_message (
    id uuid NOT NULL,                  -- of the event: the same for every receiver and every attempt
    url text NOT NULL REFERENCES webhook_receiver ON DELETE CASCADE,
    type text NOT NULL,
    subject text NOT NULL,             -- the notice or answer that it is about
    body text NOT NULL,                -- as it is signed and sent
    created_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT now(),
    dead_at timestamptz,               -- given up
    PRIMARY KEY (id, url)
);
CREATE INDEX webhook_message_by_due ON webhook_message (due_at) WHERE dead_at IS NULL;
CREATE INDEX webhook_message_by_subject ON webhook_message (subject);
CREATE INDEX webhook_message_by_url ON webhook_message (url);

-- The last day whose expiries have been told; empty until the first look.
CREATE TABLE expiry_check (
    day date NOT NULL,
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);
