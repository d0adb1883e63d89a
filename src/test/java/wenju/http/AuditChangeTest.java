package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wenju.store.AuditEntry;

class AuditChangeTest {
    @Test
    void change_isToldFromWhatToWhat_andTheRestIsFolded() {
        String html = html(
                "change_account",
                "{\"role\": \"staff\", \"disabled\": false, \"displayName\": \"李娜\"}",
                "{\"role\": \"editor\", \"disabled\": false, \"displayName\": \"李娜娜\"}");

        assertEquals("姓名：[李娜] → [李娜娜]；角色：[工作人员] → [编辑]", told(html));
        assertEquals("停用：[否]", folded(html));
    }

    @Test
    void whatIsNew_isToldAlone_andWhatIsGoneAsGone() {
        assertEquals(
                "给谁用：[门户]；权限：[ask\nnotices:write]；每分钟次数：[不限]",
                told(html(
                        "create_key",
                        null,
                        "{\"name\":\"门户\",\"perMinute\":0,\"scopes\":[\"ask\",\"notices:write\"]}")));
        assertEquals("答复（条）：[2] → （没有）", told(html("erase", "{\"answers\": 2}", null)));
        assertEquals(
                "回答：[正常回答] → [已暂停]；给提问的人的说明：（没有） → [核对中]；理由：[刚刚废止]",
                told(html(
                        "switch",
                        "{\"notice\": \"\", \"answers\": true}",
                        "{\"notice\": \"核对中\", \"reason\": \"刚刚废止\", \"answers\": false}")));
    }

    @Test
    void correction_isToldByItsFields() {
        String html = html(
                "correct_notice",
                "{\"fields\": {\"title\": \"示例市公园办法\"}, \"ruling\": null, \"reason\": \"印错\"}",
                "{\"fields\": {\"title\": \"示例市公园条例\"}, \"reason\": \"印错\","
                        + " \"ruling\": {\"status\": \"REPEALED\", \"since\": null, \"reason\": \"另文\", \"on\": \"2026-11-20\"}}");

        assertEquals("标题：[示例市公园办法] → [示例市公园条例]；核定的效力：[已废止]；核定的依据：[另文]；核定日期：[2026-11-20]", told(html));
        assertEquals("核定的效力：（没有）；自哪天起：（没有）；理由：[印错]", folded(html));
        assertEquals(
                "核定的效力：[已废止] → （没有）",
                told(html("correct_notice", "{\"ruling\": {\"status\": \"REPEALED\"}}", "{\"ruling\": null}")));
    }

    @Test
    void lapse_tellsItsCause_andFoldsTheAnswerThatIsAsItWas() {
        String html =
                html("lapse_standard_answer", "{\"text\": \"每15日一次。\", \"edition\": 2}", "{\"lapse\": \"changed\"}");

        assertEquals("原因：[条文有变动，不再给出]", told(html));
        assertEquals("答复：[每15日一次。]；使用中的版本：[2]", folded(html));
    }

    @Test
    void whatNobodyHasNamed_isShownAsItIs() {
        String html = html(
                "invent", null, "{\"colour\": {\"shade\": \"red\", \"deep\": [1, {\"a\": true}]}, \"role\": \"king\"}");

        assertEquals("角色：[king]；colour.deep：[1\n{&quot;a&quot;:true}]；colour.shade：[red]", told(html));
    }

    @Test
    void record_isThereWhole_andTextIsText() {
        String before = "{\"line\":\"<img src=x onerror=alert(1)>\"}";
        String html = html("withdraw_thesaurus_entry", before, null);

        assertEquals("同义词：[&lt;img src=x onerror=alert(1)&gt;] → （没有）", told(html));
        assertTrue(
                html.contains("<code>− {&quot;line&quot;:&quot;&lt;img src=x onerror=alert(1)&gt;&quot;}</code>"),
                html);
        assertEquals("", html("sign_out", null, null));
    }

    @Test
    void english_namesThemToo() {
        String html = html(Words.ENGLISH, "unlock_account", "{\"oneTime\": true}", "{\"oneTime\": false}");
        assertEquals("Password to be replaced：[yes] → [no]", told(html));
    }

    @Test
    void everythingKnown_hasAName() {
        assertEquals(
                List.of(),
                AuditChange.KNOWN.stream()
                        .filter(path -> !Words.CHINESE.texts().containsKey("told-" + path))
                        .toList());
    }

    private static String html(String action, @Nullable String before, @Nullable String after) {
        return html(Words.CHINESE, action, before, after);
    }

    private static String html(Words words, String action, @Nullable String before, @Nullable String after) {
        return AuditChange.of(
                        words,
                        new AuditEntry(1, Instant.EPOCH, "zhao", "192.0.2.7", action, "something", before, after))
                .render();
    }

    private static String told(String html) {
        return lines(html.substring(0, html.indexOf("<details>")));
    }

    private static String folded(String html) {
        return lines(html.substring(html.indexOf("</summary>"), html.indexOf("<code>")));
    }

    /** Name：[what was, or is]；… */
    private static String lines(String html) {
        return html.replaceAll("</dd></div><div>", "；")
                .replaceAll("</dt>", "：")
                .replaceAll("<(?:del|ins|span)[^>]*>", "[")
                .replaceAll("</(?:del|ins|span)>", "]")
                .replaceAll("<[^>]*>", "");
    }
}
