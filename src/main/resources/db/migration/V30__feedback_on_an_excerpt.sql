-- Feedback may be about one excerpt of an answer.

ALTER TABLE feedback ADD COLUMN passage_id text;   -- one of those in answer.excerpts; null: the whole answer
