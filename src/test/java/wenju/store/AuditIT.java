package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody alters the audit: not the role that works, for want of the right, and not the role that owns it. */
@ExtendWith(SharedDatabase.class)
class AuditIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Database database;

    @BeforeEach
    void writeSomething(Database shared) {
        database = shared;
        String gazette = "示例市公报2021-1.txt";
        await(new NoticeStore(shared, "1")
                .save(gazette, "a", List.of(titled("示例市公园条例").notice()), Actor.PROGRAM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE wenju.audit SET actor = 'nobody'",
                "DELETE FROM wenju.audit",
                "TRUNCATE wenju.audit",
                "DROP TABLE wenju.audit",
                "ALTER TABLE wenju.audit DISABLE TRIGGER ALL",
                "DROP TRIGGER audit_is_append_only ON wenju.audit",
                "UPDATE wenju.flyway_schema_history SET success = false"
            })
    void audit_cannotBeAlteredByTheRoleThatWorks(String statement) {
        assertEquals(INSUFFICIENT_PRIVILEGE, refused(database.uri(), statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE wenju.audit SET actor = 'nobody'", "DELETE FROM wenju.audit", "TRUNCATE wenju.audit"})
    void audit_cannotBeAlteredByItsOwnerWithoutTakingTheTriggerAwayFirst(String statement) {
        assertEquals(INSUFFICIENT_PRIVILEGE, refused(database.ownerUri(), statement));
    }

    private static String refused(DatabaseUri uri, String sql) {
        return assertThrows(SQLException.class, () -> {
                    try (var connection = DriverManager.getConnection(
                                    uri.jdbcUrl(Duration.ofSeconds(5)), uri.user(), uri.password());
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .getSQLState();
    }
}
