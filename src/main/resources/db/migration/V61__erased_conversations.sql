-- Whether a conversation was erased is looked up for every answer that is written, however much else is told of its number.
CREATE INDEX audit_of_erasing ON audit (subject, at) WHERE action = 'erase';
