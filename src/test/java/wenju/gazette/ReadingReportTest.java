package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenju.gazette.Gazette.Warning.Kind;

class ReadingReportTest {

    @Test
    void report_saysWhatWasRecognised() {
        String text = """
                示例市人民政府关于印发示例市渡口管理办法的通知

                示政〔2021〕7号 2021年4月1日

                各区人民政府：

                现将《示例市渡口管理办法》印发给你们，请遵照执行。

                第一章 总则

                第一条 为了加强渡口管理，制定本办法。

                第二条 渡口应当具备下列条件：

                （一）设置标志；

                （二）配备器材。

                第二章 附则

                第三条 本办法自2021年5月1日起施行，有效期三年。
                """;
        var file = new GazetteText("示例.txt", GazetteText.Format.TEXT, "", text, List.of());

        assertEquals("""
                示例.txt（文本）：文件 1 份，段落 4 个，存疑 0 处
                  1. 示政〔2021〕7号　示例市人民政府关于印发示例市渡口管理办法的通知
                     通知　2021-04-01 印发　2021-05-01 起施行　有效期至 2024-05-01　第 1 行至第 21 行
                     2 章 3 条 2 项　段落 4 个""", new ReadingReport(file, GazetteReader.read(file)).toString());
    }

    @Test
    void doubts_nameNoticeKindAndLine() {
        Gazette gazette = GazetteReader.read("示例.txt", """
                示例市公报卷首语

                示例市人民政府关于路灯管理的通知

                示政〔2021〕1号 2021年4月1日

                各区人民政府：

                第一条 路灯应当按时开关。

                第三条 路灯应当定期检修。

                第五条 本通知自印发之日起施行。

                示例市人民政府关于渡口管理的通知

                示政〔2021〕1号 2019年4月2日

                各区人民政府：请认真贯彻执行。

                示例市人民政府关于桥梁管理的通知

                示政〔2021〕3号 2021年4月3日

                各区人民政府：请认真贯彻执行。

                示例市人民政府任免人员

                经研究，任命张三为示例市渡口管理所所长。
                """);

        assertEquals(4, gazette.notices().size());
        assertEquals(4, gazette.notices().stream().map(n -> n.id()).distinct().count());
        assertEquals(
                List.of(
                        "1 TEXT_BEFORE_FIRST ",
                        "11 ARTICLE_GAP 《示例市人民政府关于路灯管理的通知》（示政〔2021〕1号）",
                        "13 ARTICLE_GAP 《示例市人民政府关于路灯管理的通知》（示政〔2021〕1号）",
                        "15 SAME_NUMBER 《示例市人民政府关于渡口管理的通知》（示政〔2021〕1号）",
                        "15 DATE_OUT_OF_ORDER 《示例市人民政府关于渡口管理的通知》（示政〔2021〕1号）",
                        "27 NO_NUMBER 《示例市人民政府任免人员》",
                        "27 NO_DATE 《示例市人民政府任免人员》"),
                gazette.warnings().stream()
                        .map(w -> w.line() + " " + w.kind() + " " + w.notice())
                        .toList());
        assertEquals(
                "示政〔2021〕1号的第五条在第三条之后，条号不连续",
                gazette.warnings().stream()
                        .filter(w -> w.kind() == Kind.ARTICLE_GAP)
                        .toList()
                        .getLast()
                        .message());
    }

    @Test
    void tableThatCannotBeRestored_isReported() {
        Gazette gazette = GazetteReader.read("示例.txt", """
                示例市人民政府

                关于公布渡口名单的通知

                示政 〔2021〕 1 号　 　 2021 年 4 月 1 日

                各区人民政府:

                现将渡口名单予以公布, 请各区认真抓好落实工作。

                附　 件

                渡口名单

                序号 渡口 所在区

                东渡

                西渡

                南渡

                东区

                西区
                """);

        assertEquals(
                List.of(Kind.TABLE_NOT_RESTORED),
                gazette.warnings().stream().map(Gazette.Warning::kind).toList());
    }
}
