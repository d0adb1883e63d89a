package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.http.Imports;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.ImportLog;
import wenju.store.NoticeStore;
import wenju.store.SharedDatabase;

/** Two nodes on one database: one does an import, both tell of it. */
@ExtendWith({VertxExtension.class, SharedDatabase.class})
class ImportJobsIT {
    private static final Actor CLERK = new Actor("密钥 k1", "HTTP 接口");
    /** As long as a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicInteger caughtUp = new AtomicInteger();
    private Database database;
    private WorkerExecutor worker;
    private NoticeStore store;
    private ImportJobs node;
    private ImportJobs other;

    @BeforeEach
    void open(Vertx vertx, Database shared) {
        database = shared;
        worker = vertx.createSharedWorkerExecutor("import-test", 1);
        store = new NoticeStore(database, "1");
        node = node(database, worker);
        other = node(database, vertx.createSharedWorkerExecutor("import-test-other", 1));
    }

    private ImportJobs node(Database database, WorkerExecutor on) {
        return new ImportJobs(on, store, new ImportLog(database), () -> {
            caughtUp.incrementAndGet();
            return Future.succeededFuture();
        });
    }

    @Test
    void import_isStoredSearchableAndToldByEveryNode() throws InterruptedException {
        Imports.Job accepted = await(node.start(order(null, false, gazette("a.txt", 1), file("b.txt", "没有文件"))));
        assertEquals(Imports.State.RUNNING, accepted.state());
        assertEquals(2, accepted.files());

        Imports.Job ended = ended(other, accepted.id());
        Imports.FileReport read = ended.reports().getFirst();
        assertEquals("read", read.outcome());
        assertEquals(1, read.notices().size());
        assertEquals("failed", ended.reports().getLast().outcome());
        assertEquals("没有认出任何一份文件", ended.reports().getLast().reason());
        assertTrue(await(store.find(read.notices().getFirst().noticeId())).isPresent());
        assertEquals(1, caughtUp.get());
        assertEquals(ended, await(node.find(UUID.fromString(accepted.id()))).orElseThrow());

        Imports.Job again = ended(node, start(node, order(null, false, gazette("a.txt", 1))));
        assertEquals("unchanged", again.reports().getFirst().outcome());
    }

    @Test
    void dryRun_readsAndStoresNothing() throws InterruptedException {
        Imports.Job ended = ended(node, start(node, order(null, true, gazette("a.txt", 1))));

        assertEquals("read", ended.reports().getFirst().outcome());
        assertEquals(0, await(store.revision()));
        assertEquals(0, caughtUp.get());
    }

    @Test
    void idempotencyKey_holdsOnEveryNode() throws InterruptedException {
        String id = start(node, order("once", false, gazette("a.txt", 1)));
        assertEquals(id, start(other, order("once", false, gazette("a.txt", 1))));
        ended(node, id);
        assertEquals(id, start(other, order("once", false, gazette("a.txt", 1))));
        assertThrows(Imports.ReusedException.class, () -> start(other, order("once", false, gazette("a.txt", 2))));
        assertThrows(
                Imports.ReusedException.class,
                () -> start(other, order("once", true, gazette("a.txt", 1))),
                "a dry run is another order");
        String another = start(node, order("twice", false, gazette("a.txt", 1)));
        assertNotEquals(id, another);
        ended(node, another);
    }

    @Test
    void gazetteThatIsBeingImported_isBusyOnEveryNode() throws InterruptedException {
        var hold = holdUp();
        String id = start(node, order(null, false, gazette("a.txt", 1)));

        assertThrows(Imports.BusyException.class, () -> start(other, order(null, false, gazette("a.txt", 2))));
        hold.countDown();
        ended(node, id);
        ended(other, start(other, order(null, false, gazette("a.txt", 2))));
    }

    @Test
    void stop_endsTheJobAndReportsWhatWasNotRead() {
        var hold = holdUp();
        String id = start(node, order(null, false, gazette("a.txt", 1), gazette("b.txt", 2)));
        Future<Void> stopped = node.stop();
        hold.countDown();
        await(stopped);

        Imports.Job job = await(other.find(UUID.fromString(id))).orElseThrow();
        assertEquals(Imports.State.DONE, job.state());
        assertEquals(
                List.of("read", "failed"),
                job.reports().stream().map(Imports.FileReport::outcome).toList());
        assertEquals("程序正在停止，请重新导入", job.reports().getLast().reason());
    }

    @Test
    void preview_tellsWhatAnImportWouldDo_andStoresNothing() throws InterruptedException {
        ended(node, start(node, order(null, false, both("a.txt", 1, 2))));
        long before = await(store.revision());
        Imports.FileReport first =
                preview(file("b.txt", "没有文件"), both("a.txt", 1, 3)).reports().getLast();

        assertEquals(new Imports.Counts(1, 0, 1, 1), first.counts());
        assertEquals(
                List.of("unchanged 示例市人民政府令第91号", "added 示例市人民政府令第93号"),
                first.notices().stream()
                        .map(line -> line.change() + " " + line.documentNumber())
                        .toList());
        assertEquals(
                List.of("《示例市热气球活动管理办法》（示例市人民政府令第92号）"),
                first.removed().stream().map(Imports.Removed::name).toList());
        assertEquals("2025-12-01", first.notices().getFirst().issuedOn());
        assertEquals(2, first.notices().getFirst().contents().articles());
        assertEquals(before, await(store.revision()));
        assertEquals(
                "unchanged",
                preview(both("a.txt", 1, 2))
                        .reports()
                        .getFirst()
                        .notices()
                        .getFirst()
                        .change());
    }

    @Test
    void import_isOfTheVeryFilesThatWerePreviewed() throws InterruptedException {
        Imports.Job preview = preview(gazette("a.txt", 1));
        UUID seen = UUID.fromString(preview.id());
        assertThrows(Imports.UnseenException.class, () -> start(node, atDesk("wang", seen, gazette("a.txt", 2))));
        assertThrows(Imports.UnseenException.class, () -> start(node, atDesk("li", seen, gazette("a.txt", 1))));
        assertThrows(
                Imports.UnseenException.class,
                () -> start(node, atDesk("wang", UUID.randomUUID(), gazette("a.txt", 1))));
        assertEquals(0, await(store.revision()));

        String imported = start(other, atDesk("wang", seen, gazette("a.txt", 1)));
        assertEquals(
                new Imports.Counts(1, 0, 0, 0),
                ended(node, imported).reports().getFirst().counts());
        assertEquals(imported, start(node, atDesk("wang", seen, gazette("a.txt", 1))), "sent again it is the same");
    }

    @Test
    void import_afterAnotherOfTheSameName_isOvertaken() throws InterruptedException {
        UUID seen = UUID.fromString(preview(gazette("a.txt", 1)).id());
        ended(node, start(node, order(null, false, gazette("a.txt", 2))));
        assertThrows(Imports.OvertakenException.class, () -> start(node, atDesk("wang", seen, gazette("a.txt", 1))));
        UUID again = UUID.fromString(preview(gazette("a.txt", 1)).id());
        ended(node, start(node, atDesk("wang", again, gazette("a.txt", 1))));
    }

    @Test
    void importsBeyondTheBound_areRefusedUntilThereIsRoom() throws InterruptedException {
        var hold = holdUp();
        var accepted = new ArrayList<String>();
        for (int i = 0; i < ImportJobs.MOST_AT_A_TIME; i++) {
            accepted.add(start(node, order(null, false, gazette(i + ".txt", i))));
        }
        assertThrows(Imports.FullException.class, () -> start(node, order(null, false, gazette("more.txt", 9))));
        ended(other, start(other, order(null, true, gazette("more.txt", 9))));
        hold.countDown();
        for (String id : accepted) {
            ended(node, id);
        }
        String key = "many";
        ended(node, startSoon(order(key, false, gazette("more.txt", 9))));
        for (int i = 0; i < 3 * ImportJobs.MOST_AT_A_TIME; i++) {
            startSoon(order(key, false, gazette("more.txt", 9)));
            assertThrows(Imports.ReusedException.class, () -> startSoon(order(key, false, gazette("more.txt", 8))));
        }
    }

    /** A place may be free only a moment after its job is told as over. */
    private String startSoon(Imports.Order order) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return start(node, order);
            } catch (Imports.FullException e) {
                Thread.sleep(25);
            }
        }
        throw new AssertionError("there is no room");
    }

    private Imports.Job preview(Imports.File... files) throws InterruptedException {
        return ended(node, start(node, atDesk("wang", null, files)));
    }

    /** @param preview null for a preview */
    private static Imports.Order atDesk(String account, @Nullable UUID preview, Imports.File... files) {
        return new Imports.Order(
                ImportLog.Owner.account(account),
                new Actor(account, "127.0.0.1"),
                preview == null ? null : preview.toString(),
                preview == null,
                preview,
                List.of(files));
    }

    @Test
    void job_thatAnEarlierEditionWroteDown_isTold() {
        var log = new ImportLog(database);
        var order = new ImportLog.Order(ImportLog.Owner.key("k1"), null, "d", false, List.of("a.txt"), null);
        ImportLog.Beginning.Begun begun = assertInstanceOf(ImportLog.Beginning.Begun.class, await(log.begin(order)));
        await(log.write(begun.job().id(), """
                [{"name": "a.txt", "outcome": "read", "reason": null,
                  "notices": [{"noticeId": "3f2a9c41d07b", "name": "《示例》", "passages": 2, "lines": [1, 9]}],
                  "warnings": [{"line": 3, "message": "没有文号"}]}]""", true));
        Imports.FileReport report =
                await(other.find(begun.job().id())).orElseThrow().reports().getFirst();
        assertEquals("3f2a9c41d07b", report.notices().getFirst().noticeId());
        assertEquals(List.of(), report.removed());
    }

    @Test
    void unknownJob_isNoJob() {
        assertEquals(Optional.empty(), await(node.find(UUID.randomUUID())));
    }

    /** The import thread of the node does nothing until the latch is released. */
    private CountDownLatch holdUp() {
        var hold = new CountDownLatch(1);
        worker.executeBlocking(() -> {
            hold.await();
            return Optional.empty();
        });
        return hold;
    }

    private static String start(ImportJobs asked, Imports.Order order) {
        return await(asked.start(order)).id();
    }

    private static Imports.Job ended(ImportJobs asked, String id) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Imports.Job job = await(asked.find(UUID.fromString(id))).orElseThrow();
            if (job.state() == Imports.State.DONE) {
                return job;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("import " + id + " does not end");
    }

    private static Imports.Order order(String key, boolean dryRun, Imports.File... files) {
        return new Imports.Order(ImportLog.Owner.key("k1"), CLERK, key, dryRun, null, List.of(files));
    }

    private static Imports.File file(String name, String text) {
        return new Imports.File(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Two decrees in one file. */
    private static Imports.File both(String name, int first, int second) {
        return file(name, text(first) + "\n\n" + text(second));
    }

    private static Imports.File gazette(String name, int number) {
        return file(name, text(number));
    }

    private static String text(int number) {
        return """
                示例市人民政府令

                第9%d号

                《示例市热气球活动管理办法》已经市人民政府常务会议审议通过，现予公布，自2026年1月1日起施行。

                市长 张三

                2025年12月1日

                示例市热气球活动管理办法

                第一条 为了规范热气球活动，制定本办法。

                第二条 举办热气球活动的单位应当提前七日向市体育行政部门报告。
                """.formatted(number);
    }
}
