package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.store.AuditLog;

@ExtendWith(VertxExtension.class)
class PagesTest {
    private static RunningService service;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
    }

    @Test
    void home_offersQuestionsThatCanBeAnswered() {
        HttpResponse<String> response = service.get("/");

        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains(link(RunningService.QUESTION)), response.body());
        assertTrue(response.body().contains("<form class=\"ask\" action=\"/\" method=\"get\""), response.body());
    }

    @Test
    void questionInTheAddress_isAnsweredWithoutScript() {
        HttpResponse<String> response = asked(RunningService.QUESTION);

        assertEquals(200, response.statusCode());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
        String page = response.body();
        assertTrue(page.contains("《示例市电梯安全管理办法》第十二条</h3>"), page);
        assertTrue(page.contains("第十二条 电梯<mark>维护保养单位</mark>应当履行下列义务"), page);
        assertTrue(page.contains("示例市人民政府令第12号"), page);
        assertTrue(page.contains("2020年3月1日"), page);
        assertTrue(page.contains("现行有效"), page);
        assertTrue(
                page.contains("href=\"/notices/" + SampleNotices.LIFTS.notice().id() + "#"
                        + SampleNotices.article12().id() + "\""),
                page);
        assertTrue(page.contains("<details class=\"folded\">"), page);
    }

    @Test
    void question_withATypingError_saysWhatWasSearched_andLeadsBack() {
        String page = asked(RunningService.MISTYPED).body();
        assertTrue(page.contains("已按“<span lang=\"zh-CN\">" + RunningService.QUESTION + "</span>”查询"), page);
        String back = "/?q=" + URLEncoder.encode(RunningService.MISTYPED, StandardCharsets.UTF_8) + "&amp;verbatim=1";
        assertTrue(page.contains("href=\"" + back + "\""), page);

        String asTyped = service.get(back.replace("&amp;", "&")).body();
        assertFalse(asTyped.contains("已按“"), asTyped);
    }

    @Test
    void question_thatIsNotAnswered_leadsElsewhere() {
        String page = asked("今天下雨吗").body();

        assertTrue(page.contains("没有能回答这个问题的条款"), page);
        assertTrue(page.contains("href=\"tel:12345\""), page);
        assertTrue(page.contains(link(RunningService.QUESTION)), page);
        assertFalse(page.contains("<blockquote"), page);
    }

    @Test
    void question_withMarkup_isShownAsText() {
        String page = asked("<script>alert('维保')</script>").body();

        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&lt;script&gt;alert(&#39;维保&#39;)&lt;/script&gt;"), page);
    }

    @Test
    void question_of501Characters_isRefusedOnAPage() {
        HttpResponse<String> response = service.get("/?q=" + encoded("问".repeat(501)), "Accept", "text/html");

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("不能超过 500 个字符"), response.body());
    }

    @Test
    void question_of500Characters_fitsIntoTheAddress() {
        assertEquals(200, asked("问".repeat(500)).statusCode());
    }

    @Test
    void reader_showsTheNotice() {
        HttpResponse<String> response =
                service.get("/notices/" + SampleNotices.LIFTS.notice().id());

        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("id=\"" + SampleNotices.article12().id() + "\""), response.body());
    }

    @Test
    void notice_thatIsUnknown_isAPageForPeopleAndJsonForPrograms() {
        HttpResponse<String> page = service.get("/notices/nothing", "Accept", "text/html,*/*");
        HttpResponse<String> json = service.get("/notices/nothing");

        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("<h1>没有这件文件</h1>"), page.body());
        assertTrue(page.body().contains("href=\"/notices\">翻看收录的文件"), page.body());
        assertEquals(404, json.statusCode());
        assertEquals(
                "application/problem+json",
                json.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void address_thatIsUnknown_isToldInTheBrowsersLanguage() {
        String chinese = service.get("/nowhere", "Accept", "text/html").body();
        String english = service.get("/nowhere", "Accept", "text/html", "Accept-Language", "en")
                .body();

        assertTrue(chinese.contains("<h1>没有这个页面</h1><p class=\"lead\">网址可能输错了"), chinese);
        assertTrue(english.contains("<h1>There is no such page</h1>"), english);
        assertTrue(english.contains("Browse the notices"), english);
        assertFalse(chinese.contains("urn:uuid"), "nobody reports a mistyped address");
    }

    @Test
    void whatIsHeld_isListed_andChosenFrom() {
        HttpResponse<String> all = service.get("/notices");
        String repealed = service.get("/notices?year=&status=repealed").body();

        assertEquals(200, all.statusCode());
        SampleNotices.ALL.forEach(
                stored -> assertTrue(all.body().contains(stored.notice().title()), all.body()));
        String link = "href=\"/notices/" + SampleNotices.OLD_LIFTS.notice().id() + "\"";
        assertTrue(repealed.contains(link), repealed);
        assertFalse(repealed.contains("/notices/" + SampleNotices.LIFTS.notice().id()), repealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"year=20", "year=abcd", "status=dead", "after=nothing"})
    void choiceAmongWhatIsHeld_thatMeansNothing_isRefused(String query) {
        assertEquals(400, service.get("/notices?" + query).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/chat.js",
                "/web/ink.css",
                "/web/seal.svg",
                "/web/texts/zh-CN.js",
                "/web/elements/wenju-ask.js"
            })
    void webFile_isServedAndKept(String path) {
        HttpResponse<String> first = service.get(path);
        assertEquals(200, first.statusCode());
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = service.get(path, "If-None-Match", etag);
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/nothing.js",
                "/web/..%2fopenapi.yaml",
                "/web/%2e%2e/openapi.yaml.js",
                "/web/wenju/http/ServiceVerticle.class",
                "/web/",
                "/nothing"
            })
    void path_thatIsNotOurs_isNotFound(String path) {
        assertEquals(404, service.get(path).statusCode());
    }

    @Test
    void senior_isSwitchedByAFormAndLeadsBack() {
        HttpResponse<String> response = service.send("POST", "/senior", "Referer", service.base() + "/notices/x?a=b");

        assertEquals(303, response.statusCode());
        assertEquals("/notices/x?a=b", response.headers().firstValue("Location").orElseThrow());
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.startsWith("senior=1;"), cookie);
        assertTrue(service.get("/", "Cookie", "senior=1").body().contains("<html lang=\"zh-CN\" class=\"senior\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example//evil", "javascript:alert(1)", ":"})
    void senior_leadsNowhereElse(String referer) {
        HttpResponse<String> response = service.send("POST", "/senior", "Referer", referer);
        assertEquals("/", response.headers().firstValue("Location").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh-CN", "'en-US,en;q=0.9,zh;q=0.8', en", "'fr,zh-TW', zh-CN", "fr, zh-CN", "'', zh-CN"})
    void language_isTheBrowsersChoice(String accepted, String language) {
        String page = service.get("/", "Accept-Language", accepted).body();
        assertTrue(page.contains("<html lang=\"" + language + "\""), page);
    }

    @Test
    void texts_areTheSameInBothLanguages() {
        assertEquals(Words.CHINESE.texts().keySet(), Words.ENGLISH.texts().keySet());
    }

    @Test
    void actionsInTheAudit_haveNames() {
        assertEquals(
                List.of(),
                AuditLog.actions().stream()
                        .filter(action -> !Words.CHINESE.texts().containsKey("action-" + action))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void problem_isExplainedInBothLanguages(ProblemType type) {
        String chinese = service.get(type.uri(), "Accept-Language", "zh-CN").body();
        String english = service.get(type.uri(), "Accept-Language", "en").body();

        assertTrue(chinese.contains("<h1>" + type.title() + "</h1>"), chinese);
        assertTrue(english.contains("<h1>" + Words.ENGLISH.title(type) + "</h1>"), english);
        String main = english.substring(english.indexOf("<main"), english.indexOf("</main>"));
        assertFalse(main.codePoints().anyMatch(Character::isIdeographic), main);
    }

    @Test
    void problem_ofAQuestionIsToldToEnglishVisitorsInEnglish() {
        String tooLong = service.get("/?q=" + encoded("问".repeat(501)), "Accept", "text/html", "Accept-Language", "en")
                .body();
        assertTrue(tooLong.contains("<li>A question has 1 to 500 characters.</li>"), tooLong);

        String unknown = service.get("/notices/nothing", "Accept", "text/html", "Accept-Language", "en")
                .body();
        assertTrue(unknown.contains("<h1>There is no such notice</h1>"), unknown);
    }

    /** One unknown sign takes the whole script away; private methods, for one, came with Chromium 84. */
    @ParameterizedTest
    @MethodSource("modules")
    void script_holdsNothingThatABrowserOf2020CannotRead(String module) {
        String code = service.get(module).body().replaceAll("(?m)^\\s*(?://|/?\\*).*$", "");
        var young = Pattern.compile(
                "(?m)^\\s*(?:async |get |set |static )?#\\w+\\(|\\bstatic \\{|\\?\\?=|\\|\\|=|&&=|^await |"
                        + "#\\w+ in |\\d_\\d|\\.(?:at|replaceAll|replaceChildren|findLast|toSorted|hasOwn)\\(|structuredClone|randomUUID");
        assertEquals(
                List.of(), young.matcher(code).results().map(MatchResult::group).toList(), module);
    }

    static Stream<String> modules() {
        Set<String> modules = new TreeSet<>(Script.CHAT.modules());
        for (Script script : List.of(Script.CHAT, Script.READER, Script.GUIDE)) {
            modules.add(script.entry());
        }
        modules.add("/web/wenju-chat.js");
        return modules.stream();
    }

    @Test
    void suggestions_goOnWithWhatIsTyped() {
        HttpResponse<String> response = service.get("/api/v1/suggest?q=" + encoded("电梯"));

        assertEquals(200, response.statusCode());
        assertEquals("{\"suggestions\":[\"" + RunningService.QUESTION + "\",\"电梯多久维护保养一次\"]}", response.body());
        assertEquals(400, service.get("/api/v1/suggest").statusCode());
    }

    @Test
    void page_answersHead() {
        HttpResponse<String> response = service.send("HEAD", "/");
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
    }

    @Test
    void page_refusesOtherMethods() {
        HttpResponse<String> response = service.send("DELETE", "/");
        assertEquals(405, response.statusCode());
        assertEquals("GET, HEAD", response.headers().firstValue("Allow").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=x",
                "/nothing",
                "/web/chat.js",
                "/livez",
                "/api/v1/notices",
                "/api/v1/ask",
                "/openapi.yaml"
            })
    void response_alwaysCarriesTheSecurityHeaders(String path) {
        Map<String, List<String>> headers = service.get(path).headers().map();

        String policy = headers.get("content-security-policy").getFirst();
        assertTrue(policy.startsWith("default-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'self'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(List.of("nosniff"), headers.get("x-content-type-options"));
        assertEquals(List.of("same-origin"), headers.get("referrer-policy"));
    }

    private static HttpResponse<String> asked(String question) {
        return service.get("/?q=" + encoded(question));
    }

    private static String link(String question) {
        return "<a href=\"/?q=" + encoded(question) + "\" data-question=\"" + question + "\">" + question + "</a>";
    }

    private static String encoded(String question) {
        return URLEncoder.encode(question, StandardCharsets.UTF_8);
    }
}
