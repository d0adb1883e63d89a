package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import wenju.notice.Passage;

class ReaderPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void passages_haveTheirIdsAsAnchors() {
        String page = ReaderPage.of(SampleNotices.LIFTS, TODAY);

        for (Passage passage : SampleNotices.LIFTS.notice().passages()) {
            assertTrue(page.contains("id=\"" + passage.id() + "\""), passage.id());
        }
        assertTrue(page.contains("<p>（二）接到困人报告后三十分钟内到达现场；</p>"), page);
    }

    @Test
    void outline_leadsToTheHeadings() {
        String page = ReaderPage.of(SampleNotices.LIFTS, TODAY);

        String anchor = "h1-" + SampleNotices.article12().id();
        assertTrue(page.contains("<a href=\"#" + anchor + "\">第三章 维护保养</a>"), page);
        assertTrue(page.contains("<h2 id=\"" + anchor + "\">第三章 维护保养</h2>"), page);
    }

    @Test
    void heading_thatStandsInThePassage_isShownOnce() {
        String text = body(ReaderPage.of(SampleNotices.PLAN, TODAY));

        assertEquals(2, text.split("（一）摸清底数", -1).length, text);
    }

    @Test
    void rows_underOneHeader_areOneTable() {
        String page = ReaderPage.of(SampleNotices.PLAN, TODAY);

        assertEquals(2, page.split("<table>", -1).length, page);
        assertTrue(
                page.contains("<th scope=\"col\">序号</th><th scope=\"col\">任务</th><th scope=\"col\">责任单位</th>"), page);
        String row = SampleNotices.PLAN.notice().passages().get(3).id();
        assertTrue(page.contains("<tr id=\"" + row + "\"><td>2</td><td>资金补助</td><td>市财政局</td></tr>"), page);
    }

    @Test
    void text_isEscaped() {
        String page = ReaderPage.of(SampleNotices.PLAN, TODAY);

        assertTrue(page.contains("a&lt;b &amp; &quot;c&quot;"), page);
        assertFalse(page.contains("a<b"), page);
    }

    @Test
    void notice_thatWasRepealed_saysSoAndByWhat() {
        String page = ReaderPage.of(SampleNotices.OLD_LIFTS, TODAY);

        assertTrue(page.contains("data-status=\"repealed\""), page);
        assertTrue(page.contains("已被《示例市电梯安全管理办法》（示例市人民政府令第12号）废止"), page);
        assertTrue(
                page.contains("<span class=\"relation\">被废止</span><a href=\"/notices/"
                        + SampleNotices.LIFTS.notice().id() + "\">"),
                page);
        assertTrue(page.contains("，自2020年5月1日起"), page);
    }

    @Test
    void relation_toWhatIsNotHeld_isNoLink() {
        String page = ReaderPage.of(SampleNotices.LIFTS, TODAY);

        assertTrue(page.contains("<span class=\"relation\">引用</span>《示例省特种设备条例》</li>"), page);
        assertTrue(
                page.contains("<span class=\"relation\">废止</span><a href=\"/notices/"
                        + SampleNotices.OLD_LIFTS.notice().id() + "\">"),
                page);
    }

    @Test
    void validity_dependsOnTheDay() {
        String before = ReaderPage.of(SampleNotices.LIFTS, LocalDate.of(2020, 4, 30));
        String after = ReaderPage.of(SampleNotices.LIFTS, LocalDate.of(2020, 5, 1));

        assertTrue(before.contains("尚未施行"), before);
        assertTrue(after.contains("现行有效"), after);
    }

    private static String body(String page) {
        return page.substring(page.indexOf("<div class=\"text\">"));
    }
}
