package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.http.Imports;
import wenju.store.Database;
import wenju.store.ImportLog;
import wenju.store.NoticeStore;
import wenju.store.SharedDatabase;

/** Two nodes on one database: one does an import, both tell of it. */
@ExtendWith({VertxExtension.class, SharedDatabase.class})
class ImportJobsIT {
    private final AtomicInteger caughtUp = new AtomicInteger();
    private WorkerExecutor worker;
    private NoticeStore store;
    private ImportJobs node;
    private ImportJobs other;

    @BeforeEach
    void open(Vertx vertx, Database database) {
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
        for (int tries = 0; tries < 200; tries++) {
            Imports.Job job = await(asked.find(UUID.fromString(id))).orElseThrow();
            if (job.state() == Imports.State.DONE) {
                return job;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("import " + id + " does not end");
    }

    private static Imports.Order order(String key, boolean dryRun, Imports.File... files) {
        return new Imports.Order("k1", key, dryRun, List.of(files));
    }

    private static Imports.File file(String name, String text) {
        return new Imports.File(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Imports.File gazette(String name, int number) {
        return file(name, """
                示例市人民政府令

                第9%d号

                《示例市热气球活动管理办法》已经市人民政府常务会议审议通过，现予公布，自2026年1月1日起施行。

                市长 张三

                2025年12月1日

                示例市热气球活动管理办法

                第一条 为了规范热气球活动，制定本办法。

                第二条 举办热气球活动的单位应当提前七日向市体育行政部门报告。
                """.formatted(number));
    }
}
