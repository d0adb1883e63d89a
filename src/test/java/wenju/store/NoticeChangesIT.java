package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.Notice;
import wenju.notice.Relation;

@ExtendWith(SharedDatabase.class)
class NoticeChangesIT {
    private static final String FIRST = "示例市公报2019-1.txt";
    private static final String SECOND = "示例市公报2021-1.txt";

    private final Notice lifts =
            titled("示例市电梯管理办法").in(FIRST).issued("2019-01-10").notice();
    private final Notice parks =
            titled("示例市公园条例").in(FIRST).issued("2019-01-10").notice();
    private final SampleNotice decision = titled("关于废止部分规章的决定").in(SECOND);

    private NoticeStore store;

    @BeforeEach
    void open(Database database) {
        store = new NoticeStore(database, "1");
    }

    @Test
    void changes_areNoneInAnEmptyStore() {
        assertEquals(new Changes(List.of(), List.of(), 0, false), await(store.changesAfter(0)));
    }

    @Test
    void changes_holdNewNoticesComplete() {
        save(FIRST, lifts, parks);

        Changes changes = await(store.changesAfter(0));

        assertEquals(List.of(lifts, parks).stream().map(Notice::id).sorted().toList(), ids(changes));
        assertTrue(changes.notices().stream().map(StoredNotice::notice).toList().contains(lifts));
        assertEquals(1, changes.revision());
        assertFalse(changes.more());
        assertEquals(List.of(), ids(await(store.changesAfter(1))));
    }

    @Test
    void changes_leaveOutWhatAnImportDidNotTouch() {
        save(FIRST, lifts, parks);
        Notice repaired =
                titled("示例市公园条例").in(FIRST).issued("2019-01-10").text("第一条 修复。").notice();
        save(FIRST, lifts, repaired);

        assertEquals(List.of(parks.id()), ids(await(store.changesAfter(1))));
    }

    @Test
    void changes_nameRemovedNoticesUntilTheyComeBack() {
        save(FIRST, lifts, parks);
        save(FIRST, lifts);

        assertEquals(new Changes(List.of(), List.of(parks.id()), 2, false), await(store.changesAfter(1)));
        save(FIRST, lifts, parks);
        assertEquals(List.of(), await(store.changesAfter(1)).removedIds());
        assertEquals(List.of(parks.id()), ids(await(store.changesAfter(1))));
    }

    @Test
    void changes_includeWhatAnotherNoticeRepealsOrNoLongerRepeals() {
        save(FIRST, lifts, parks);
        Notice repealing =
                decision.says(Relation.Kind.REPEALS, "示例市电梯管理办法", null).notice();
        save(SECOND, repealing);

        Changes repealed = await(store.changesAfter(1));
        assertEquals(List.of(lifts.id(), repealing.id()).stream().sorted().toList(), ids(repealed));
        assertEquals(1, actsOn(repealed, lifts));

        save(SECOND, decision.says(Relation.Kind.REPEALS, "示例市公园条例", null).notice());
        Changes turned = await(store.changesAfter(2));
        assertEquals(
                List.of(lifts.id(), parks.id(), repealing.id()).stream()
                        .sorted()
                        .toList(),
                ids(turned));
        assertEquals(0, actsOn(turned, lifts));
        assertEquals(1, actsOn(turned, parks));

        save(SECOND);
        Changes undone = await(store.changesAfter(3));
        assertEquals(List.of(parks.id()), ids(undone));
        assertEquals(List.of(repealing.id()), undone.removedIds());
        assertEquals(0, actsOn(undone, parks));
    }

    @Test
    void changes_comeInWholeRevisionsUpToTheNumberAskedFor() {
        save(FIRST, lifts, parks);
        save(SECOND, decision.notice());
        save("示例市公报2022-1.txt", titled("示例市湿地办法").in("示例市公报2022-1.txt").notice());

        Changes one = await(store.changesAfter(0, 1));
        assertEquals(2, one.notices().size());
        assertEquals(1, one.revision());
        assertTrue(one.more());
        Changes two = await(store.changesAfter(one.revision(), 2));
        assertEquals(2, two.notices().size());
        assertEquals(3, two.revision());
        assertFalse(two.more());
    }

    @Test
    void changes_fallBackToTheStoresRevisionWhenTheIndexIsAhead() {
        save(FIRST, lifts);

        assertEquals(new Changes(List.of(), List.of(), 1, false), await(store.changesAfter(7)));
    }

    @Test
    void changes_afterANegativeRevisionAreAMistake() {
        assertThrows(IllegalArgumentException.class, () -> store.changesAfter(-1));
    }

    private static int actsOn(Changes changes, Notice notice) {
        return changes.notices().stream()
                .filter(stored -> stored.notice().id().equals(notice.id()))
                .findFirst()
                .orElseThrow()
                .standing()
                .acts()
                .size();
    }

    private static List<String> ids(Changes changes) {
        return changes.notices().stream()
                .map(stored -> stored.notice().id())
                .sorted()
                .toList();
    }

    private void save(String gazette, Notice... notices) {
        await(store.save(gazette, "a", List.of(notices), Actor.PROGRAM));
    }
}
