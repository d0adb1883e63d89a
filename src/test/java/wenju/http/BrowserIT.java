package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Chromium: the system's, or the one that {@code CHROMIUM} names. Screenshots go to {@code target/screenshots}. */
@ExtendWith(VertxExtension.class)
class BrowserIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String ARTICLE = SampleNotices.article12().id();

    private static Playwright playwright;
    private static Browser browser;
    private static RunningService service;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    /** Nothing on any page breaks the security policy or throws. */
    @AfterEach
    void nothingComplained() {
        assertEquals(List.of(), complaints);
    }

    @Test
    void question_leadsToTheClauseInTheReader() {
        Page page = open(new Browser.NewContextOptions().setViewportSize(1280, 900), "/");
        screenshot(page, "desktop-welcome");

        page.locator("textarea").fill(RunningService.QUESTION);
        page.keyboard().press("Enter");

        Locator excerpt = page.locator("wenju-answer > wenju-excerpt");
        assertThat(excerpt.locator("blockquote")).containsText("（三）建立维护保养档案，保存期不少于四年。");
        assertThat(excerpt.locator("mark")).hasText("维护保养单位");
        assertThat(excerpt.locator("figcaption")).containsText("示例市人民政府令第12号");
        assertThat(excerpt.locator(".validity")).containsText("现行有效");
        assertThat(page).hasURL(Pattern.compile("/\\?q=.+"));
        screenshot(page, "desktop-answer");

        excerpt.locator("a.open").click();
        assertThat(page).hasURL(Pattern.compile("#" + ARTICLE + "$"));
        assertThat(page.locator("section:target")).hasAttribute("id", ARTICLE);
        assertThat(page.locator("section:target")).isInViewport();
        screenshot(page, "desktop-reader");
    }

    @Test
    void followUp_takesTheEarlierQuestionAlong_andSurvivesAReload() {
        Page page = open(new Browser.NewContextOptions(), "/");
        ask(page, RunningService.QUESTION, 1);

        var sent = page.waitForRequest("**/api/v1/ask", () -> {
            page.locator("textarea").fill("今天下雨吗");
            page.locator("form.ask button").click();
        });

        assertEquals("{\"question\":\"今天下雨吗\",\"history\":[\"" + RunningService.QUESTION + "\"]}", sent.postData());
        assertThat(page.locator("wenju-answer").nth(1)).containsText("没有找到能回答这个问题的条款");
        screenshot(page, "desktop-unanswered");

        page.reload();
        assertThat(page.locator(".exchange")).hasCount(2);
        assertThat(page.locator("wenju-answer").first().locator("mark").first()).hasText("维护保养单位");

        page.locator(".tools button").click();
        assertThat(page.locator(".exchange")).hasCount(0);
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void sharedAddress_startsATopic() {
        Page page = open(new Browser.NewContextOptions(), "/?q=" + RunningService.QUESTION);
        assertThat(page.locator(".exchange")).hasCount(1);

        ask(page, "今天下雨吗", 2);
        page.reload();

        assertThat(page.locator(".exchange .question")).hasText(new String[] {RunningService.QUESTION, "今天下雨吗"});
    }

    @Test
    void withoutScript_aQuestionIsAnsweredAllTheSame() {
        Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false), "/");

        page.locator("textarea").fill(RunningService.QUESTION);
        page.locator("form.ask button").click();

        assertThat(page.locator("mark").first()).hasText("维护保养单位");
        page.locator("a.open").first().click();
        assertThat(page.locator("section:target")).hasAttribute("id", ARTICLE);
    }

    @Test
    void phoneOf320Pixels_needsNoScrollingAside() {
        var phone = new Browser.NewContextOptions().setViewportSize(320, 640).setDeviceScaleFactor(2);
        Page page = open(phone, "/");
        assertFits(page);
        screenshot(page, "phone-welcome");

        ask(page, RunningService.QUESTION, 1);
        assertFits(page);
        screenshot(page, "phone-answer");

        page.navigate(
                service.base() + "/notices/" + SampleNotices.LIFTS.notice().id() + "#" + ARTICLE);
        assertFits(page);
        screenshot(page, "phone-reader");

        page.navigate(service.base() + "/notices/" + SampleNotices.PLAN.notice().id());
        assertFits(page);
        page.locator("table").scrollIntoViewIfNeeded();
        screenshot(page, "phone-table");
    }

    @Test
    void darkScheme_followsTheSystem() {
        var dark =
                new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(1280, 900);
        Page page = open(dark, "/?q=" + RunningService.QUESTION);
        assertEquals("rgb(26, 25, 23)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
        screenshot(page, "dark-answer");

        page.navigate(
                service.base() + "/notices/" + SampleNotices.OLD_LIFTS.notice().id());
        screenshot(page, "dark-reader-repealed");
    }

    private Page open(Browser.NewContextOptions options, String path) {
        BrowserContext context = browser.newContext(options.setLocale("zh-CN").setReducedMotion(ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.onConsoleMessage(this::complain);
        page.onPageError(complaints::add);
        page.navigate(service.base() + path);
        return page;
    }

    private void complain(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text());
        }
    }

    private static void ask(Page page, String question, int exchanges) {
        page.locator("textarea").fill(question);
        page.keyboard().press("Enter");
        assertThat(page.locator("wenju-answer .found")).hasCount(exchanges);
    }

    private static void assertFits(Page page) {
        Object excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(((Number) excess).intValue() <= 0, page.url() + " is too wide by " + excess);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
