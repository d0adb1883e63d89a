package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import wenju.notice.Notice;

/** A schema of the first version, with what the first program stored in it, as this program finds it. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class SchemaIT {
    private static final String OLD = "old";
    private static final String GAZETTE = "示例市公报2021-1.txt";

    /** As the first program wrote it. */
    private static final String FIRST_DATA = """
            UPDATE wenju.revision SET number = 7;
            INSERT INTO wenju.gazette (name, digest, reader_version) VALUES ('%1$s', 'a', '1');
            INSERT INTO wenju.notice VALUES ('%2$s', NULL, '示例市公园条例', '示例市人民政府', '示例市', '通知', '2021-05-01', NULL, NULL,
                                             '%1$s', 1, 2, 7);
            INSERT INTO wenju.printing VALUES ('%1$s', '%2$s');
            INSERT INTO wenju.passage VALUES ('%2$s', 0, 'OPENING', '{第一章,第1条}', '{第一章 总则}', '', '第一条 公园向公众开放。', 1, 2);
            INSERT INTO wenju.appellation VALUES ('%2$s', false, '示例市公园条例');
            """;

    @TempDir
    private Path unused;

    private final Notice parks = titled("示例市公园条例").text("第一条 公园向公众开放。").notice();
    private DatabaseUri owner = DatabaseUri.parse("postgresql://nobody@localhost/nothing");
    private DatabaseUri application = owner;

    @BeforeEach
    void makeTheFirstSchema(Database shared) throws SQLException {
        owner = in(shared.ownerUri());
        application = in(shared.uri());
        asSuperuser("CREATE DATABASE " + OLD + " OWNER " + owner.user());
        Flyway.configure()
                .dataSource(owner.jdbcUrl(Duration.ofSeconds(5)), owner.user(), owner.password())
                .schemas(Schema.NAME)
                .target("1")
                .repeatableSqlMigrationPrefix("there were none")
                .load()
                .migrate();
        execute(owner, FIRST_DATA.formatted(GAZETTE, parks.id()));
    }

    @AfterEach
    void dropIt() throws SQLException {
        asSuperuser("DROP DATABASE " + OLD + " WITH (FORCE)");
    }

    @Test
    void migrate_bringsTheFirstSchemaForwardWithItsData(Vertx vertx) {
        var settings = new DatabaseSettings(application, owner, 2, Duration.ofSeconds(5), Duration.ofSeconds(30));
        Database database = await(Database.open(vertx, settings, unused));
        try {
            var store = new NoticeStore(database, "1");
            assertEquals(parks, await(store.find(parks.id())).orElseThrow().notice());
            assertEquals(7, await(store.revision()));
            assertTrue(await(store.holds(GAZETTE, "a")));

            await(store.save(GAZETTE, "b", List.of(), Actor.PROGRAM));

            assertEquals(
                    List.of(parks),
                    await(store.versions(parks.id())).stream()
                            .map(NoticeVersion::notice)
                            .toList());
            assertEquals(parks, await(store.textAt(parks.id(), 7)).orElseThrow());
        } finally {
            await(database.close());
        }
    }

    private static DatabaseUri in(DatabaseUri uri) {
        return new DatabaseUri(uri.host(), uri.port(), OLD, uri.user(), uri.password(), "disable", null);
    }

    /** The carried server's superuser has the same password as its roles. */
    private void asSuperuser(String sql) throws SQLException {
        execute(
                new DatabaseUri(owner.host(), owner.port(), "postgres", "postgres", owner.password(), "disable", null),
                sql);
    }

    private static void execute(DatabaseUri uri, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(uri.jdbcUrl(Duration.ofSeconds(5)), uri.user(), uri.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
