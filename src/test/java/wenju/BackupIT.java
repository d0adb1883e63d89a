package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import wenju.store.CarriedServer;

/**
 * Everything is taken out of the database, the schema dropped, made anew and filled again: the same questions get the same
 * answers. By COPY, as pg_dump takes data out and puts it in: the carried server comes without pg_dump.
 */
class BackupIT {
    private static final Pattern QUESTION = Pattern.compile("\"question\": ?\"(?<text>[^\"]+)\"");

    /** In the order in which they refer to each other. */
    private static final List<String> TABLES = List.of(
            "gazette",
            "notice",
            "printing",
            "passage",
            "appellation",
            "relation",
            "removal",
            "notice_version",
            "withdrawal",
            "configuration",
            "answer",
            "feedback",
            "audit",
            "revision");

    @TempDir
    private Path directory;

    @Test
    void answers_afterDumpDropAndRestoreAreTheSame() throws Exception {
        try (CarriedServer server = CarriedServer.start(directory.resolve("database"))) {
            String uri = "postgresql://%s:%s@localhost:%d/wenju?sslmode=disable";
            Map<String, String> settings = Map.of(
                    "WENJU_DATABASE_URI",
                    uri.formatted(
                            server.uri().user(),
                            server.uri().password(),
                            server.uri().port()),
                    "WENJU_DATABASE_MIGRATION_URI",
                    uri.formatted(
                            server.ownerUri().user(),
                            server.ownerUri().password(),
                            server.ownerUri().port()));
            List<String> before = answers(directory.resolve("before"), settings);
            assertTrue(
                    before.stream()
                                    .filter(answer -> answer.contains("passageId"))
                                    .count()
                            > 10,
                    "answered");
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://localhost:" + server.uri().port() + "/wenju?currentSchema=wenju",
                    server.ownerUri().user(),
                    server.ownerUri().password())) {
                Map<String, byte[]> dump = dump(connection);
                execute(connection, "DROP SCHEMA wenju CASCADE");
                run(settings, "conversation", "export", "nobody-asked-this");
                restore(connection, dump);
                assertEquals(sizes(dump), sizes(dump(connection)));
            }
            assertEquals(before, answers(directory.resolve("after"), settings));
            run(settings, "reindex");
        }
    }

    private List<String> answers(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        try (Node node = Node.start(data, settings)) {
            var answers = new ArrayList<String>();
            for (String question : questions()) {
                String answer = node.ask(question).body();
                answers.add(answer.replaceFirst("\"id\":\"[^\"]+\"", "").replaceFirst("\"millis\":\\d+", ""));
            }
            return answers;
        }
    }

    private static List<String> questions() throws IOException {
        return Files.readString(Path.of("src/main/resources/questions/sample-questions.jsonl"))
                .lines()
                .map(QUESTION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group("text"))
                .toList();
    }

    private static Map<String, byte[]> dump(Connection connection) throws SQLException, IOException {
        var dump = new LinkedHashMap<String, byte[]>();
        for (String table : TABLES) {
            var bytes = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", bytes);
            dump.put(table, bytes.toByteArray());
        }
        return dump;
    }

    private static void restore(Connection connection, Map<String, byte[]> dump) throws SQLException, IOException {
        execute(connection, "DELETE FROM revision");
        for (Map.Entry<String, byte[]> table : dump.entrySet()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table.getKey() + " FROM STDIN", new ByteArrayInputStream(table.getValue()));
        }
    }

    private static Map<String, Integer> sizes(Map<String, byte[]> dump) {
        var sizes = new LinkedHashMap<String, Integer>();
        dump.forEach((table, bytes) -> sizes.put(table, bytes.length));
        return sizes;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(Map<String, String> settings, String... arguments) {
        var printed = new StringWriter();
        var environment = new LinkedHashMap<>(settings);
        environment.put("WENJU_DATA_DIRECTORY", directory.resolve("commands").toString());
        int code = Wenju.commandLine(environment, directory)
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(arguments);
        assertEquals(Wenju.OK, code, printed.toString());
    }
}
