package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedServerIT {
    private static final String MARK = "CREATE TABLE IF NOT EXISTS mark (word text); INSERT INTO mark VALUES ('在')";

    @TempDir
    static Path data;

    /** Another process of the program: starts the server, writes, says so, and waits to be killed. */
    static final class Program {
        public static void main(String[] arguments) throws Exception {
            CarriedServer server = CarriedServer.start(Path.of(arguments[0]));
            try (Connection connection = connect(server.ownerUri());
                    var statement = connection.createStatement()) {
                statement.execute(MARK);
                System.out.println("written");
                Thread.sleep(Duration.ofMinutes(5));
            }
        }
    }

    @BeforeAll
    static void makeCluster() {
        CarriedServer.start(data).close();
    }

    @Test
    void server_isDurableAsksForAPasswordAndHearsThisMachineOnly() throws Exception {
        try (CarriedServer server = CarriedServer.start(data);
                Connection connection = connect(server.ownerUri())) {
            assertEquals("on", value(connection, "SHOW fsync"));
            assertEquals("on", value(connection, "SHOW synchronous_commit"));
            assertEquals("on", value(connection, "SHOW full_page_writes"));
            assertEquals("localhost", value(connection, "SHOW listen_addresses"));
            assertEquals("off", value(connection, "SHOW is_superuser"));
            assertEquals(
                    CarriedServer.MAJOR_VERSION,
                    Integer.parseInt(value(connection, "SHOW server_version_num")) / 10_000);
            var guess =
                    new DatabaseUri("localhost", server.uri().port(), "postgres", "postgres", "guess", "disable", null);
            assertEquals(
                    "28P01",
                    assertThrows(SQLException.class, () -> connect(guess)).getSQLState());
        }
        var others = Files.getPosixFilePermissions(data.resolve("postgres-program"));
        assertFalse(others.contains(PosixFilePermission.OTHERS_WRITE), others.toString());
        assertFalse(Files.getPosixFilePermissions(data.resolve("postgres.password"))
                .contains(PosixFilePermission.GROUP_READ));
    }

    @Test
    void restart_keepsTheDataAndLeavesNoProcess() throws Exception {
        long before;
        try (CarriedServer server = CarriedServer.start(data);
                Connection connection = connect(server.ownerUri());
                var statement = connection.createStatement()) {
            statement.execute(MARK);
            before = marks(connection);
        }
        assertEquals(0, serverProcesses());
        assertEquals(before, marksAfterRestart());
    }

    @Test
    void start_refusesADirectoryInUseAndTakesItOverFromAKilledProgram() throws Exception {
        Process program = startProgram();
        try {
            var failure = assertThrows(StoreException.class, () -> CarriedServer.start(data));
            assertTrue(failure.getMessage().contains("正由另一个问据进程使用"), failure.getMessage());
            assertTrue(failure.getMessage().contains("data.directory"), failure.getMessage());
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertTrue(serverProcesses() > 0, "the killed program left its server running");

        assertTrue(marksAfterRestart() > 0);
        assertEquals(0, serverProcesses());
    }

    @Test
    void start_refusesADirectoryInUseByThisProcess() {
        try (CarriedServer server = CarriedServer.start(data)) {
            assertThrows(StoreException.class, () -> CarriedServer.start(data), server::toString);
        }
    }

    @Test
    void start_recoversWhenProgramAndServerWereKilled() throws Exception {
        Process program = startProgram();
        program.destroyForcibly().waitFor();
        ProcessHandle.allProcesses().filter(CarriedServerIT::isServer).forEach(ProcessHandle::destroyForcibly);
        assertTrue(Files.exists(data.resolve("postgres/postmaster.pid")), "the killed server left its pid file");

        assertTrue(marksAfterRestart() > 0);
    }

    @Test
    void start_isNotFooledByAPidFileThatNamesAStranger() throws Exception {
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        CarriedServer.start(data).close();
    }

    @Test
    void start_beginsAnewAfterAFirstStartThatWasCutShort(@TempDir Path fresh) throws Exception {
        Files.createDirectories(fresh.resolve("postgres.new/base"));
        Files.writeString(fresh.resolve("postgres.new/postgresql.conf"), "");
        for (Path unpacked : Files.list(data.resolve("postgres-program")).toList()) {
            Files.createDirectories(fresh.resolve("postgres-program")
                    .resolve(unpacked.getFileName())
                    .resolve("bin"));
        }

        CarriedServer.start(fresh).close();

        assertTrue(Files.exists(fresh.resolve("postgres/PG_VERSION")));
        assertFalse(Files.exists(fresh.resolve("postgres.new")));
    }

    @Test
    void start_refusesDataOfAnotherMajorVersion(@TempDir Path older) throws Exception {
        Files.createDirectories(older.resolve("postgres"));
        Files.writeString(older.resolve("postgres/PG_VERSION"), "14\n");

        var failure = assertThrows(StoreException.class, () -> CarriedServer.start(older));

        assertTrue(failure.getMessage().contains("PostgreSQL 14"), failure.getMessage());
        assertTrue(failure.getMessage().contains("18"), failure.getMessage());
    }

    @Test
    void start_refusesADirectoryThatIsNoCluster(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("postgres"));

        var failure = assertThrows(StoreException.class, () -> CarriedServer.start(other));

        assertTrue(failure.getMessage().contains("没有 PG_VERSION"), failure.getMessage());
    }

    @Test
    void start_namesADirectoryItCannotMake(@TempDir Path other) throws Exception {
        Path file = Files.createFile(other.resolve("a-file"));

        var failure = assertThrows(StoreException.class, () -> CarriedServer.start(file));

        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }

    private static Process startProgram() throws IOException {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = program.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("written")) {
            line = output.readLine();
        }
        assertEquals("written", line, "the program came up");
        return program;
    }

    private static long marksAfterRestart() throws SQLException {
        try (CarriedServer server = CarriedServer.start(data);
                Connection connection = connect(server.ownerUri())) {
            return marks(connection);
        }
    }

    private static long marks(Connection connection) throws SQLException {
        return Long.parseLong(value(connection, "SELECT count(*) FROM mark"));
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseUri uri) throws SQLException {
        return DriverManager.getConnection(uri.jdbcUrl(Duration.ofSeconds(5)), uri.user(), uri.password());
    }

    private static long serverProcesses() {
        return ProcessHandle.allProcesses().filter(CarriedServerIT::isServer).count();
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.startsWith(data.toString()))
                .isPresent();
    }
}
