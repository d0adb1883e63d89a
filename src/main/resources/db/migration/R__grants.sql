-- What the application's role may do. ${application} is the user of database.uri; tables belong to the role that migrates,
-- which may be the same where nobody made two.

GRANT USAGE ON SCHEMA wenju TO "${application}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wenju TO "${application}";
ALTER DEFAULT PRIVILEGES IN SCHEMA wenju GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${application}";
REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM "${application}";

DO $$
BEGIN
    IF current_user <> '${application}' THEN
        REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM "${application}";
    END IF;
END
$$;
