package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import wenju.notice.Notice;
import wenju.notice.Passage;

class HtmlTextTest {

    @Test
    void page_isReadAsPeopleSeeIt() throws UnreadableGazetteException {
        GazetteText page = text("""
                <!DOCTYPE html>
                <html><head><title>关于加强渡口管理的通知_示例市人民政府</title><style>p {}</style></head>
                <body><nav>首页 &gt; 公开</nav><script>var a = 1;</script>
                <h1>示例市人民政府关于加强渡口管理的通知</h1>
                <p>示政〔2021〕7号&nbsp;&nbsp;2021年4月1日</p>
                <p>各区人民政府：</p>
                <p>一、<b>渡口</b>应当<br>设置标志</p>
                <ol start="2"><li>甲</li><li>乙</li></ol>
                <table><tr><th>序号</th><th>区</th><th>渡口</th></tr>
                <tr><td>1</td><td rowspan="2">东区</td><td>东渡</td></tr>
                <tr><td>2</td><td>西渡</td></tr></table>
                <footer>备案号</footer></body></html>
                """, StandardCharsets.UTF_8);

        assertEquals(GazetteText.Format.HTML, page.format());
        assertEquals("示例市人民政府关于加强渡口管理的通知", page.title());
        assertEquals(
                """
                示例市人民政府关于加强渡口管理的通知
                示政〔2021〕7号 2021年4月1日
                各区人民政府：
                一、渡口应当
                设置标志
                2. 甲
                3. 乙
                序号\t区\t渡口
                1\t东区\t东渡
                2\t\t西渡
                """,
                page.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.strip() + "\n")
                        .collect(java.util.stream.Collectors.joining()));
        Notice notice = GazetteReader.read(page).notices().getFirst();
        assertEquals("示政〔2021〕7号", notice.number().text());
        Passage row = notice.passages().getLast();
        assertEquals("2\t\t西渡", row.text());
        assertEquals("序号\t区\t渡口", row.leadIn());
    }

    @Test
    void pageWithoutHead_isOneNoticeOfItsTitle() throws UnreadableGazetteException {
        Gazette gazette = GazetteReader.read(text(
                "<html><head><title>示例市渡口管理办法 - 示例市司法局</title></head><body><p>第一条 为了加强管理，制定本办法。</p>"
                        + "<p>第二条 本办法由示例市交通局解释。</p></body></html>",
                Charset.forName("GB18030")));

        assertEquals(1, gazette.notices().size());
        assertEquals("示例市渡口管理办法", gazette.notices().getFirst().title());
        assertEquals(2, gazette.notices().getFirst().passages().size());
    }

    @Test
    void layoutTable_isNoTable() throws UnreadableGazetteException {
        GazetteText page = text(
                "<html><body><table><tr><td><p>第一段。</p><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table></body></html>",
                StandardCharsets.UTF_8);

        assertEquals("第一段。\n甲\t乙\n", page.text());
    }

    private static GazetteText text(String html, Charset charset) throws UnreadableGazetteException {
        return GazetteText.of("页面", html.getBytes(charset));
    }
}
