package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.Notice;
import wenju.notice.Relation;

@ExtendWith(SharedDatabase.class)
class NoticeStoreIT {
    private static final String GAZETTE = "示例市公报2021-1.txt";
    private static final String LATER_GAZETTE = "示例市公报2021-2.txt";

    private final Notice lifts = titled("示例市电梯管理办法")
            .numbered("示例市人民政府令第7号")
            .inForce("2021-07-01", "2026-06-30")
            .says(Relation.Kind.CITES, "示政〔2019〕3号", null)
            .notice();
    private final Notice sirens = titled("关于试鸣防空警报的公告").issued(null).notice();

    private Database database;
    private NoticeStore store;

    @BeforeEach
    void open(Database shared) {
        database = shared;
        store = new NoticeStore(shared, "1");
    }

    @Test
    void ping_answers() {
        await(store.ping());
    }

    @Test
    void find_returnsWhatWasSaved() {
        save(GAZETTE, lifts, sirens);

        assertEquals(lifts, await(store.find(lifts.id())).orElseThrow().notice());
        assertEquals(sirens, await(store.find(sirens.id())).orElseThrow().notice());
        assertTrue(await(store.find("000000000000")).isEmpty());
    }

    @Test
    void holds_isTrueForThisContentAndReaderOnly() {
        assertFalse(await(store.holds(GAZETTE, "a")));
        await(store.save(GAZETTE, "a", List.of(lifts), Actor.PROGRAM));

        assertTrue(await(store.holds(GAZETTE, "a")));
        assertFalse(await(store.holds(GAZETTE, "b")));
        assertFalse(await(new NoticeStore(database, "2").holds(GAZETTE, "a")));
    }

    @Test
    void save_countsAddedChangedRemovedUnchanged() {
        Notice parks = titled("示例市公园条例").notice();
        assertEquals(new ImportCounts(3, 0, 0, 0), save(GAZETTE, lifts, sirens, parks));
        Notice repaired = titled("示例市公园条例").text("第一条 修复后的文本。").notice();
        Notice fresh = titled("示例市湿地保护办法").notice();

        ImportCounts counts = save(GAZETTE, lifts, repaired, fresh);

        assertEquals(new ImportCounts(1, 1, 1, 1), counts);
        assertEquals("新增 1 件，更新 1 件，移除 1 件，未变 1 件", counts.toString());
        assertEquals(repaired, await(store.find(parks.id())).orElseThrow().notice());
        assertTrue(await(store.find(sirens.id())).isEmpty());
    }

    @Test
    void save_ofTheSameNoticesChangesNothing() {
        save(GAZETTE, lifts, sirens);
        long revision = await(store.revision());

        assertEquals(new ImportCounts(0, 0, 0, 2), save(GAZETTE, lifts, sirens));
        assertEquals(revision, await(store.revision()));
    }

    @Test
    void save_leavesNothingWhenTheDatabaseRefusesOneNotice() {
        // PostgreSQL's text cannot hold the character zero.
        Notice refused = titled("示例市坏字符办法").text("第一条 坏\0字符。").notice();
        save(GAZETTE, sirens);

        var failure = assertThrows(StoreException.class, () -> save(GAZETTE, lifts, refused));

        assertTrue(failure.getMessage().contains(GAZETTE), failure.getMessage());
        assertTrue(await(store.find(lifts.id())).isEmpty());
        assertTrue(await(store.find(sirens.id())).isPresent());
        assertEquals(1, await(store.revision()));
    }

    @Test
    void save_namesTwoNoticesThatShareAnId() {
        Notice twin = titled("示例市扶梯管理办法").numbered("示例市人民政府令第7号").notice();

        var failure = assertThrows(StoreException.class, () -> save(GAZETTE, lifts, twin));

        assertTrue(failure.getMessage().contains(lifts.id()), failure.getMessage());
        assertTrue(failure.getMessage().contains("示例市扶梯管理办法"), failure.getMessage());
    }

    @Test
    void save_refusesANoticeOfAnotherGazette() {
        Notice stray = titled("示例市公园条例").in(LATER_GAZETTE).notice();

        assertThrows(IllegalArgumentException.class, () -> store.save(GAZETTE, "a", List.of(stray), Actor.PROGRAM));
    }

    @Test
    void save_keepsTheLaterPrintingAndOutlivesItsRemoval() {
        Notice reprinted = titled("示例市公园条例").in(LATER_GAZETTE).text("第一条 重印。").notice();
        Notice first = titled("示例市公园条例").notice();
        save(GAZETTE, first);
        assertEquals(new ImportCounts(0, 1, 0, 0), save(LATER_GAZETTE, reprinted));
        assertEquals(reprinted, await(store.find(first.id())).orElseThrow().notice());
        assertTrue(await(store.holds(GAZETTE, digest(first))));

        assertEquals(new ImportCounts(0, 0, 0, 0), save(LATER_GAZETTE));

        assertTrue(await(store.find(first.id())).isPresent());
        assertFalse(await(store.holds(GAZETTE, digest(first))), "the first gazette is to be read anew");
        assertEquals(new ImportCounts(0, 1, 0, 0), save(GAZETTE, first));
        assertEquals(first, await(store.find(first.id())).orElseThrow().notice());
    }

    @Test
    void save_followsOneAnotherWhenAskedAtOnce() {
        List<Future<ImportCounts>> imports = IntStream.range(0, 12)
                .mapToObj(i -> {
                    String gazette = "示例市公报2020-" + i + ".txt";
                    return store.save(
                            gazette,
                            "a",
                            List.of(titled("示例市第" + i + "号办法").in(gazette).notice()),
                            Actor.PROGRAM);
                })
                .toList();
        await(Future.all(imports));

        assertEquals(12, await(store.revision()));
        assertEquals(12, await(store.changesAfter(0)).notices().size());
    }

    @Test
    void save_storesAGazetteOfThreeThousandPassages() {
        Notice large = titled("示例市名录")
                .text(IntStream.range(0, 3_000)
                        .mapToObj(i -> "第" + i + "项 示例单位，负责本辖区内的日常管理与服务工作。")
                        .toArray(String[]::new))
                .notice();

        save(GAZETTE, large);

        assertEquals(large, await(store.find(large.id())).orElseThrow().notice());
    }

    private ImportCounts save(String gazette, Notice... notices) {
        return await(store.save(gazette, digest(notices), List.of(notices), Actor.PROGRAM));
    }

    private static String digest(Notice... notices) {
        return Integer.toHexString(List.of(notices).hashCode());
    }
}
