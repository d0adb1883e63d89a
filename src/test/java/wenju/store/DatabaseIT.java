package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Opening a database, with the shared carried server in the part of the outside one. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
@Timeout(value = 3, timeUnit = TimeUnit.MINUTES)
class DatabaseIT {
    @TempDir
    Path unused;

    private Database shared;
    private DatabaseUri uri;

    @BeforeEach
    void reach(Database database) {
        shared = database;
        uri = database.uri();
    }

    @Test
    void open_usesTheConfiguredServerAndLeavesTheDataDirectoryAlone(Vertx vertx, VertxTestContext test) {
        Database.open(vertx, settings(uri), unused)
                .compose(database -> new NoticeStore(database, "1").ping().eventually(database::close))
                .onComplete(test.succeeding(done -> test.verify(() -> {
                    try (var files = Files.list(unused)) {
                        assertEquals(0, files.count());
                    }
                    test.completeNow();
                })));
    }

    @Test
    void open_prefersEncryptionButDoesWithout(Vertx vertx, VertxTestContext test) {
        var preferring =
                new DatabaseUri(uri.host(), uri.port(), uri.database(), uri.user(), uri.password(), "prefer", null);

        Database.open(vertx, settings(preferring), unused)
                .compose(database -> new NoticeStore(database, "1").ping().eventually(database::close))
                .onComplete(test.succeedingThenComplete());
    }

    @Test
    void open_endsAStatementThatRunsTooLong(Vertx vertx, VertxTestContext test) {
        var impatient = new DatabaseSettings(uri, null, 1, Duration.ofMinutes(1), Duration.ofMillis(100));

        Database.open(vertx, impatient, unused)
                .compose(database ->
                        database.pool().query("SELECT pg_sleep(60)").execute().eventually(database::close))
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertTrue(failure.getMessage().contains("57014"), failure.getMessage());
                    test.completeNow();
                })));
    }

    @Test
    void open_namesTheKeyWhenNobodyListens(Vertx vertx, VertxTestContext test) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertRefused(vertx, test, DatabaseUri.parse("postgresql://wenju:geheim@localhost:" + port + "/wenju"), "连不上");
    }

    @Test
    void open_namesTheKeyWhenThePasswordIsWrong(Vertx vertx, VertxTestContext test) {
        assertRefused(
                vertx,
                test,
                new DatabaseUri(uri.host(), uri.port(), uri.database(), uri.user(), "geheim", "disable", null),
                "不接受这个用户或口令");
    }

    @Test
    void open_namesTheKeyWhenTheDatabaseIsMissing(Vertx vertx, VertxTestContext test) {
        assertRefused(
                vertx,
                test,
                new DatabaseUri(uri.host(), uri.port(), "nowhere", uri.user(), uri.password(), "disable", null),
                "不存在");
    }

    @Test
    void open_refusesASchemaNewerThanTheProgram(Vertx vertx, VertxTestContext test) {
        asOwner(
                        vertx,
                        "INSERT INTO wenju.flyway_schema_history VALUES"
                                + " (900, '900', 'later', 'SQL', 'V900__later.sql', 0, 'wenju', now(), 1, true)")
                .compose(done -> Database.open(vertx, settings(uri), unused))
                .eventually(() -> asOwner(vertx, "DELETE FROM wenju.flyway_schema_history WHERE version = '900'"))
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertTrue(failure.getMessage().contains("第 900 版"), failure.getMessage());
                    assertTrue(failure.getMessage().contains("database.uri"), failure.getMessage());
                    test.completeNow();
                })));
    }

    private Future<?> asOwner(Vertx vertx, String sql) {
        return PgConnection.connect(vertx, shared.ownerUri().connectOptions())
                .compose(connection -> connection.query(sql).execute().eventually(connection::close));
    }

    private void assertRefused(Vertx vertx, VertxTestContext test, DatabaseUri refused, String reason) {
        Database.open(vertx, settings(refused), unused)
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertEquals(StoreException.class, failure.getClass());
                    assertTrue(failure.getMessage().startsWith("database.uri"), failure.getMessage());
                    assertTrue(failure.getMessage().contains(reason), failure.getMessage());
                    assertFalse(failure.getMessage().contains(refused.password()), "the password is not printed");
                    test.completeNow();
                })));
    }

    private static DatabaseSettings settings(DatabaseUri uri) {
        return new DatabaseSettings(uri, null, 2, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }
}
