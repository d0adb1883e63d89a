package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.Notice;

/** Figures over answers that can be counted by hand. */
@ExtendWith(SharedDatabase.class)
class AnswerFiguresIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 2);
    private static final LocalDate THIRD = LocalDate.of(2026, 3, 3);

    private final Notice lifts = titled("示例市电梯安全管理办法").notice();
    private final Notice cars = titled("示例市停车管理办法").numbered("示政〔2021〕5号").notice();
    private NoticeStore notices;
    private KeptAnswers kept;
    private AnswerFigures figures;

    @BeforeEach
    void open(Database database) {
        notices = new NoticeStore(database, "test");
        await(notices.save(lifts.gazette(), "1", List.of(lifts, cars), Actor.PROGRAM));
        kept = new KeptAnswers(database);
        figures = new AnswerFigures(database);
    }

    @Test
    void days_areCounted_thoseOfBeijing_withNothingLeftOut() {
        UUID first = kept.put("2026-03-01T00:00", Door.PAGE, "a", "电梯", "lift", lifts.id() + "-1", 2);
        kept.put("2026-03-01T12:00", Door.WIDGET, "b", "电梯", "lift", null, 4);
        kept.put("2026-03-01T23:59", Door.MCP, null, "电梯", "lift", lifts.id() + "-1", 100);
        UUID last = kept.put("2026-03-03T00:00", Door.PAGE, "c", "停车", "car", cars.id() + "-0", 7);
        kept.put("2026-02-28T23:59", Door.PAGE, "d", "停车", "car", cars.id() + "-0", 9);
        kept.put("2026-03-04T00:00", Door.PAGE, "e", "停车", "car", cars.id() + "-0", 9);
        kept.judge(first, true);
        kept.judge(first, true);
        kept.judge(first, false);
        kept.judge(last, false);

        Figures found = of(null);
        assertEquals(
                List.of(
                        new Figures.Day(FIRST, new Figures.Count(3, 2, 2, 1, 4L, 100L)),
                        new Figures.Day(SECOND, new Figures.Count(0, 0, 0, 0, null, null)),
                        new Figures.Day(THIRD, new Figures.Count(1, 1, 0, 1, 7L, 7L))),
                found.days());
        assertEquals(new Figures.Count(4, 3, 2, 2, 4L, 100L), found.total());
        assertEquals(.75, found.total().answeredShare());
        assertEquals(.5, found.total().usefulShare());
        assertNull(found.days().get(1).count().answeredShare());
        assertNull(found.days().get(1).count().usefulShare());
    }

    @Test
    void door_letsItsOwnThroughAlone() {
        UUID page = kept.put("2026-03-01T08:00", Door.PAGE, "a", "电梯", "lift", lifts.id() + "-1", 2);
        kept.put("2026-03-01T08:00", Door.CHAT, "b", "电梯", "lift", null, 4);
        kept.judge(page, true);
        assertEquals(new Figures.Count(1, 1, 1, 0, 2L, 2L), of(Door.PAGE).total());
        assertEquals(new Figures.Count(1, 0, 0, 0, 4L, 4L), of(Door.CHAT).total());
        assertEquals(new Figures.Count(0, 0, 0, 0, null, null), of(Door.API).total());
        assertEquals(2, of(null).total().questions());
    }

    @Test
    void notices_areThoseThatAnswersBeginWith_withTheirHeadings() {
        for (int i = 0; i < 4; i++) {
            kept.put("2026-03-01T08:00", Door.PAGE, "c" + i, "电梯" + i, "lift" + i, lifts.id() + "-" + i % 2, 2);
        }
        for (int i = 0; i < 3; i++) {
            kept.put("2026-03-02T08:00", Door.PAGE, "d" + i, "停车" + i, "car" + i, cars.id() + "-0", 2);
        }
        kept.put("2026-03-02T08:00", Door.PAGE, "e", "别的", "other", "000000000000-1", 2);
        assertEquals(
                List.of(
                        new Figures.Cited(lifts.id(), null, lifts.title(), 4, List.of("第一章 总则")),
                        new Figures.Cited(cars.id(), "示政〔2021〕5号", cars.title(), 3, List.of("第一章 总则"))),
                of(null).notices());
        await(notices.withdraw(lifts.id(), "试", Actor.PROGRAM));
        assertEquals(1, of(null).notices().size());
    }

    @Test
    void questionsAlike_areTold_whenThreeConversationsAskedThem_inTheUsualWords() {
        for (String conversation : List.of("a", "b", "c")) {
            kept.put("2026-03-01T08:00", Door.PAGE, conversation, "电梯多久检验", "lift", lifts.id() + "-1", 2);
        }
        kept.put("2026-03-01T08:00", Door.PAGE, "d", "请问我家电梯多久检验", "lift", null, 2);
        for (int i = 0; i < 5; i++) {
            kept.put("2026-03-02T08:00", Door.PAGE, "one person", "我家的私事", "private", null, 2);
        }
        kept.put("2026-03-02T08:00", Door.PAGE, "e", "两个人问", "two", null, 2);
        kept.put("2026-03-02T08:00", Door.PAGE, "f", "两个人问", "two", null, 2);
        for (String conversation : List.of("a", "b", "c")) {
            kept.put("2026-03-03T08:00", Door.API, null, "月亮上有没有兔子，" + conversation, "moon", null, 2);
        }
        Figures found = of(null);
        assertEquals(List.of(new Figures.Asked("电梯多久检验", 4, 1), new Figures.Asked("月亮上有没有兔子，a", 3, 3)), found.asked());
        assertEquals(List.of(new Figures.Asked("月亮上有没有兔子，a", 3, 3)), found.unanswered());
    }

    @Test
    void question_isMasked() {
        for (String conversation : List.of("a", "b", "c")) {
            kept.put("2026-03-01T08:00", Door.PAGE, conversation, "我的电话 13812345678 怎么了", "phone", null, 2);
        }
        assertEquals(-1, of(null).asked().getFirst().question().indexOf("13812345678"));
    }

    @Test
    void span_hasAnEnd() {
        assertThrows(IllegalArgumentException.class, () -> span(FIRST, FIRST.minusDays(1), null));
        assertThrows(IllegalArgumentException.class, () -> span(FIRST, FIRST.plusDays(366), null));
        assertEquals(
                366,
                await(figures.of(span(FIRST, FIRST.plusDays(365), null))).days().size());
    }

    private Figures of(@Nullable Door door) {
        return await(figures.of(span(FIRST, THIRD, door)));
    }

    private static Figures.Span span(LocalDate from, LocalDate to, @Nullable Door door) {
        return new Figures.Span(from, to, ZoneId.of("Asia/Shanghai"), door);
    }
}
