package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.AssumedTerms;
import wenju.notice.Notice;
import wenju.notice.Relation;
import wenju.notice.Validity;
import wenju.store.NoticeRegister.Filter;
import wenju.store.NoticeRegister.Page;
import wenju.store.NoticeRegister.View;

@ExtendWith(SharedDatabase.class)
class NoticeRegisterIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Actor WANG = new Actor("wang", "127.0.0.1");
    private static final AssumedTerms TERMS = new AssumedTerms(Map.of("示例市", new AssumedTerms.Term(5, 2, 1)));

    private Database database;
    private NoticeStore store;
    private NoticeRegister register;

    @BeforeEach
    void open(Database shared) {
        database = shared;
        store = new NoticeStore(shared, "1", TERMS);
        register = new NoticeRegister(shared, TERMS);
    }

    @Test
    void words_areSoughtInTitleAndNumberHoweverSpelled() {
        save(
                "a.txt",
                sample("示例市电梯安全管理办法").numbered("示政〔2021〕7号"),
                sample("示例市电梯应急预案").numbered("示政办〔2021〕7号"),
                sample("示例市WiFi建设方案"));

        assertEquals(List.of("示例市电梯安全管理办法"), found("电梯 办法"));
        assertEquals(List.of("示例市电梯安全管理办法"), found("示政[2021]7号"));
        assertEquals(List.of("示例市电梯安全管理办法"), found("示政 (2021)　办法"));
        assertEquals(List.of("示例市WiFi建设方案"), found("wifi"));
        assertEquals(List.of(), found("第"), "what is nothing without its brackets is in no number");
        assertEquals(List.of(), found("100%_"));
        assertEquals(3, found(" ").size());
    }

    @Test
    void pages_holdEveryNoticeOnce_whateverTheStatus() {
        var notices = new ArrayList<Notice>();
        for (int i = 0; i < 25; i++) {
            notices.add(sample("示例市第" + i + "号规划")
                    .issued(i % 7 == 0 ? null : "2021-05-0" + (1 + i % 3))
                    .inForce(null, i % 5 == 0 ? "2022-01-01" : null)
                    .notice());
        }
        save("a.txt", notices);

        assertEquals(25, paged(View.IN_SIGHT, null).stream().distinct().count());
        assertEquals(25, paged(View.IN_SIGHT, null).size());
        assertEquals(5, paged(View.IN_SIGHT, Validity.Status.EXPIRED).size());
        assertEquals(20, paged(View.IN_SIGHT, Validity.Status.UNKNOWN).size());
        assertThrows(InvalidCursorException.class, () -> list(View.IN_SIGHT, "", null, "nothing"));
    }

    @Test
    void ending_isWhateverEndsNext_alsoByAssumedTermRepealOrHand() {
        Notice stated = sample("甲项目规划").inForce("2020-01-01", "2027-03-05").notice();
        Notice assumed = sample("乙管理办法").inForce("2022-01-01", null).notice();
        Notice repealed = sample("丙项目规划").inForce("2020-01-01", "2030-01-01").notice();
        Notice repealing = sample("丁决定")
                .issued("2026-11-01")
                .says(Relation.Kind.REPEALS, "丙项目规划", "2026-12-01")
                .notice();
        Notice over = sample("戊项目规划").inForce("2020-01-01", "2026-11-19").notice();
        Notice today = sample("己项目规划").inForce("2020-01-01", "2026-11-20").notice();
        Notice corrected = sample("庚项目规划").inForce("2020-01-01", "2026-12-31").notice();
        Notice withdrawn = sample("辛项目规划").inForce("2020-01-01", "2026-12-31").notice();
        save("a.txt", List.of(stated, assumed, repealed, repealing, over, today, corrected, withdrawn));
        await(register.withdraw(withdrawn.id(), 0, "误收", WANG));
        await(store.correct(
                corrected.id(),
                0,
                new NoticeCorrection.Draft(Map.of(NoticeFacts.Field.EXPIRES_ON, "2027-06-30"), null, "更正期限"),
                WANG));

        Page page = list(View.ENDING, "", null, null);
        assertEquals(
                List.of(
                        "己项目规划 2026-11-20",
                        "丙项目规划 2026-11-30",
                        "乙管理办法 2027-01-01",
                        "甲项目规划 2027-03-05",
                        "庚项目规划 2027-06-30"),
                page.entries().stream()
                        .map(entry -> entry.notice().title() + " " + entry.lastDay())
                        .toList());
        assertEquals(5, paged(View.ENDING, null).size());
        assertEquals(
                "乙管理办法",
                list(View.ENDING, "办法", null, null)
                        .entries()
                        .getFirst()
                        .notice()
                        .title());
        assertThrows(InvalidCursorException.class, () -> list(View.ENDING, "", null, "undated.5f3c09a1be77"));
    }

    @Test
    void endingOnTheSameDay_isGoneThroughById() {
        var notices = new ArrayList<Notice>();
        for (int i = 0; i < 9; i++) {
            notices.add(
                    sample("第" + i + "项规划").inForce("2020-01-01", "2027-01-01").notice());
        }
        save("a.txt", notices);
        assertEquals(notices.stream().map(Notice::id).sorted().toList(), paged(View.ENDING, null));
    }

    @Test
    void withdrawnNotice_isListedWithWhoAndWhy_andComesBack() {
        Notice lifts = sample("示例市电梯安全管理办法").notice();
        save("a.txt", List.of(lifts));

        assertEquals(Optional.of(1), await(register.withdraw(lifts.id(), 0, "含个人信息", WANG)));
        assertEquals(List.of(), list(View.IN_SIGHT, "", null, null).entries());
        NoticeRegister.Entry entry =
                list(View.WITHDRAWN, "电梯", "a.txt", null).entries().getFirst();
        NoticeRegister.Withdrawal withdrawal = entry.withdrawal();
        assertTrue(withdrawal != null
                && withdrawal.reason().equals("含个人信息")
                && withdrawal.author().equals("wang"));
        assertEquals(1, entry.version());
        save("a.txt", List.of(lifts));
        assertTrue(await(store.find(lifts.id())).isEmpty(), "an import does not bring it back");

        assertEquals(Optional.of(2), await(register.restore(lifts.id(), 1, WANG)));
        assertTrue(await(store.find(lifts.id())).isPresent());
        assertEquals(List.of(), list(View.WITHDRAWN, "", null, null).entries());
        assertNull(list(View.IN_SIGHT, "", null, null).entries().getFirst().withdrawal());
        assertEquals("restore wang " + lifts.id(), DeskAccounts.lastAudit(database));
    }

    @Test
    void whoeverComesTooLate_isToldAndChangesNothing() {
        Notice lifts = sample("示例市电梯安全管理办法").notice();
        save("a.txt", List.of(lifts));
        assertThrows(StaleException.class, () -> await(register.restore(lifts.id(), 0, WANG)), "not withdrawn");
        await(register.withdraw(lifts.id(), 0, "含个人信息", WANG));
        assertThrows(StaleException.class, () -> await(register.withdraw(lifts.id(), 0, "误收", WANG)));
        assertThrows(StaleException.class, () -> await(register.withdraw(lifts.id(), 1, "误收", WANG)));
        await(store.restore(lifts.id(), WANG));
        await(store.withdraw(lifts.id(), "误收", WANG));
        assertThrows(StaleException.class, () -> await(register.restore(lifts.id(), 1, WANG)), "another withdrawal");
        assertEquals("误收", await(store.dossier(lifts.id())).orElseThrow().withdrawnFor());
        assertEquals(Optional.empty(), await(register.withdraw("000000000000", 0, "没有", WANG)));
    }

    @Test
    void gazettes_areThoseThatPrintNotices() {
        Notice lifts = sample("示例市电梯安全管理办法").notice();
        save(
                "b.txt",
                List.of(
                        sample("甲规划").in("b.txt").notice(),
                        sample("乙规划").in("b.txt").notice()));
        save("a.txt", List.of(lifts));
        save("c.txt", List.of(sample("丙规划").in("c.txt").notice()));
        save("c.txt", List.of());

        assertEquals(
                List.of("a.txt 1", "b.txt 2"),
                await(register.gazettes()).stream()
                        .map(gazette -> gazette.name() + " " + gazette.notices())
                        .toList());
        assertEquals(
                List.of(lifts.id()),
                list(View.IN_SIGHT, "", "a.txt", null).entries().stream()
                        .map(entry -> entry.notice().id())
                        .toList());
    }

    private List<String> found(String words) {
        return list(View.IN_SIGHT, words, null, null).entries().stream()
                .map(entry -> entry.notice().title())
                .toList();
    }

    /** Every id of a list, in pages of four. */
    private List<String> paged(View view, Validity.@Nullable Status status) {
        var ids = new ArrayList<String>();
        String after = null;
        do {
            Page page = await(register.list(new Filter(view, "", null, status, TODAY, 4, after)));
            page.entries().forEach(entry -> ids.add(entry.notice().id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    private Page list(View view, String words, @Nullable String gazette, @Nullable String after) {
        return await(register.list(new Filter(view, words, gazette, null, TODAY, 50, after)));
    }

    private static SampleNotice sample(String title) {
        return SampleNotice.titled(title).in("a.txt");
    }

    private void save(String gazette, SampleNotice... samples) {
        save(gazette, List.of(samples).stream().map(SampleNotice::notice).toList());
    }

    private void save(String gazette, List<Notice> notices) {
        await(store.save(gazette, "d", notices, WANG));
    }
}
