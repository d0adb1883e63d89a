package wenju;

import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import wenju.gazette.GazetteReader;
import wenju.gazette.GazetteText;
import wenju.gazette.UnreadableGazetteException;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.search.RenewableIndex;
import wenju.store.Actor;
import wenju.store.CarriedServer;
import wenju.store.Database;
import wenju.store.DatabaseSettings;
import wenju.store.DatabaseUri;
import wenju.store.NoticeStore;
import wenju.store.RevisionSignal;

/**
 * How long it takes until what one node has imported is found on another: from the acknowledgement on the first to the first
 * answer of the second that cites it, the median and the slowest of 30. The second is a process that serves; both follow one
 * PostgreSQL into an index of their own, on this machine, and hold the sample notices or the gazettes of a folder. In each
 * round one notice, or all of the largest gazette, come as another city's, and those of the round before go. Also with the
 * connection by which the second hears of changes cut just before, when it has to ask by itself.
 *
 * <pre>
 * mvn -q test-compile
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java --enable-native-access=ALL-UNNAMED -cp target/test-classes:target/classes:$(cat target/classpath) \
 *     wenju.FollowingBenchmark [FOLDER]
 * </pre>
 *
 * It leaves its database in a temporary directory.
 */
final class FollowingBenchmark {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 30;
    /** Between two questions to the other, which take from the processor what following could use. */
    private static final int PAUSE_MILLIS = 25;

    private static final String GAZETTE = "另一市公报.txt";
    private static final int ALL = Integer.MAX_VALUE;

    private final NoticeStore importing;
    private final Node other;
    private final DatabaseUri uri;
    private final Random moments = new Random(20261121);
    private int rounds;

    private FollowingBenchmark(NoticeStore importing, Node other, DatabaseUri uri) {
        this.importing = importing;
        this.other = other;
        this.uri = uri;
    }

    public static void main(String[] arguments) throws Exception {
        Logging.configure(Path.of(""));
        Path folder = arguments.length == 0
                ? SampleNotices.directory()
                : Path.of(arguments[0]).toAbsolutePath();
        Path directory = Files.createTempDirectory("wenju-following-");
        Vertx vertx = Vertx.vertx();
        CarriedServer server = CarriedServer.start(directory.resolve("database"));
        Map<String, String> settings = Map.of(
                "WENJU_NOTICES_DIRECTORY", folder.toString(),
                "WENJU_DATABASE_URI", text(server.uri()),
                "WENJU_DATABASE_MIGRATION_URI", text(server.ownerUri()));
        try (Node other = Node.start(directory.resolve("other"), settings)) {
            var usual = DatabaseSettings.DEFAULTS;
            Database database = await(Database.prepare(
                    vertx,
                    new DatabaseSettings(
                            server.uri(), null, usual.poolSize(), usual.connectTimeout(), usual.statementTimeout()),
                    directory));
            var store = new NoticeStore(database, GazetteReader.VERSION);
            RenewableIndex index = RenewableIndex.open(directory.resolve("index"));
            var follower = new IndexFollower(
                    vertx.createSharedWorkerExecutor("follow", 1),
                    store,
                    index,
                    Progress.onTerminal(new PrintWriter(System.err)));
            await(follower.catchUp());
            follower.follow(vertx, Service.FOLLOW_PAUSE);
            RevisionSignal signal = RevisionSignal.of(database, () -> follower.wake(vertx, Service.FOLLOW_PAUSE));
            System.out.println("passages held: " + index.size());

            GazetteText printed = largest(folder);
            var benchmark = new FollowingBenchmark(store, other, server.uri());
            benchmark.measure(printed, 1, false);
            benchmark.measure(printed, 1, true);
            benchmark.measure(printed, ALL, false);

            await(signal.close());
            await(follower.stop(vertx));
            index.close();
            await(database.close());
        } finally {
            server.close();
            await(vertx.close());
        }
    }

    private static GazetteText largest(Path folder) throws IOException, UnreadableGazetteException {
        Path largest = GazetteFile.in(folder).stream()
                .max(Comparator.comparingLong(path -> path.toFile().length()))
                .orElseThrow();
        return GazetteFile.read(largest).text();
    }

    /**
     * Measures and prints.
     *
     * @param most notices that are imported at a time
     */
    private void measure(GazetteText printed, int most, boolean cut) throws Exception {
        long[] millis = new long[ROUNDS];
        Duration processor = Duration.ZERO;
        List<Notice> notices = List.of();
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            // Never the same again: texts that were read once are remembered.
            notices = ofAnotherCity(printed, (char) ('一' + rounds++), most);
            // At any moment of the other's pause.
            Thread.sleep(moments.nextInt((int) Service.FOLLOW_PAUSE.toMillis()));
            if (cut) {
                cutListeners();
            }
            await(importing.save(GAZETTE, "" + rounds, notices, Actor.PROGRAM));
            long acknowledged = System.nanoTime();
            processor = i == 0 ? other.processor() : processor;
            awaitCitation(notices.getFirst());
            if (i >= 0) {
                millis[i] = (System.nanoTime() - acknowledged) / 1_000_000;
            }
        }
        processor = other.processor().minus(processor).dividedBy(ROUNDS);
        Arrays.sort(millis);
        int passages =
                notices.stream().mapToInt(notice -> notice.passages().size()).sum();
        System.out.println("notices " + notices.size() + ", passages " + passages + (cut ? ", not told" : ", told")
                + ": median " + millis[ROUNDS / 2] + " ms, slowest " + millis[ROUNDS - 1]
                + " ms; its processors, questions included, " + processor.toMillis() + " ms a round");
    }

    /** 示例市 is 示例一市 there. */
    private static List<Notice> ofAnotherCity(GazetteText printed, char mark, int most)
            throws UnreadableGazetteException {
        String city = GazetteReader.read(printed).notices().getFirst().jurisdiction();
        String another = city.substring(0, city.length() - 1) + mark + city.substring(city.length() - 1);
        byte[] text = printed.text().replace(city, another).getBytes(StandardCharsets.UTF_8);
        return GazetteReader.read(GazetteText.of(GAZETTE, text)).notices().stream()
                .limit(most)
                .toList();
    }

    private void awaitCitation(Notice notice) throws Exception {
        Passage longest = notice.passages().stream()
                .max(Comparator.comparingInt(passage -> passage.text().length()))
                .orElseThrow();
        String question = longest.text().replaceAll("\\s", "");
        String body = new JsonObject()
                .put("question", question.substring(0, Math.min(100, question.length())))
                .put("filters", new JsonObject().put("jurisdiction", notice.jurisdiction()))
                .encode();
        HttpResponse<String> answer = other.post("/api/v1/ask", body);
        while (answer.statusCode() == 200 && !answer.body().contains('"' + notice.id() + '"')) {
            Thread.sleep(PAUSE_MILLIS);
            answer = other.post("/api/v1/ask", body);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    private void cutListeners() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + uri.port() + "/" + uri.database(),
                        uri.user(),
                        uri.password());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'wenju listen'");
        }
    }

    private static String text(DatabaseUri uri) {
        return "postgresql://" + uri.user() + ":" + uri.password() + "@localhost:" + uri.port() + "/" + uri.database()
                + "?sslmode=disable";
    }
}
