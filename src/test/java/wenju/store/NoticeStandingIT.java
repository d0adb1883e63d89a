package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.Notice;
import wenju.notice.Relation;
import wenju.notice.Standing;
import wenju.notice.Validity;

@ExtendWith(SharedDatabase.class)
class NoticeStandingIT {
    private static final String OLD_GAZETTE = "示例市公报2019-1.txt";
    private static final String NEW_GAZETTE = "示例市公报2021-1.txt";

    private final Notice old = titled("示例市人民政府关于印发示例市电梯管理办法的通知")
            .in(OLD_GAZETTE)
            .numbered("示政〔2019〕3号")
            .issued("2019-01-10")
            .inForce("2019-02-01", null)
            .notice();
    private final Notice repealing = titled("示例市电梯安全条例")
            .in(NEW_GAZETTE)
            .issued("2021-05-01")
            .says(Relation.Kind.REPEALS, "示政〔2019〕3号", "2021-07-01")
            .notice();

    private NoticeStore store;

    @BeforeEach
    void open(Database database) {
        store = new NoticeStore(database, "1");
    }

    @Test
    void repeal_countsFromItsDayWhenItIsImportedLater() {
        save(OLD_GAZETTE, old);
        save(NEW_GAZETTE, repealing);

        assertRepealedFromJuly();
    }

    @Test
    void repeal_countsFromItsDayWhenItWasImportedEarlier() {
        save(NEW_GAZETTE, repealing);
        save(OLD_GAZETTE, old);

        assertRepealedFromJuly();
    }

    @Test
    void repeal_isUndoneWhenTheRepealingNoticeIsGone() {
        save(OLD_GAZETTE, old);
        save(NEW_GAZETTE, repealing);
        save(NEW_GAZETTE);

        assertEquals(List.of(), standing(old).acts());
    }

    @Test
    void repeal_withoutADayBeginsWithTheRepealingNotice() {
        save(OLD_GAZETTE, old);
        save(
                NEW_GAZETTE,
                titled("示例市电梯安全条例")
                        .in(NEW_GAZETTE)
                        .inForce("2021-06-01", null)
                        .says(Relation.Kind.REPEALS, "示政[2019]03号", null)
                        .notice());

        assertEquals(LocalDate.of(2021, 6, 1), standing(old).acts().getFirst().on());
    }

    @Test
    void amendment_byTitleReachesWhatTheNoticePutsIntoForce() {
        save(OLD_GAZETTE, old);
        save(
                NEW_GAZETTE,
                titled("关于修改《示例市电梯管理办法》的决定")
                        .in(NEW_GAZETTE)
                        .says(Relation.Kind.AMENDS, "示例市电梯管理办法", "2021-06-01")
                        .notice());

        assertEquals(
                Validity.Status.PARTLY_AMENDED,
                standing(old).on(LocalDate.of(2021, 6, 1)).status());
    }

    @Test
    void repeal_byTitleSparesTheYoungerEditionAndOtherCities() {
        Notice first = titled("示例市公园办法").in(OLD_GAZETTE).issued("2005-01-01").notice();
        Notice second = titled("示例市公园办法")
                .in(OLD_GAZETTE)
                .issued("2015-01-01")
                .says(Relation.Kind.REPEALS, "示例市公园办法", null)
                .notice();
        Notice third = titled("示例市公园办法").in(NEW_GAZETTE).issued("2021-01-01").notice();
        Notice elsewhere = titled("示例市公园办法")
                .in(NEW_GAZETTE)
                .by("邻近市人民政府")
                .issued("2005-01-01")
                .notice();
        save(OLD_GAZETTE, first, second);
        save(NEW_GAZETTE, third, elsewhere);

        assertEquals(1, standing(first).acts().size());
        assertEquals(List.of(), standing(second).acts());
        assertEquals(List.of(), standing(third).acts());
        assertEquals(List.of(), standing(elsewhere).acts());
    }

    @Test
    void find_linksRelationsWhoseTargetIsStored() {
        Notice citing = titled("关于加强电梯检查的通知")
                .in(NEW_GAZETTE)
                .says(Relation.Kind.CITES, "《示例市电梯管理办法》", null)
                .says(Relation.Kind.CITES, "国发〔2001〕1号", null)
                .notice();
        save(OLD_GAZETTE, old);
        save(NEW_GAZETTE, citing);

        assertEquals(
                List.of(new StoredNotice.Link(Relation.Kind.CITES, old.id(), old.name())),
                await(store.find(citing.id())).orElseThrow().links());
        assertTrue(standing(old).acts().isEmpty());
    }

    private void assertRepealedFromJuly() {
        assertEquals(
                List.of(new Standing.Act(
                        Relation.Kind.REPEALS, repealing.id(), repealing.name(), LocalDate.of(2021, 7, 1))),
                standing(old).acts());
        assertEquals(
                Validity.Status.IN_FORCE,
                standing(old).on(LocalDate.of(2021, 6, 30)).status());
        assertEquals(
                Validity.Status.REPEALED,
                standing(old).on(LocalDate.of(2021, 7, 1)).status());
    }

    private Standing standing(Notice notice) {
        return await(store.find(notice.id())).orElseThrow().standing();
    }

    private void save(String gazette, Notice... notices) {
        await(store.save(gazette, "a", List.of(notices), Actor.PROGRAM));
    }
}
