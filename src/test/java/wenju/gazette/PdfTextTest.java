package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenju.gazette.PrintedPdf.Line;
import wenju.gazette.UnreadableGazetteException.Reason;
import wenju.notice.Notice;
import wenju.notice.Passage;

class PdfTextTest {
    private static final List<String> HEAD = List.of("示例市人民政府", "关于加强渡口管理的通知", "示政〔2021〕7号　　2021年4月1日");
    private static final List<String> BODY = List.of(
            "各区人民政府：",
            "一、加强巡查。各区应当每月巡查渡口",
            "一次，发现隐患的，应当在三日内整改",
            "完毕，并向市交通局书面报告有关的情",
            "况。",
            "二、配备器材。每个渡口应当配备救生",
            "衣、救生圈和灭火器，并由专人负责定",
            "期检查和更换。",
            "三、强化培训。渡工应当每年参加一次",
            "安全培训，考试合格的，方可从事有关",
            "的摆渡工作。",
            "四、本通知自印发之日起施行，有效期",
            "三年。请各区抓好落实，重要情况及时",
            "报告。");

    @Test
    void oneColumn_isReadFromTopToBottom() throws Exception {
        var lines = new ArrayList<Line>();
        column(lines, 60, 80, HEAD);
        column(lines, 60, 140, BODY);

        GazetteText text = GazetteText.of("通知.pdf", new PrintedPdf().page(lines).bytes());

        assertEquals(GazetteText.Format.PDF, text.format());
        assertNotice(text);
    }

    @Test
    void twoColumns_areReadOneAfterTheOther() throws Exception {
        var lines = new ArrayList<Line>();
        column(lines, 190, 80, HEAD);
        // Drawn line by line across the page, as many programs write it.
        for (int i = 0; i < 7; i++) {
            lines.add(new Line(60, 140 + 20 * i, BODY.get(i)));
            lines.add(new Line(310, 140 + 20 * i, BODY.get(7 + i)));
        }

        assertNotice(GazetteText.of("通知.pdf", new PrintedPdf().page(lines).bytes()));
    }

    @Test
    void pages_areKnownByTheirLines() throws Exception {
        var first = new ArrayList<Line>();
        column(first, 60, 80, HEAD);
        column(first, 60, 140, BODY.subList(0, 3));
        first.add(new Line(280, 800, "—1—"));
        var second = new ArrayList<Line>();
        column(second, 60, 80, BODY.subList(3, BODY.size()));

        GazetteText text = GazetteText.of(
                "通知.pdf", new PrintedPdf().page(first).page(second).bytes());

        assertNotice(text);
        assertEquals("第 1 页第 1 行", text.place(1));
        assertEquals("第 2 页第 1 行", text.place(text.pages().getLast()));
    }

    @Test
    void scanWithoutText_isRefused() throws IOException {
        assertRefused(Reason.NO_TEXT_LAYER, new PrintedPdf().page(List.of()).bytes());
    }

    @Test
    void lockedFile_isRefused() throws IOException {
        assertRefused(
                Reason.ENCRYPTED,
                new PrintedPdf()
                        .page(List.of(new Line(60, 80, "示例")))
                        .locked("x")
                        .bytes());
    }

    @Test
    void tornFile_isRefused() {
        assertRefused(Reason.DAMAGED, "%PDF-1.7\n没有内容".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void assertRefused(Reason reason, byte[] bytes) {
        assertEquals(
                reason,
                assertThrows(UnreadableGazetteException.class, () -> GazetteText.of("a.pdf", bytes))
                        .reason());
    }

    private static void column(List<Line> lines, int x, int y, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            lines.add(new Line(x, y + 20 * i, texts.get(i)));
        }
    }

    private static void assertNotice(GazetteText text) {
        Gazette gazette = GazetteReader.read(text);
        assertEquals(1, gazette.notices().size(), text::text);
        Notice notice = gazette.notices().getFirst();
        assertEquals("示政〔2021〕7号", notice.number().text());
        assertEquals("示例市人民政府关于加强渡口管理的通知", notice.title());
        assertEquals(java.time.LocalDate.of(2024, 4, 1), notice.expiresOn());
        assertEquals(
                List.of(
                        "一、加强巡查。各区应当每月巡查渡口一次，发现隐患的，应当在三日内整改完毕，并向市交通局书面报告有关的情况。",
                        "二、配备器材。每个渡口应当配备救生衣、救生圈和灭火器，并由专人负责定期检查和更换。",
                        "三、强化培训。渡工应当每年参加一次安全培训，考试合格的，方可从事有关的摆渡工作。",
                        "四、本通知自印发之日起施行，有效期三年。请各区抓好落实，重要情况及时报告。"),
                notice.passages().stream().skip(1).map(Passage::text).toList());
    }
}
