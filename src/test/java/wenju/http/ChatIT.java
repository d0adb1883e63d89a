package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat page as citizens meet it. */
@ExtendWith(VertxExtension.class)
class ChatIT {
    private static final String ARTICLE = SampleNotices.article12().id();
    private static final String ASK = "**/api/v1/ask";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static RunningService service;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
    }

    @Test
    void question_leadsToTheClauseBesideIt() {
        Page page = open(Chromium.visitor(1440, 900), "/");
        assertThat(page.locator("textarea")).isFocused();
        assertThat(page.locator(".questions a")).hasCount(2);
        Chromium.assertFitsEverybody(page, "chat-welcome-1440");

        ask(page, RunningService.QUESTION, 1);

        Locator excerpt = page.locator("wenju-answer > wenju-excerpt");
        assertThat(excerpt.locator("blockquote")).containsText("（三）建立维护保养档案，保存期不少于四年。");
        assertThat(excerpt.locator("mark")).hasText("维护保养单位");
        assertThat(excerpt.locator(".around")).hasText("第十一条 电梯使用单位应当与维护保养单位签订书面合同。");
        assertThat(excerpt.locator("figcaption")).containsText("示例市人民政府令第12号");
        assertThat(excerpt.locator(".validity summary")).hasText("●现行有效");
        assertThat(page).hasURL(Pattern.compile("/\\?q=.+"));
        Chromium.assertFitsEverybody(page, "chat-answer-1440");

        excerpt.locator(".validity summary").click();
        assertThat(excerpt.locator(".validity p")).hasText("自2020年5月1日起");
        page.locator("details.folded > summary").click();
        assertThat(page.locator("details.folded blockquote")).isVisible();
        Chromium.assertFitsEverybody(page, "chat-unfolded-1440");

        excerpt.locator("a.open").click();
        assertThat(page.frameLocator("dialog iframe").locator("section:target")).hasAttribute("id", ARTICLE);
        assertThat(page.locator("dialog .close")).isFocused();
        assertThat(excerpt.locator("blockquote")).isInViewport();
        Chromium.assertFitsEverybody(page, "chat-beside-1440");

        page.frameLocator("dialog iframe").locator(".back").click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(excerpt.locator("a.open")).isFocused();
    }

    @Test
    void keyboardAlone_reachesTheOpenedClause() {
        Page page = open(Chromium.visitor(1440, 900), "/");
        page.keyboard().type(RunningService.QUESTION);
        page.keyboard().press("Enter");
        assertThat(page.locator("wenju-answer .found")).hasCount(1);
        assertThat(page.locator("textarea")).isFocused();

        for (int tab = 0; tab < 20 && !isFocused(page, "a.open"); tab++) {
            page.keyboard().press("Shift+Tab");
        }
        assertThat(page.locator("details.folded > summary")).isVisible();
        while (!isFocused(page, "wenju-answer > wenju-excerpt a.open")) {
            page.keyboard().press("Shift+Tab");
        }
        page.keyboard().press("Enter");

        assertThat(page.frameLocator("dialog iframe").locator("section:target")).hasAttribute("id", ARTICLE);
        page.keyboard().press("Escape");
        assertThat(page.locator("wenju-answer > wenju-excerpt a.open")).isFocused();
    }

    @Test
    void answer_isAnnouncedExactlyOnce_andFocusStays() {
        Page page = open(Chromium.visitor(), "/");
        page.evaluate("""
                () => {
                  window.said = [];
                  new MutationObserver(changes => changes.forEach(change =>
                      change.addedNodes.forEach(node => said.push(node.textContent))))
                    .observe(document.querySelector('[role=log]'), {childList: true, subtree: true, characterData: true});
                }""");

        ask(page, RunningService.QUESTION, 1);
        ask(page, "今天下雨吗", 2);

        assertEquals(List.of("已找到：《示例市电梯安全管理办法》第十二条。", "没有找到能回答这个问题的条款。"), page.evaluate("said"));
        assertThat(page.locator("textarea")).isFocused();
        assertEquals(
                0,
                page.locator("[role=log] wenju-answer, [aria-live] wenju-answer")
                        .count());
    }

    @Test
    void followUp_takesTheEarlierQuestionAlong_andSurvivesAReload() {
        Page page = open(Chromium.visitor(768, 1000), "/");
        ask(page, RunningService.QUESTION, 1);

        var sent = page.waitForRequest(ASK, () -> {
            page.locator("textarea").fill("今天下雨吗");
            page.locator("form.ask button").click();
        });

        var body = new JsonObject(sent.postData());
        assertEquals("今天下雨吗", body.getString("question"));
        assertEquals(new JsonArray().add(RunningService.QUESTION), body.getJsonArray("history"));
        assertThat(page.locator("wenju-answer").nth(1)).containsText("没有能回答这个问题的条款");
        assertThat(page.locator("wenju-answer").nth(1).locator("blockquote")).hasCount(0);
        assertThat(page.locator("wenju-answer").nth(1).locator("a[href='tel:12345']"))
                .isVisible();
        Chromium.assertFitsEverybody(page, "chat-unanswered-768");

        page.reload();
        assertThat(page.locator(".exchange")).hasCount(2);
        assertThat(page.locator("wenju-answer mark").first()).hasText("维护保养单位");
        page.locator("textarea").focus();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("textarea")).hasValue("今天下雨吗");

        page.locator(".new-topic").click();
        assertThat(page.locator(".exchange")).hasCount(0);
        assertThat(page.locator("h1")).isVisible();
        page.reload();
        assertThat(page.locator(".exchange")).hasCount(0);
    }

    @Test
    void conversation_hasARandomNumberOnThisDeviceOnly_untilANewTopic() {
        Page page = open(Chromium.visitor(), "/");
        assertThat(page.locator(".topic")).isHidden();
        String first = conversationOf(page, RunningService.QUESTION);
        assertTrue(first.matches("[A-Za-z0-9_-]{22}"), first);
        assertEquals(first, conversationOf(page, "今天下雨吗"));
        page.reload();
        assertEquals(first, conversationOf(page, "明天呢"));

        page.locator(".privacy summary").click();
        assertThat(page.locator(".topic code")).hasText(first);
        Chromium.assertFitsEverybody(page, "chat-privacy");
        assertEquals("", page.evaluate("document.cookie"));
        assertEquals(0, ((Number) page.evaluate("localStorage.length")).intValue());

        page.locator(".new-topic").click();
        assertThat(page.locator(".exchange")).hasCount(0);
        assertThat(page.locator("textarea")).isFocused();
        assertNotEquals(first, conversationOf(page, RunningService.QUESTION));
        Page another = open(Chromium.visitor(), "/?q=" + RunningService.QUESTION);
        assertNotEquals(first, conversationOf(another, "那业主呢"));
    }

    /** Asks, and says which conversation the question went under. */
    private static String conversationOf(Page page, String question) {
        var sent = page.waitForRequest(ASK, () -> {
            page.locator("textarea").fill(question);
            page.keyboard().press("Enter");
        });
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        return new JsonObject(sent.postData()).getString("conversation");
    }

    @Test
    void typingError_saysWhatWasSearched_andLeadsBack() {
        Page page = open(Chromium.visitor(1440, 900), "/");
        ask(page, RunningService.MISTYPED, 1);
        assertThat(page.locator(".corrected")).containsText("已按“" + RunningService.QUESTION + "”查询");
        Chromium.assertFitsEverybody(page, "chat-corrected-1440");

        page.locator(".corrected a").click();
        assertThat(page.locator(".exchange")).hasCount(2);
        assertThat(page.locator(".exchange").last().locator(".found")).isVisible();
        assertThat(page.locator(".exchange").last().locator(".corrected")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/\\?q=.+&verbatim=1"));
    }

    @Test
    void sharedAddress_startsATopic() {
        Page page = open(Chromium.visitor(), "/?q=" + RunningService.QUESTION);
        assertThat(page.locator(".exchange")).hasCount(1);
        assertThat(page.locator(".copy").first()).isVisible();

        ask(page, "今天下雨吗", 2);
        page.reload();

        assertThat(page.locator(".exchange .question")).hasText(new String[] {RunningService.QUESTION, "今天下雨吗"});
    }

    @Test
    void typing_bringsSuggestions_thatArrowsReach() {
        Page page = open(Chromium.visitor(), "/");
        page.keyboard().type("电梯");
        assertThat(page.locator(".offers button")).hasText(new String[] {RunningService.QUESTION, "电梯多久维护保养一次"});
        assertThat(page.locator("wenju-ask [role=status]")).hasText("有 2 条可选的问题，按向下键选择。");
        Chromium.assertFitsEverybody(page, "chat-suggestions");

        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");
        assertThat(page.locator(".offers button")).hasCount(0);
        assertThat(page.locator("textarea")).isFocused();

        page.keyboard().type("维");
        assertThat(page.locator(".offers button")).hasCount(2);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".question")).hasText(RunningService.QUESTION);
    }

    @Test
    void textThatDoesNotHold_isToldBeforeIt_andAloud() {
        Page page = open(Chromium.visitor(390, 844), "/");
        page.route(ASK, route -> {
            APIResponse response = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(response)
                    .setBody(response.text().replace("\"status\":\"inForce\"", "\"status\":\"repealed\"")));
        });
        ask(page, RunningService.QUESTION, 1);
        assertThat(page.locator(".excerpt > .banner").first()).hasText("✕已废止　自2020年5月1日起");
        assertThat(page.locator("[role=log]")).containsText("第十二条。注意：已废止。");
        Chromium.assertFitsEverybody(page, "chat-repealed");
    }

    @Test
    void shiftEnter_breaksTheLine() {
        Page page = open(Chromium.visitor(), "/");
        page.keyboard().type("电梯");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("维保");
        assertThat(page.locator("textarea")).hasValue("电梯\n维保");
        assertThat(page.locator(".exchange")).hasCount(0);
    }

    @Test
    void personalData_isPointedOutBeforeSending_andMaskedInWhatIsKept() {
        Page page = open(Chromium.visitor(), "/");
        page.locator("textarea").fill("我电话139 0000 0000，维保单位义务是什么");
        page.keyboard().press("Enter");

        assertThat(page.locator(".personal [role=alert]")).containsText("问题里似乎有个人信息：手机号");
        assertThat(page.locator(".exchange")).hasCount(0);
        assertThat(page.locator(".personal .main")).isFocused();
        Chromium.assertFitsEverybody(page, "chat-personal");

        var sent = page.waitForRequest(ASK, () -> page.keyboard().press("Enter"));
        var body = new JsonObject(sent.postData());
        assertEquals("我电话＊＊＊，维保单位义务是什么", body.getString("question"));
        assertEquals(new JsonArray(), body.getJsonArray("history"));
        assertThat(page.locator("wenju-answer .found")).hasCount(1);
    }

    @Test
    void personalData_askedAsItIs_isMaskedInWhatIsKept() {
        Page page = open(Chromium.visitor(), "/");
        page.locator("textarea").fill("身份证11010519491231002X，维保单位义务是什么");
        page.keyboard().press("Enter");
        assertThat(page.locator(".personal [role=alert]")).containsText("身份证号");
        page.locator(".personal button").last().click();
        assertThat(page.locator("wenju-answer .found")).hasCount(1);

        String kept = (String) page.evaluate("JSON.stringify(sessionStorage) + location.href");
        assertTrue(kept.contains("维保单位义务是什么"), kept);
        assertFalse(kept.contains("11010519491231002"), kept);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, idCard",
        "１３９００００００００, mobile",
        "+86 139-0000-0000, mobile",
        "4111 1111 1111 1111, bankCard",
        "110105194912310021, ''",
        "4111 1111 1111 1112, ''",
        "示政办〔2021〕45号, ''",
        "12345, ''"
    })
    void personalData_isToldByItsCheckDigits(String text, String kind) {
        Page page = open(Chromium.visitor(), "/");
        assertEquals(
                kind,
                page.evaluate(
                        "text => import('/web/privacy.js').then(module => module.personalData(text).join())", text));
    }

    @Test
    void copy_bringsTextSourceAndDayAlong() {
        Page page = open(Chromium.visitor().setPermissions(List.of("clipboard-read", "clipboard-write")), "/");
        ask(page, RunningService.QUESTION, 1);
        stopTheClock(page);
        page.locator(".copy").first().click();
        assertThat(page.locator(".copy").first()).hasText("已复制");

        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.contains("（二）接到困人报告后三十分钟内到达现场；"), copied);
        assertThat(page.locator("blockquote").first()).containsText("第十一条");
        assertFalse(copied.contains("第十一条"), "what only surrounds the clause is not what is cited");
        assertTrue(copied.contains("出处：《示例市电梯安全管理办法》（示例市人民政府令第12号）第三章 第十二条，示例市人民政府，2020年3月1日，现行有效"), copied);
        assertTrue(copied.contains("原文：" + service.base() + "/notices/"), copied);
        assertTrue(
                Pattern.compile("检索日期：\\d{4}年\\d{1,2}月\\d{1,2}日$")
                        .matcher(copied)
                        .find(),
                copied);
    }

    @Test
    void feedback_withAReason_isSentAndThankedFor() {
        Page page = open(Chromium.visitor(), "/");
        page.route("**/feedback", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        ask(page, RunningService.QUESTION, 1);
        Locator excerpt = page.locator("wenju-answer > wenju-excerpt");
        Locator useless = excerpt.getByText("没用", new Locator.GetByTextOptions().setExact(true));
        useless.click();
        assertThat(excerpt.locator("input[type=radio]").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(useless).isFocused();

        useless.click();
        excerpt.getByLabel("内容过时了").check();
        Chromium.assertFitsEverybody(page, "chat-feedback");
        var sent = page.waitForRequest(
                "**/feedback", () -> excerpt.locator("[type=submit]").click());

        assertEquals("{\"helpful\":false,\"reason\":\"outdated\",\"passageId\":\"" + ARTICLE + "\"}", sent.postData());
        assertThat(excerpt.locator("wenju-feedback [role=status]")).hasText("记下了，谢谢。");
        assertThat(excerpt.locator("wenju-feedback [role=status]")).isFocused();
    }

    @Test
    void feedback_isAskedForAtEveryExcerpt_andWhereNothingWasFound() {
        Page page = open(Chromium.visitor(), "/");
        ask(page, RunningService.QUESTION, 1);
        page.locator("details.folded > summary").click();
        assertThat(page.locator("wenju-excerpt wenju-feedback [role=group][aria-label='这一条有用吗？']"))
                .hasCount(2);
        var sent = page.waitForRequest(
                "**/feedback",
                () -> page.locator("details.folded wenju-feedback button")
                        .first()
                        .click());
        assertEquals("{\"helpful\":true,\"passageId\":\"" + ARTICLE + "\"}", sent.postData());
        assertThat(page.locator("details.folded [role=status]").last()).hasText("记下了，谢谢。");

        ask(page, "今天下雨吗", 2);
        Locator whole = page.locator("wenju-feedback[about=answer]");
        whole.locator("button").last().click();
        assertThat(whole.locator("label")).hasText(new String[] {"文件里明明有", "其他"});
        sent = page.waitForRequest(
                "**/feedback", () -> whole.locator("[type=submit]").click());
        assertEquals("{\"helpful\":false,\"reason\":\"missed\"}", sent.postData());
        assertThat(whole.locator("[role=status]")).hasText("记下了，谢谢。");
    }

    @Test
    void feedback_thatNobodyTakes_saysSo() {
        Page page = open(Chromium.visitor(), "/");
        page.route("**/feedback", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        ask(page, RunningService.QUESTION, 1);
        page.getByText("有用", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(page.locator("wenju-feedback [role=status]")).hasText("这次没能记下，不影响您继续提问。");
    }

    @Test
    void waiting_isShownBeyond300Milliseconds_andNotBefore() {
        Page page = open(Chromium.visitor(), "/");
        stopTheClock(page);
        page.route(ASK, route -> {});
        page.locator("textarea").fill(RunningService.QUESTION);
        page.keyboard().press("Enter");
        page.clock().runFor(299);
        assertThat(page.locator("wenju-answer[aria-busy=true]")).hasCount(1);
        assertThat(page.locator(".waiting")).hasCount(0);
        page.clock().runFor(1);
        assertThat(page.locator(".waiting")).hasText("正在文件里查找…");
    }

    @Test
    void tooManyQuestions_saysHowLongToWait_andAsksAgain() {
        Page page = open(Chromium.visitor(), "/");
        stopTheClock(page);
        refuse(page, 429, Map.of("Retry-After", "12"), ProblemType.TOO_MANY_REQUESTS);
        page.locator("textarea").fill(RunningService.QUESTION);
        page.keyboard().press("Enter");
        Locator again = page.locator("wenju-trouble button");
        assertThat(page.locator("wenju-trouble [role=alert]")).hasText("问得有点快，请等 12 秒再问。");
        assertThat(again).isDisabled();
        page.clock().runFor(12_000);
        assertThat(again).isEnabled();
        page.unroute(ASK);
        again.click();
        page.clock().runFor(1_000);
        assertThat(page.locator("wenju-answer .found")).hasCount(1);
        assertThat(page.locator(".exchange")).hasCount(1);
    }

    @Test
    void trouble_hasItsOwnWords() {
        Page page = open(Chromium.visitor(), "/");
        refuse(page, 503, Map.of("Retry-After", "5"), ProblemType.BUSY);
        page.locator("textarea").fill(RunningService.QUESTION);
        page.keyboard().press("Enter");
        assertThat(page.locator("wenju-trouble [role=alert]")).hasText("服务正忙，请等 5 秒再问。");

        page.unroute(ASK);
        page.route(ASK, Route::abort);
        page.locator("textarea").fill(RunningService.QUESTION);
        page.keyboard().press("Enter");
        assertThat(page.locator("wenju-trouble [role=alert]").last()).hasText("连不上服务。请检查网络，问题已经替您留着。");
        assertThat(page.locator("textarea")).hasValue(RunningService.QUESTION);
    }

    @Test
    void question_withMarkup_isShownAsText() {
        Page page = open(Chromium.visitor(), "/");
        ask(page, "<img src=x onerror=alert(1)><b>维保</b>", 1);
        assertThat(page.locator(".question")).hasText("<img src=x onerror=alert(1)><b>维保</b>");
        assertThat(page.locator(".question img, .question b")).hasCount(0);
        page.reload();
        assertThat(page.locator(".question img, .question b")).hasCount(0);
        Chromium.assertFitsEverybody(page, "chat-markup");
    }

    @Test
    void tableRow_isAnsweredAsATable() {
        Page page = open(Chromium.visitor(320, 640), "/");
        ask(page, "维保资金补助归谁管的表格", 1);
        assertThat(page.locator("wenju-excerpt th")).hasText(new String[] {"序号", "任务", "责任单位"});
        assertThat(page.locator("wenju-excerpt td mark")).hasText("市财政局");
        Chromium.assertFitsEverybody(page, "chat-table-320");
    }

    @Test
    void seniorMode_isLargerReadsAloudAndIsRemembered() {
        Page page = open(Chromium.visitor(390, 844), "/");
        page.addInitScript("window.speechSynthesis.speak = utterance => { window.read = utterance.text; }");
        page.reload();
        assertEquals(16.0, size(page), 0.01);
        page.locator(".senior-switch button").click();
        assertEquals(24.0, size(page), 0.01);
        assertThat(page.locator(".senior-switch button")).hasAttribute("aria-pressed", "true");
        Chromium.assertFitsEverybody(page, "senior-welcome-390");

        page.reload();
        assertEquals(24.0, size(page), 0.01);
        ask(page, RunningService.QUESTION, 1);
        page.locator(".aloud").first().click();
        assertEquals(SampleNotices.article12().text(), page.evaluate("window.read"));
        Chromium.assertFitsEverybody(page, "senior-answer-390");
        double height = page.locator("a.open").first().boundingBox().height;
        assertTrue(height >= 44, "the way to the source is " + height + " px high");
    }

    @Test
    void withoutScript_everythingCanBeAskedReadAndEnlarged() {
        Page page = open(Chromium.visitor(390, 844).setJavaScriptEnabled(false), "/");
        page.locator(".senior-switch button").click();
        assertThat(page.locator("html.senior")).hasCount(1);
        page.locator("textarea").fill(RunningService.QUESTION);
        page.locator("form.ask button").click();

        assertThat(page.locator("mark").first()).hasText("维护保养单位");
        Chromium.screenshot(page, "chat-without-script");
        page.locator("a.open").first().click();
        assertThat(page.locator("section:target")).hasAttribute("id", ARTICLE);
    }

    @Test
    void english_isSpokenToWhomPrefersIt() {
        Page page = open(Chromium.visitor(1280, 900).setLocale("en-GB"), "/");
        assertThat(page.locator("h1")).hasText("What would you like to know?");
        ask(page, RunningService.QUESTION, 1);
        assertThat(page.locator(".validity summary").first()).hasText("●In force");
        page.locator(".validity summary").first().click();
        assertThat(page.locator(".validity p").first()).hasText("Since 2020-05-01");
        assertThat(page.locator("blockquote").first()).hasAttribute("lang", "zh-CN");
        Chromium.screenshotWhole(page, "chat-english-answer");
        refuse(page, 503, Map.of("Retry-After", "7"), ProblemType.NOT_READY);
        page.locator("textarea").fill(RunningService.QUESTION);
        page.keyboard().press("Enter");
        assertThat(page.locator("wenju-trouble [role=alert]"))
                .hasText("The service is starting; please wait 7 seconds.");
        Chromium.assertFitsEverybody(page, "chat-english");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1440})
    void everyWidth_andBothSchemes_fit(int width) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
            Browser.NewContextOptions visitor = Chromium.visitor(width, 800).setColorScheme(scheme);
            Page page = open(visitor, "/");
            Chromium.assertFitsEverybody(page, "welcome-" + name);
            ask(page, RunningService.QUESTION, 1);
            Chromium.assertFitsEverybody(page, "answer-" + name);
            page.locator("wenju-answer > wenju-excerpt a.open").click();
            assertThat(page.frameLocator("dialog iframe").locator("section:target"))
                    .isVisible();
            Chromium.assertFitsEverybody(page, "opened-" + name);
        }
    }

    @Test
    void print_keepsQuestionsAndAnswers() {
        Page page = open(Chromium.visitor(800, 1100), "/");
        ask(page, RunningService.QUESTION, 1);
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("form.ask")).isHidden();
        assertThat(page.locator("details.folded blockquote")).isVisible();
        Chromium.screenshotWhole(page, "chat-print");
        String paper = Chromium.onPaper(page, "chat");
        assertTrue(paper.contains(RunningService.QUESTION) && paper.contains("示例市人民政府令第12号"), paper);
        assertTrue(paper.contains(service.base() + "/notices/"), paper);
        assertFalse(paper.contains("复制并带出处") || paper.contains("没用") || paper.contains("长辈模式"), paper);
    }

    private static Page open(Browser.NewContextOptions visitor, String path) {
        return chromium.open(visitor, service.base() + path);
    }

    private static void ask(Page page, String question, int exchanges) {
        page.locator("textarea").fill(question);
        page.keyboard().press("Enter");
        assertThat(page.locator("wenju-answer .found")).hasCount(exchanges);
    }

    private static void refuse(Page page, int status, Map<String, String> headers, ProblemType type) {
        page.route(
                ASK,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setHeaders(headers)
                        .setContentType("application/problem+json")
                        .setBody(new JsonObject().put("type", type.uri()).encode())));
    }

    /** What a page shows for a while only, it shows until the clock goes on. */
    private static void stopTheClock(Page page) {
        page.clock().install();
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
    }

    private static boolean isFocused(Page page, String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private static double size(Page page) {
        return ((Number) page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
                .doubleValue();
    }
}
