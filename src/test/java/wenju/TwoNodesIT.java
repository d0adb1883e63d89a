package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.store.CarriedServer;
import wenju.store.DatabaseUri;

/** One process imports, another one serves, on one database; a change is found by itself. How soon, {@link FollowingBenchmark} tells. */
class TwoNodesIT {
    /** As long as a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    private static CarriedServer server;
    private static Map<String, String> settings = Map.of();
    private static Node node;

    @BeforeAll
    static void start() throws IOException {
        server = CarriedServer.start(directory.resolve("database"));
        settings = Map.of(
                "WENJU_DATABASE_URI", text(server.uri()), "WENJU_DATABASE_MIGRATION_URI", text(server.ownerUri()));
        node = Node.start(directory.resolve("serving"), settings);
    }

    @AfterAll
    static void stop() {
        node.close();
        server.close();
    }

    @Test
    void import_inOneProcessIsSearchableInTheOther() throws Exception {
        importGazette("第一", "热气球");

        assertFoundSoon("热气球");
    }

    @Test
    void import_isSearchableAlsoWhenTheListeningConnectionWasCut() throws Exception {
        assertTrue(isListenerCut(), "somebody listened");
        importGazette("第二", "皮划艇");

        assertFoundSoon("皮划艇");
    }

    /** The node is ready before it listens, so this waits for it. */
    private static boolean isListenerCut() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://localhost:" + server.uri().port() + "/wenju",
                            server.uri().user(),
                            server.uri().password());
                    var statement = connection.createStatement();
                    var cut = statement.executeQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'wenju listen'")) {
                if (cut.next() && cut.getBoolean(1)) {
                    return true;
                }
            }
            Thread.sleep(100);
        }
        return false;
    }

    @Test
    void withdrawal_isFollowedAndRestored() throws Exception {
        importGazette("第三", "滑翔伞");
        String answer = assertFoundSoon("滑翔伞");
        String id =
                answer.substring(answer.indexOf(clause("滑翔伞"))).replaceFirst("(?s).*?\"noticeId\":\"(\\w+)\".*", "$1");

        run("notice", "withdraw", id, "--reason", "试验");
        assertTrue(isSoon("滑翔伞", false), "still found");

        run("notice", "restore", id);
        assertFoundSoon("滑翔伞");
    }

    private static void importGazette(String number, String what) throws IOException {
        Path gazette = directory.resolve("示例市公报" + number + ".txt");
        Files.writeString(gazette, """
                示例市人民政府令

                第9%s号

                《示例市%s活动管理办法》已经市人民政府常务会议审议通过，现予公布，自2026年1月1日起施行。

                市长 张三

                2025年12月1日

                示例市%s活动管理办法

                第一条 为了规范%s活动，制定本办法。

                第二条 举办%s活动的单位应当提前七日向市体育行政部门报告。
                """.formatted(
                        number.charAt(1) == '一' ? 1 : number.charAt(1) == '二' ? 2 : 3, what, what, what, what));
        run("import", gazette.toString());
    }

    private static String assertFoundSoon(String what) throws IOException, InterruptedException {
        assertTrue(isSoon(what, true), "not found");
        return ask(what);
    }

    /** Whether the clause comes to be found, or no longer found. */
    private static boolean isSoon(String what, boolean found) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ask(what).contains(clause(what)) != found) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    private static String ask(String what) throws IOException, InterruptedException {
        return node.ask("举办" + what + "活动应当提前几日报告").body();
    }

    private static String clause(String what) {
        return "举办" + what + "活动的单位应当提前七日";
    }

    private static void run(String... arguments) {
        var out = new StringWriter();
        var environment = new HashMap<>(settings);
        environment.put("WENJU_DATA_DIRECTORY", directory.resolve("importing").toString());
        int code = Wenju.commandLine(environment, directory)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        assertEquals(Wenju.OK, code, out.toString());
    }

    private static String text(DatabaseUri uri) {
        return "postgresql://" + uri.user() + ":" + uri.password() + "@localhost:" + uri.port() + "/" + uri.database()
                + "?sslmode=disable";
    }
}
