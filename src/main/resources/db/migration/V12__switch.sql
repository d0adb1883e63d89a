-- Whether questions are answered, by the channel they come from. Every node follows these rows.
CREATE TABLE channel (
    name text PRIMARY KEY CHECK (name IN ('page', 'widget', 'api')),
    answers boolean NOT NULL DEFAULT true,
    notice text NOT NULL DEFAULT '',   -- what people are told while it does not answer
    version integer NOT NULL DEFAULT 1,
    CHECK (answers OR notice <> '')
);
INSERT INTO channel (name) VALUES ('page'), ('widget'), ('api');

-- Pages of the audit, newest first, by day, by who and by what.
CREATE INDEX audit_by_actor ON audit (actor, id);
CREATE INDEX audit_by_action ON audit (action, id);
CREATE INDEX audit_by_time ON audit (at, id);
