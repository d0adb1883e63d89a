-- What was asked and answered, and what people thought of it. Texts are masked before they come here.

-- Under what program and settings answers came about, by the digest that answers name.
CREATE TABLE configuration (
    digest text PRIMARY KEY,
    first_used_at timestamptz NOT NULL DEFAULT now(),
    settings jsonb NOT NULL
);

CREATE TABLE answer (
    id uuid PRIMARY KEY,               -- of the request
    given_at timestamptz NOT NULL,
    conversation text,                 -- as the client names it
    question text NOT NULL,
    history text[] NOT NULL,           -- earlier questions, oldest first
    filters jsonb NOT NULL,
    most integer NOT NULL,             -- excerpts wanted
    understood_as text NOT NULL,
    outcome text NOT NULL,
    excerpts jsonb NOT NULL,           -- [{"passageId": "…-3", "confidence": 0.9}], best first
    revision bigint NOT NULL,          -- of the index that answered
    configuration text NOT NULL REFERENCES configuration,
    millis bigint NOT NULL
);
CREATE INDEX answer_by_time ON answer (given_at);
CREATE INDEX answer_by_conversation ON answer (conversation) WHERE conversation IS NOT NULL;

CREATE TABLE feedback (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    answer_id uuid NOT NULL REFERENCES answer ON DELETE CASCADE,
    given_at timestamptz NOT NULL DEFAULT now(),
    helpful boolean NOT NULL,
    reason text,
    comment text NOT NULL
);
CREATE INDEX feedback_by_answer ON feedback (answer_id);
