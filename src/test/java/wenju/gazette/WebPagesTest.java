package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.Notice;
import wenju.notice.Passage;

/** Notices as government sites show them, saved as a page or copied out of one: what serves the page is no text. */
class WebPagesTest {
    private static final String DOCUMENT = """
            示例市人民政府办公室关于调整公交票价的通知
            各区人民政府：
            一、普通车1元。
            二、空调车2元。
            示例市人民政府办公室
            2022年3月15日
            """;

    @Test
    void boxOfAPage_tellsWhatTheDocumentDoesNot() throws UnreadableGazetteException {
        String html = """
                <!DOCTYPE html><html><head><title>通知_示例市</title><meta name="ArticleTitle" content="示例市公共自行车管理办法"></head><body>
                <div>无障碍阅读 | 长者模式</div><div>当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>文件</a></div>
                <table><tr><td>索 引 号：</td><td>0031/2022-03</td><td>主题分类：</td><td>城乡建设</td></tr>
                <tr><td>发文机关：</td><td>示例市人民政府办公室</td><td>成文日期：</td><td>2022-03-15</td></tr>
                <tr><td>发文字号：</td><td>示政办规〔2022〕3号</td><td>发布日期：</td><td>2022-03-18</td></tr></table>
                <div>示例市公共自行车管理办法</div>
                <div>来源：市政府办公室　发布时间：2022-03-18 10:00　浏览次数：123　字体：【大 中 小】 打印</div>
                <p>第一条　自行车应当停放在规定区域。</p><p>第二条　本办法自印发之日起施行。</p>
                <div>分享到：微信</div><div>上一篇：关于路灯的通知</div><div>下一篇：没有了</div><div>【打印本页】【关闭窗口】</div>
                <div>扫一扫在手机打开当前页</div></body></html>
                """;

        Notice notice = read("page.html", html).getFirst();

        assertEquals("示政办规〔2022〕3号", String.valueOf(notice.number()));
        assertEquals("示例市人民政府办公室", notice.issuer());
        assertEquals("示例市", notice.jurisdiction());
        assertEquals("2022-03-15", String.valueOf(notice.issuedOn()));
        assertEquals("2022-03-15", String.valueOf(notice.effectiveOn()));
        assertEquals(
                List.of("示例市公共自行车管理办法", "第一条 自行车应当停放在规定区域。", "第二条 本办法自印发之日起施行。"),
                notice.passages().stream().map(Passage::text).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "索引号：01-2/3 主题分类：交通\n发文字号：示政办〔2022〕3号 成文日期：2022-03-18\n名称：示例市人民政府办公室关于调整公交票价的通知\n",
                "索 引 号 | 01-2/3 | 发布机构 | 示例市人民政府办公室 |\n文 号 | 示政办〔2022〕3号 | 公文种类 | 通知 | ||\n成文日期 | 2022-03-18 | 有效性 | 有效 |\n",
                "[ 索引号 ] 01-2/3 [ 发文字号 ] 示政办〔2022〕3号\n[ 主题分类 ] 交通 [ 体裁分类 ] 通知\n",
                "  • 索引号:\n\n    01-2/3\n  • 主题分类:\n\n  • 发文字号:\n\n    示政办〔2022〕3号\n  • 发布日期:\n\n    2022年03月18日 16:34\n  • 内容概述:\n\n",
                "**索引号：** 01-2/3　**发文字号：** 示政办〔2022〕3号\n",
                "主题分类：\t交通\t索引号：\t01-2/3\n发文机关：\t示例市人民政府办公室\t文号：\t示政办〔2022〕3号\n"
            })
    void boxInAnyLayout_isReadAndLeftOut(String box) throws UnreadableGazetteException {
        List<Notice> notices = read("page.txt", "返回顶部\n首页 > 政务公开 > 文件\n" + box + DOCUMENT + "上一条：没有了\n");

        assertEquals(1, notices.size());
        assertEquals("示政办〔2022〕3号", String.valueOf(notices.getFirst().number()));
        assertEquals("2022-03-15", String.valueOf(notices.getFirst().issuedOn()));
        assertEquals(
                List.of("示例市人民政府办公室关于调整公交票价的通知\n各区人民政府：", "一、普通车1元。", "二、空调车2元。\n示例市人民政府办公室\n2022年3月15日"),
                notices.getFirst().passages().stream().map(Passage::text).toList());
    }

    @Test
    void titleUnderABox_isTheDocuments() throws UnreadableGazetteException {
        Notice notice = read("page.txt", """
                索引号：01-2/3
                发文字号：示政发〔2024〕7号
                生成日期：2024年04月06日 16:40
                废止日期：
                示例县人民政府工作规则
                第一章　总则
                一、县政府的工作应当公开。
                """).getFirst();

        assertEquals("示例县人民政府工作规则", notice.title());
        assertEquals("2024-04-06", String.valueOf(notice.issuedOn()));
    }

    @Test
    void boxesOfSeveralPages_tellEachOfTheirOwn() throws UnreadableGazetteException {
        String second = DOCUMENT.replace("公交票价", "停车收费");

        List<Notice> notices =
                read("pages.txt", "索引号：01\n文号：示政办〔2022〕3号\n" + DOCUMENT + "索引号：02\n文号：示政办〔2022〕8号\n" + second);

        assertEquals(
                List.of("示例市人民政府办公室关于调整公交票价的通知 示政办〔2022〕3号", "示例市人民政府办公室关于调整停车收费的通知 示政办〔2022〕8号"),
                notices.stream().map(n -> n.title() + " " + n.number()).toList());
        assertEquals(
                "二、空调车2元。\n示例市人民政府办公室\n2022年3月15日",
                notices.getFirst().passages().getLast().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"资金来源：市财政。", "来源：市财政拨款", "办理时间：周一至周五", "编号、索引号由档案馆填写。", "责任编辑应当签字。", "返回原籍的，凭证明办理。", "关闭", "打印"})
    void textThatOnlyLooksLikeAPage_stays(String line) throws UnreadableGazetteException {
        Notice notice = read("page.txt", DOCUMENT.replace("二、", line + "\n二、")).getFirst();

        assertEquals("一、普通车1元。\n" + line, notice.passages().get(1).text());
    }

    private static List<Notice> read(String name, String text) throws UnreadableGazetteException {
        return GazetteReader.read(GazetteText.of(name, text.getBytes(StandardCharsets.UTF_8)))
                .notices();
    }
}
