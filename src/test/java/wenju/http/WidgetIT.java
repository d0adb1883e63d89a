package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code <wenju-chat>} on a page of another origin, {@code src/test/resources/embedding/index.html}. */
@ExtendWith(VertxExtension.class)
class WidgetIT {
    private static final int MAX_BYTES = 30 * 1024;

    private static Chromium chromium;
    private static RunningService service;
    /** Its own origin is allowed. */
    private static String site;
    /** The same page, not allowed. */
    private static String stranger;

    @BeforeAll
    static void start(Vertx vertx) {
        HttpServer allowed = serve(vertx);
        HttpServer other = serve(vertx);
        site = "http://localhost:" + allowed.actualPort();
        stranger = "http://localhost:" + other.actualPort();
        service = RunningService.start(
                vertx,
                RunningService.collaborators(RunningService::answer, RunningService.SampleNoticesInMemory.INSTANCE),
                new HttpSettings(0, 0, 16, Duration.ofSeconds(10), new Embedding(List.of(site), List.of(site))));
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void two_onOnePage_disturbNeitherEachOtherNorThePage() {
        Page page = chromium.open(Chromium.visitor(1280, 1000), site);
        Locator one = page.locator("#one");
        Locator two = page.locator("#two");
        assertThat(one.locator("mark").first()).hasText("维护保养单位");
        assertEquals(0, ((Number) page.evaluate("scrollY")).intValue());
        assertThat(two.locator(".exchange")).hasCount(0);

        two.locator("textarea").fill("今天下雨吗");
        two.locator("textarea").press("Enter");
        assertThat(two.locator(".found")).hasText("已收录的文件里，没有能回答这个问题的条款。");
        assertThat(one.locator(".exchange")).hasCount(1);

        assertEquals("rgb(32, 80, 32)", style(page.locator("#own"), "color"));
        assertEquals("none", style(two.locator(".found"), "textTransform"));
        assertEquals("17px", style(one, "fontSize"));
        assertEquals("25px", style(two, "fontSize"));
        assertEquals("rgb(251, 250, 247)", style(one.locator(".widget"), "backgroundColor"));
        assertEquals("rgb(25, 24, 22)", style(two.locator(".widget"), "backgroundColor"));
        assertEquals(site + "/", page.url());
        assertEquals(
                0,
                ((Number) page.evaluate("sessionStorage.length + localStorage.length + document.cookie.length"))
                        .intValue());
        Chromium.assertFitsEverybody(page, "widget-two");
        chromium.assertNothingComplained();
    }

    @Test
    void events_tellThePageWhatHappened() {
        Page page = chromium.open(Chromium.visitor(1280, 1000).setColorScheme(ColorScheme.DARK), site);
        assertThat(page.locator("#one mark").first()).isVisible();
        page.evaluate("""
                () => {
                  window.heard = [];
                  document.addEventListener('wenju-answered', ({target, detail}) =>
                      heard.push([target.id, detail.question, detail.outcome].join()));
                  document.addEventListener('wenju-opened', event => {
                      event.preventDefault();
                      heard.push(event.detail.url + ' ' + event.detail.passageId);
                  });
                }""");
        Locator two = page.locator("#two");
        two.locator("textarea").fill(RunningService.QUESTION);
        two.locator("textarea").press("Enter");
        two.locator("wenju-answer > wenju-excerpt a.open").click();

        String article = SampleNotices.article12().id();
        assertEquals(
                List.of(
                        "two," + RunningService.QUESTION + ",answered",
                        service.base() + "/notices/"
                                + SampleNotices.LIFTS.notice().id() + "#" + article + " " + article),
                page.evaluate("heard"));
        assertEquals(1, page.context().pages().size());
    }

    @Test
    void feedback_reachesTheService() {
        Page page = chromium.open(Chromium.visitor(1280, 1000), site);
        Locator excerpt = page.locator("#one wenju-answer > wenju-excerpt");
        excerpt.locator("wenju-feedback button").last().click();
        excerpt.getByLabel("答非所问").check();
        excerpt.locator("[type=submit]").click();
        assertThat(excerpt.locator("wenju-feedback [role=status]")).hasText("记下了，谢谢。");
    }

    @Test
    void phone_fits() {
        Page page = chromium.open(Chromium.visitor(320, 640), site);
        assertThat(page.locator("#one mark").first()).isVisible();
        Chromium.assertFitsEverybody(page, "widget-320");
        chromium.assertNothingComplained();
    }

    @Test
    void allThatTheWidgetLoads_isAtMost30Kilobytes() {
        var loaded = new ArrayList<Request>();
        Page page = chromium.open(Chromium.visitor(), "about:blank");
        page.onRequestFinished(request -> {
            if (request.url().startsWith(service.base() + "/web/")) {
                loaded.add(request);
            }
        });
        page.navigate(site);
        assertThat(page.locator("#one mark").first()).isVisible();
        int bytes = List.copyOf(loaded).stream()
                .mapToInt(request -> request.sizes().responseBodySize)
                .sum();
        System.getLogger("figures").log(System.Logger.Level.INFO, "widget {0} files, {1} bytes", loaded.size(), bytes);
        assertTrue(
                loaded.size() > 10 && bytes > 0 && bytes <= MAX_BYTES, loaded.size() + " files, " + bytes + " bytes");
    }

    @Test
    void site_thatIsNotAllowed_getsNothing() {
        Page page = chromium.open(Chromium.visitor(), stranger);
        page.waitForLoadState();
        assertEquals(false, page.evaluate("!!customElements.get('wenju-chat')"));
        assertEquals("refused", page.evaluate("""
                base => fetch(base + '/api/v1/suggest?q=x').then(() => 'given', () => 'refused')""", service.base()));
        assertNull(service.get("/livez", "Origin", stranger)
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse(null));
    }

    @Test
    void frame_isGivenToAllowedSitesOnly() {
        String policy =
                service.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("frame-ancestors 'self' " + site + ";"), policy);
        assertEquals("有什么想问的？", framed(site));
        assertEquals("", framed(stranger));
    }

    /** The heading of our page in a frame of a site's; empty when the browser does not show it. */
    private static String framed(String origin) {
        Page page = chromium.open(Chromium.visitor(), origin + "/blank");
        page.evaluate("""
                address => new Promise(loaded => {
                  const frame = document.createElement('iframe');
                  frame.onload = loaded;
                  frame.src = address;
                  document.body.append(frame);
                })""", service.base());
        page.waitForCondition(
                () -> !List.of("", "about:blank").contains(page.frames().get(1).url()));
        boolean refused = page.frames().get(1).url().startsWith("chrome-error:");
        return refused ? "" : page.frameLocator("iframe").locator("h1").textContent();
    }

    private static String style(Locator element, String property) {
        return (String) element.evaluate("(element, property) => getComputedStyle(element)[property]", property);
    }

    private static HttpServer serve(Vertx vertx) {
        return vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(request.path().equals("/") ? page() : "<!doctype html><title>x</title><body>"))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static String page() {
        try (InputStream in = WidgetIT.class.getResourceAsStream("/embedding/index.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("SERVICE", service.base());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
