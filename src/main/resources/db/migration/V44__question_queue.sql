-- What citizens could not be told, for the desk's queue; and what staff add to the thesaurus.

-- likeness: of the words that tell most, as a digest; questions that share it stand together in the queue.
-- trouble: unanswered, unhelpful (somebody said so) or doubtful (the first excerpt was unsure); null: none.
ALTER TABLE answer ADD COLUMN likeness text COLLATE "C";
ALTER TABLE answer ADD COLUMN trouble text;
UPDATE answer SET likeness = left(md5(understood_as), 16);
UPDATE answer SET trouble = 'unhelpful'
WHERE EXISTS (SELECT 1 FROM feedback f WHERE f.answer_id = answer.id AND NOT f.helpful);
UPDATE answer SET trouble = 'unanswered' WHERE outcome = 'unanswered';
ALTER TABLE answer ALTER COLUMN likeness SET NOT NULL;
CREATE INDEX answer_by_likeness ON answer (likeness, given_at) INCLUDE (trouble) WHERE trouble IS NOT NULL;

-- What an editor decided about questions alike. Solved: those asked later count again; set aside: they do not.
CREATE TABLE queue_decision (
    likeness text COLLATE "C" PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('open', 'solved', 'setAside')),
    reason text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);

CREATE TABLE thesaurus_entry (
    id text PRIMARY KEY,
    line text NOT NULL,                -- as in config/thesaurus.txt
    added_by text NOT NULL,            -- name of the account
    added_at timestamptz NOT NULL DEFAULT now(),
    withdrawn boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1
);
CREATE TRIGGER tell_desk_revision AFTER INSERT OR UPDATE OR DELETE ON thesaurus_entry
FOR EACH STATEMENT EXECUTE FUNCTION tell_desk_revision();
