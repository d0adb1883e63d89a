-- What editors write for kinds of questions (标准答复), and what every node follows of the desk's knowledge.

CREATE TABLE standard_answer (
    id text PRIMARY KEY,
    wordings text[] NOT NULL,          -- questions that it answers
    text text NOT NULL,
    clauses jsonb NOT NULL,            -- [{"passageId": "…-3", "text": "…", "acts": 0}], as they stood when it was written
    review_on date NOT NULL,           -- the last day it is shown
    authors text[] NOT NULL,           -- accounts that wrote what is not approved yet; empty: nothing waits
    in_use jsonb,                      -- what is shown, as it was approved; null: nothing
    approved_by text,                  -- account
    aside text,                        -- why it is shown no longer; null: it is, or never was
    withdrawn boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- One row: grows with every change of what the desk adds to answers.
CREATE TABLE desk_revision (
    number bigint NOT NULL,
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);
INSERT INTO desk_revision (number) VALUES (0);

CREATE FUNCTION tell_desk_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE desk_revision SET number = number + 1;
    PERFORM pg_notify('wenju_revision', 'desk');
    RETURN NULL;
END
$$;
CREATE TRIGGER tell_desk_revision AFTER INSERT OR UPDATE OR DELETE ON standard_answer
FOR EACH STATEMENT EXECUTE FUNCTION tell_desk_revision();

-- Which approved answer was shown: its id and the version that was approved.
ALTER TABLE answer ADD COLUMN approved text;
