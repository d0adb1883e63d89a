package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Passage;

class ReaderPageTest {
    private static final Visitor VISITOR = new Visitor(Words.CHINESE, false);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void passages_haveTheirIdsAsAnchors() {
        String page = ReaderPage.of(VISITOR, SampleNotices.LIFTS, TODAY);

        for (Passage passage : SampleNotices.LIFTS.notice().passages()) {
            assertTrue(page.contains("id=\"" + passage.id() + "\""), passage.id());
        }
        assertTrue(page.contains("<p>（二）接到困人报告后三十分钟内到达现场；</p>"), page);
    }

    @Test
    void outline_leadsToTheHeadings() {
        String page = ReaderPage.of(VISITOR, SampleNotices.LIFTS, TODAY);

        String anchor = "h1-" + SampleNotices.article12().id();
        assertTrue(page.contains("<a lang=\"zh-CN\" href=\"#" + anchor + "\">第三章 维护保养</a>"), page);
        assertTrue(page.contains("<h2 id=\"" + anchor + "\">第三章 维护保养</h2>"), page);
    }

    @Test
    void heading_thatStandsInThePassage_isShownOnce() {
        String text = body(ReaderPage.of(VISITOR, SampleNotices.PLAN, TODAY));

        assertEquals(2, text.split("（一）摸清底数", -1).length, text);
    }

    @Test
    void rows_underOneHeader_areOneTable() {
        String page = ReaderPage.of(VISITOR, SampleNotices.PLAN, TODAY);

        assertEquals(2, page.split("<table>", -1).length, page);
        assertTrue(page.contains("<th lang=\"zh-CN\" scope=\"col\">序号</th>"), page);
        String row = SampleNotices.PLAN.notice().passages().get(3).id();
        assertTrue(page.contains("<tr id=\"" + row + "\"><td lang=\"zh-CN\">2</td><td lang=\"zh-CN\">资金补助</td>"), page);
    }

    @Test
    void firstRow_thatCarriesCaptionAndHeader_isShownOnceWithThem() {
        var rows = List.of(row("", "附件\n安置点名单\n序号\t安置点\n1\t体育中心", 0), row("序号\t安置点", "2\t第二中学\t", 1));
        String table = PassageBlocks.of(Words.CHINESE, rows).render().replace(" lang=\"zh-CN\"", "");

        assertTrue(table.contains("<caption>附件 安置点名单</caption>"), table);
        assertEquals(2, table.split("安置点</th>", -1).length, table);
        assertTrue(table.contains("<tr id=\"x-0\"><td>1</td><td>体育中心</td></tr>"), table);
        assertTrue(table.contains("<tr id=\"x-1\"><td>2</td><td>第二中学</td><td></td></tr>"), table);
        assertEquals(2, table.split("<table>", -1).length, table);
    }

    @Test
    void rows_underAnotherHeader_areAnotherTable() {
        var rows = List.of(row("甲\t乙", "1\t2", 0), row("丙\t丁", "3\t4", 1));

        assertEquals(3, PassageBlocks.of(Words.CHINESE, rows).render().split("<table>", -1).length);
    }

    @Test
    void row_withoutCells_isStillShown() {
        assertTrue(PassageBlocks.of(Words.CHINESE, List.of(row("", "无表格的一行", 0)))
                .render()
                .contains("无表格的一行"));
    }

    private static Passage row(String leadIn, String text, int position) {
        return new Passage(
                "x-" + position,
                position,
                Passage.Form.ROW,
                Locator.of("附件"),
                List.of(),
                leadIn,
                text,
                new Lines(1, 1));
    }

    @Test
    void text_isEscaped() {
        String page = ReaderPage.of(VISITOR, SampleNotices.PLAN, TODAY);

        assertTrue(page.contains("a&lt;b &amp; &quot;c&quot;"), page);
        assertFalse(page.contains("a<b"), page);
    }

    @Test
    void notice_thatWasRepealed_saysSoAndByWhat() {
        String page = ReaderPage.of(VISITOR, SampleNotices.OLD_LIFTS, TODAY);

        assertTrue(page.contains("data-status=\"repealed\""), page);
        assertTrue(
                page.contains("已被<a lang=\"zh-CN\" href=\"/notices/"
                        + SampleNotices.LIFTS.notice().id() + "\">《示例市电梯安全管理办法》（示例市人民政府令第12号）</a>废止"),
                page);
        assertTrue(
                page.contains("<span class=\"relation\">被废止于</span><a lang=\"zh-CN\" href=\"/notices/"
                        + SampleNotices.LIFTS.notice().id() + "\">"),
                page);
        assertTrue(page.contains("自2020年5月1日起"), page);
    }

    @Test
    void relation_toWhatIsNotHeld_isNoLink() {
        String page = ReaderPage.of(VISITOR, SampleNotices.LIFTS, TODAY);

        assertTrue(
                page.contains("<span class=\"relation\">引用</span><span lang=\"zh-CN\">《示例省特种设备条例》</span></li>"), page);
        assertTrue(
                page.contains("<span class=\"relation\">废止了</span><a lang=\"zh-CN\" href=\"/notices/"
                        + SampleNotices.OLD_LIFTS.notice().id() + "\">"),
                page);
    }

    @Test
    void validity_dependsOnTheDay() {
        String before = ReaderPage.of(VISITOR, SampleNotices.LIFTS, LocalDate.of(2020, 4, 30));
        String after = ReaderPage.of(VISITOR, SampleNotices.LIFTS, LocalDate.of(2020, 5, 1));

        assertTrue(before.contains("尚未施行"), before);
        assertTrue(after.contains("现行有效"), after);
    }

    private static String body(String page) {
        return page.substring(page.indexOf("<div class=\"text\""));
    }
}
