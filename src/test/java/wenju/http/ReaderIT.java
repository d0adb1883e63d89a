package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;
import wenju.store.StoredNotice;

/** The reader, the comparison of editions, and what is shown when there is nothing to read. */
@ExtendWith(VertxExtension.class)
class ReaderIT {
    private static final String LIFTS =
            "/notices/" + SampleNotices.LIFTS.notice().id();
    private static final String OLD_LIFTS =
            "/notices/" + SampleNotices.OLD_LIFTS.notice().id();
    private static final String PLAN = "/notices/" + SampleNotices.PLAN.notice().id();
    private static final String ARTICLE = SampleNotices.article12().id();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static RunningService service;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1440})
    void everyWidth_andBothSchemes_fit(int width) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
            Browser.NewContextOptions visitor = Chromium.visitor(width, 800).setColorScheme(scheme);
            Page page = open(visitor, LIFTS + "#" + ARTICLE);
            assertThat(page.locator("section:target")).isInViewport();
            Chromium.assertFitsEverybody(page, "reader-clause-" + name);
            page.navigate(service.base() + PLAN);
            Chromium.assertFitsEverybody(page, "reader-table-" + name);
            page.navigate(service.base() + OLD_LIFTS);
            Chromium.assertFitsEverybody(page, "reader-repealed-" + name);
            page.navigate(service.base() + LIFTS + "/changes/"
                    + SampleNotices.OLD_LIFTS.notice().id());
            Chromium.assertFitsEverybody(page, "comparison-" + name);
            page.navigate(service.base() + "/notices");
            Chromium.assertFitsEverybody(page, "notices-" + name);
        }
    }

    @Test
    void withoutScript_theClauseIsLitAndLinksLead() {
        Page page = open(Chromium.visitor(1440, 900).setJavaScriptEnabled(false), LIFTS + "#" + ARTICLE);
        assertThat(page.locator("section:target")).hasAttribute("id", ARTICLE);
        assertThat(page.locator(".print")).isHidden();

        page.locator(".banner a").click();
        assertThat(page.locator("section:target")).containsText("本办法自2020年5月1日起施行");

        page.locator(".outline a", new Page.LocatorOptions().setHasText("第一章")).click();
        assertThat(page.locator("h2:target")).hasText("第一章 总则");

        page.locator(".relations a", new Page.LocatorOptions().setHasText("暂行规定"))
                .first()
                .click();
        assertThat(page.locator(".banner")).containsText("已废止");
        page.locator(".banner a").click();
        assertThat(page.locator("h1")).hasText("示例市电梯安全管理办法");
    }

    @Test
    void whatIsHeld_isBrowsedWithoutScript_byKeyboardAlone() {
        Page page = open(Chromium.visitor(768, 900).setJavaScriptEnabled(false), "/nowhere");
        Chromium.screenshot(page, "problem-404-page");
        page.getByText("翻看收录的文件").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("收录的文件");
        assertThat(page.locator(".listed li")).hasCount(SampleNotices.ALL.size());
        page.locator("#status").selectOption("repealed");
        page.locator("#year").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".listed .standing")).hasText("✕已废止");
        page.locator(".listed a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("示例市电梯管理暂行规定");
    }

    @Test
    void whatIsHeld_inEnglish_andWithoutAny() {
        Page page = open(Chromium.visitor(390, 800).setLocale("en"), "/notices?year=1999&status=unknown");
        Chromium.assertFitsEverybody(page, "notices-english");
        page.navigate(service.base() + "/notices?status=partlyAmended");
        assertThat(page.locator(".none")).containsText("There is no such notice");
        Chromium.assertFitsEverybody(page, "notices-none");
    }

    @Test
    void tableRow_isLitInItsTable() {
        String row = SampleNotices.PLAN.notice().passages().get(3).id();
        Page page = open(Chromium.visitor(320, 640), PLAN + "#" + row);
        assertThat(page.locator("tr:target")).hasText("2资金补助市财政局");
        assertThat(page.locator("table")).hasCount(1);
        Chromium.assertFitsEverybody(page, "reader-row-320");
    }

    @Test
    void editions_showWhatChanged() {
        Page page = open(Chromium.visitor(1280, 900), LIFTS);
        page.getByText("看改了什么").click();
        assertThat(page.locator("h1")).hasText("改了什么");
        assertThat(page.locator("del").first()).isVisible();
        assertThat(page.locator("ins").first()).isVisible();
    }

    @Test
    void seniorMode_isKeptFromPageToPage() {
        Page page = open(Chromium.visitor(390, 844), LIFTS);
        page.locator(".senior-switch button").click();
        Chromium.assertFitsEverybody(page, "senior-reader-390");
        page.navigate(service.base() + PLAN);
        assertThat(page.locator("html")).hasClass("senior");
    }

    @Test
    void print_isTheDocumentAlone() {
        Page page = open(Chromium.visitor(800, 1100), LIFTS);
        page.evaluate("window.print = () => { window.printed = true; }");
        page.locator(".print").click();
        assertEquals(true, page.evaluate("window.printed"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String furniture : List.of(".masthead", ".outline", ".bar")) {
            assertThat(page.locator(furniture)).isHidden();
        }
        Chromium.screenshotWhole(page, "reader-print");
        String paper = Chromium.onPaper(page, "reader");
        assertTrue(paper.contains("第十二条") && paper.contains("以公报为准"), paper);
        assertFalse(paper.contains("长辈模式") || paper.contains("返回对话"), paper);
    }

    @Test
    void english_tellsValidityInItsWords_andQuotesInChinese() {
        Page page = open(Chromium.visitor(768, 900).setLocale("en-GB"), OLD_LIFTS);
        assertThat(page.locator(".banner")).containsText("Repealed　Repealed by 《示例市电梯安全管理办法》");
        assertThat(page.locator(".banner [lang=zh-CN]").first()).containsText("示例市电梯安全管理办法");
        assertThat(page.locator(".facts")).containsText("2011-06-30");
        String ours = (String) page.evaluate("""
                () => {
                  const copy = document.body.cloneNode(true);
                  copy.querySelectorAll('[lang="zh-CN"], .brand').forEach(one => one.remove());
                  return copy.textContent;
                }""");
        assertFalse(ours.codePoints().anyMatch(Character::isIdeographic), ours);
        Chromium.assertFitsEverybody(page, "reader-english");
        page.navigate(service.base() + LIFTS);
        assertThat(page.locator(".banner")).containsText("In force　Since 2020-05-01");
    }

    @Test
    void measure_is30To38Characters() {
        Page page = open(Chromium.visitor(1440, 900), LIFTS);
        double characters = ((Number) page.evaluate("""
                () => {
                  const text = document.querySelector('.passage p');
                  return text.getBoundingClientRect().width / parseFloat(getComputedStyle(text).fontSize);
                }""")).doubleValue();
        assertTrue(characters >= 30 && characters <= 38, characters + " characters");
    }

    @Test
    void unknownNotice_andNothingLoaded_areToldKindly(Vertx vertx) {
        Page page = open(Chromium.visitor(768, 900), "/notices/nothing");
        Chromium.assertFitsEverybody(page, "problem-404");

        RunningService empty = RunningService.start(
                vertx,
                new Collaborators(
                        RunningService::answer,
                        new NoNotices(),
                        new AnswersInMemory(),
                        () -> RunningService.READY,
                        List::of,
                        typed -> List.of(),
                        Collaborators.CHINA));
        page.navigate(empty.base() + "/");
        assertThat(page.locator("h1")).hasText("还没有收录文件");
        assertThat(page.locator(".command")).containsText("java -jar wenju.jar import");
        Chromium.assertFitsEverybody(page, "empty");
    }

    /** A store with nothing in it. */
    private static final class NoNotices implements Notices {
        @Override
        public Future<NoticePage> list(NoticeFilter filter) {
            return Future.succeededFuture(new NoticePage(List.of(), null));
        }

        @Override
        public Future<Optional<StoredNotice>> find(String id) {
            return Future.succeededFuture(Optional.empty());
        }
    }

    private static Page open(Browser.NewContextOptions visitor, String path) {
        return chromium.open(visitor, service.base() + path);
    }
}
