package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.search.RenewableIndex;
import wenju.store.Actor;
import wenju.store.AnswerLog;
import wenju.store.AnswerQueue;
import wenju.store.Database;
import wenju.store.DatabaseSettings;
import wenju.store.Feedback;
import wenju.store.LoggedAnswer;
import wenju.store.NoticeStore;

/**
 * The plug is pulled: a process that imports, logs and reindexes with the carried database is killed at a random moment, and
 * its database with it. Every next one first looks whether anything acknowledged is missing, any notice is half there, or
 * index and store differ. {@code -Dwenju.kills=50} sets the number of rounds, {@code -Dwenju.seed} the moments.
 */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("wenju.kills", 8);
    private static final long SEED = Long.getLong("wenju.seed", 20261121L);
    private static final Duration LONGEST_WORK = Duration.ofMillis(1500);
    /** Acknowledged before the moment begins to be waited for, every other round: a busy machine may do nothing in that time. */
    private static final int FEWEST_WRITES = 3;

    private static final int NOTICES = 12;
    private static final int PASSAGES = 40;

    @TempDir
    private Path data;

    @Test
    void acknowledgedWrites_outliveEveryKill() throws Exception {
        var random = new Random(SEED);
        Path acknowledged = Files.createFile(data.resolve("acknowledged"));
        int writes = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            writes += workUntilKilled(acknowledged, random.nextLong(LONGEST_WORK.toMillis()), round);
        }
        verifyOnly(acknowledged);
        assertTrue(writes > ROUNDS, "acknowledged in all: " + writes);
        System.out.println("kills " + ROUNDS + ": " + writes + " acknowledged writes, none missing");
    }

    /** @return how many writes were acknowledged before the end */
    private int workUntilKilled(Path acknowledged, long millis, int round) throws Exception {
        Process worker = start(acknowledged, round);
        BufferedReader output = worker.inputReader();
        var printed = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.equals("verified")) {
            printed.append(line).append('\n');
            line = output.readLine();
        }
        assertEquals("verified", line, () -> "round " + round + " found the data wrong:\n" + printed);
        var acks = new ArrayList<String>();
        while (acks.size() < (round % 2) * FEWEST_WRITES) {
            line = output.readLine();
            assertNotNull(line, () -> "round " + round + " ended by itself");
            if (line.startsWith("ack ")) {
                acks.add(line);
            }
        }
        Thread.sleep(millis);
        // Not through Process, which would throw away what was printed last.
        worker.toHandle().destroyForcibly();
        ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(data.toString()))
                .forEach(ProcessHandle::destroyForcibly);
        String rest = output.readAllAsString();
        rest.substring(0, rest.lastIndexOf('\n') + 1)
                .lines()
                .filter(text -> text.startsWith("ack "))
                .forEach(acks::add);
        worker.waitFor();
        Files.write(acknowledged, acks, StandardOpenOption.APPEND);
        return acks.size();
    }

    private void verifyOnly(Path acknowledged) throws Exception {
        Process worker = start(acknowledged, 0);
        String printed = new String(worker.getInputStream().readAllBytes());
        assertTrue(worker.waitFor(5, TimeUnit.MINUTES));
        assertTrue(printed.contains("verified"), printed);
    }

    private Process start(Path acknowledged, int round) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        data.resolve("data").toString(),
                        acknowledged.toString(),
                        Integer.toString(round))
                .redirectErrorStream(true)
                .start();
    }

    /** The process that is killed. Verifies, prints {@code verified}, and works; with round 0 it only verifies. */
    static final class Worker {
        private static final String GAZETTE = "示例市公报.txt";

        private final Vertx vertx = Vertx.vertx();
        private final List<String> acknowledged;
        private final int round;
        private final Database database;
        private final NoticeStore store;
        private final AnswerLog answers;
        private final RenewableIndex index;
        private final IndexFollower follower;

        private Worker(Path directory, Path acknowledged, int round) throws IOException {
            this.acknowledged = Files.readAllLines(acknowledged);
            this.round = round;
            database =
                    Database.open(vertx, DatabaseSettings.DEFAULTS, directory).await();
            store = new NoticeStore(database, "1");
            answers = new AnswerLog(database, Map.of("program", "test"));
            index = RenewableIndex.open(directory.resolve("index"));
            follower = new IndexFollower(
                    vertx.createSharedWorkerExecutor("follow", 1),
                    store,
                    index,
                    Progress.onTerminal(new PrintWriter(System.out)));
        }

        public static void main(String[] arguments) throws Exception {
            var worker = new Worker(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            worker.verify();
            System.out.println("verified");
            if (worker.round == 0) {
                worker.index.close();
                worker.database.close().await();
                System.exit(0);
            }
            Thread.ofPlatform().start(worker::log);
            Thread.ofPlatform().start(worker::reindex);
            worker.importAgainAndAgain();
        }

        private void importAgainAndAgain() {
            for (int edition = 1; ; edition++) {
                int number = round * 1_000 + edition;
                store.save(GAZETTE, "" + number, edition(number), Actor.PROGRAM).await();
                System.out.println("ack import " + number);
            }
        }

        private void log() {
            var queue = new AnswerQueue(vertx, answers, 100);
            while (true) {
                UUID id = UUID.randomUUID();
                queue.add(new LoggedAnswer(
                        id,
                        OffsetDateTime.now(ZoneOffset.UTC),
                        id.toString(),
                        "电梯多久检验一次",
                        List.of(),
                        "{}",
                        5,
                        "电梯多久检验一次",
                        "answered",
                        List.of(),
                        1,
                        "t1",
                        1));
                queue.flush().await();
                answers.put(id, new Feedback(null, true, null, "")).await();
                System.out.println("ack feedback " + id);
            }
        }

        private void reindex() {
            while (true) {
                follower.catchUp().await();
                follower.rebuild().await();
            }
        }

        private void verify() {
            int last = acknowledged.stream()
                    .filter(line -> line.startsWith("ack import "))
                    .mapToInt(line -> Integer.parseInt(line.substring("ack import ".length())))
                    .max()
                    .orElse(0);
            Map<String, Notice> stored = storedNotices();
            int edition =
                    stored.isEmpty() ? 0 : editionOf(stored.values().iterator().next());
            check(edition >= last, "the store holds edition " + edition + ", acknowledged was " + last);
            if (edition > 0) {
                for (Notice notice : edition(edition)) {
                    check(notice.equals(stored.get(notice.id())), notice.id() + " is not as edition " + edition);
                }
                check(stored.size() == NOTICES, stored.size() + " notices");
            }
            for (String line : acknowledged) {
                if (line.startsWith("ack feedback ")) {
                    List<String> kept = answers.export(line.substring("ack feedback ".length()))
                            .await();
                    check(kept.size() == 1 && kept.getFirst().contains("\"helpful\":true"), line + " is missing");
                }
            }
            follower.catchUp().await();
            check(
                    index.revision() == store.revision().await(),
                    "the index is at " + index.revision() + ", the store is not");
            check(index.size() == stored.size() * PASSAGES, "the index holds " + index.size() + " passages");
            for (Notice notice : stored.values()) {
                List<Passage> indexed = index.passages(notice.id());
                check(indexed.equals(notice.passages()), notice.id() + " is not indexed as it is stored");
            }
        }

        private Map<String, Notice> storedNotices() {
            var notices = new HashMap<String, Notice>();
            store.changesAfter(0, Integer.MAX_VALUE)
                    .await()
                    .notices()
                    .forEach(stored -> notices.put(stored.notice().id(), stored.notice()));
            return notices;
        }

        private static void check(boolean holds, String complaint) {
            if (!holds) {
                System.out.println("WRONG: " + complaint);
                System.exit(1);
            }
        }

        private static int editionOf(Notice notice) {
            String text = notice.passages().getFirst().text();
            return Integer.parseInt(text.substring(text.indexOf('第') + 1, text.indexOf('版')));
        }

        /** Every notice of an edition says its number in every passage. */
        private static List<Notice> edition(int number) {
            var notices = new ArrayList<Notice>();
            for (int i = 0; i < NOTICES; i++) {
                String id = "notice-" + (char) ('a' + i);
                notices.add(new Notice(
                        id,
                        null,
                        "示例市第" + i + "号办法",
                        "示例市人民政府",
                        "示例市",
                        "办法",
                        null,
                        null,
                        null,
                        GAZETTE,
                        new Lines(1, PASSAGES),
                        List.of(),
                        IntStream.range(0, PASSAGES)
                                .mapToObj(position -> passage(id, position, number))
                                .toList()));
            }
            return notices;
        }

        private static Passage passage(String id, int position, int edition) {
            return new Passage(
                    id + "-" + position,
                    position,
                    Passage.Form.CLAUSE,
                    Locator.of("第" + (position + 1) + "条"),
                    List.of(),
                    "",
                    "第" + edition + "版规定：电梯应当每年检验一次。",
                    new Lines(position + 1, position + 1));
        }
    }
}
