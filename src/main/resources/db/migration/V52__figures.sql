-- What the figures of the desk are counted from.

-- door: through which a question came; null: before this was kept.
-- begins_with: the passage that the answer began with; null: it found none.
ALTER TABLE answer
    ADD COLUMN door text CHECK (door IN ('page', 'widget', 'api', 'chat', 'mcp')),
    ADD COLUMN begins_with text COLLATE "C" GENERATED ALWAYS AS (excerpts -> 0 ->> 'passageId') STORED;

-- Holds all that is counted, so that the texts need not be read.
CREATE INDEX answer_by_day ON answer (given_at) INCLUDE (door, outcome, millis, likeness, begins_with);
DROP INDEX answer_by_time;
