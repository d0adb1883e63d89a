package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium: the system's, or the one that {@code CHROMIUM} names. It remembers what pages complain of; screenshots go to
 * {@code target/screenshots}. Registered in a static field it serves all tests of a class, each of which fails when a page
 * complained.
 */
final class Chromium implements AfterEachCallback, AfterAllCallback, AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = axe();

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setTimeout(PATIENCE_MILLIS)
                    .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
    private final List<String> complaints = new ArrayList<>();

    /** CSS pixels. */
    private static final double FINGER = 44;

    /** As long as a busy machine may need; what is there sooner is not waited for. */
    private static final double PATIENCE_MILLIS = 60_000;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertNothingComplained();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** What somebody brings along. Chinese, and nothing moves, unless said otherwise. */
    static Browser.NewContextOptions visitor() {
        return new Browser.NewContextOptions().setLocale("zh-CN").setReducedMotion(ReducedMotion.REDUCE);
    }

    static Browser.NewContextOptions visitor(int width, int height) {
        return visitor().setViewportSize(width, height);
    }

    /** Somebody with a phone. */
    static Browser.NewContextOptions phone() {
        return visitor(390, 844).setHasTouch(true).setIsMobile(true);
    }

    /** A page in a browser of its own that has opened an address. */
    Page open(Browser.NewContextOptions visitor, String address) {
        BrowserContext context = browser.newContext(visitor);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(this::complain);
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    /** Answers to requests that a test makes fail are reported on the console too; those are not complaints of a page. */
    private void complain(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
    }

    /** Nothing broke the security policy, nothing threw. */
    void assertNothingComplained() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertEquals(List.of(), heard);
    }

    /** axe-core finds nothing, the page is no wider than the window, and what it looks like is kept. */
    static void assertFitsEverybody(Page page, String name) {
        page.waitForLoadState();
        screenshot(page, name);
        page.evaluate(AXE);
        Object violations = page.evaluate("""
                () => axe.run({resultTypes: ['violations']}).then(({violations}) => violations.flatMap(rule =>
                    rule.nodes.map(node => rule.id + ' ' + node.target + ' ' + node.failureSummary)))""");
        assertEquals(List.of(), violations, name);
        Object excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(((Number) excess).intValue() <= 0, name + " is too wide by " + excess);
    }

    /** What can be acted on is large enough for a finger; links within a sentence, and boxes with a label around them, are not asked. */
    static void assertFingersHit(Page page) {
        page.waitForLoadState();
        assertEquals(true, page.evaluate("matchMedia('(pointer: coarse)').matches"));
        Object small = page.evaluate("""
                least => [...document.querySelectorAll(`button, summary, select, textarea, label:has(input), .questions a, .button,
                      .listed li, .sections a, .views a, .presets a, .outline a, .ways a, .held a, a.open, .new-topic, .back, .brand, .contract nav a,
                      .contract #problems li > a, .deed a,
                      input:not([type=hidden]):not([type=checkbox]):not([type=radio])`)]
                    .map(one => [one, one.getBoundingClientRect()])
                    .filter(([one, box]) => box.width > 1 && box.height < least - .5)
                    .map(([one, box]) => one.outerHTML.slice(0, 80) + ' ' + box.height)""", FINGER);
        assertEquals(List.of(), small);
    }

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    static void screenshotWhole(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What is read on paper, which is left beside the screenshots. */
    static String onPaper(Page page, String name) {
        try {
            Path paper = SCREENSHOTS.resolve(name + ".pdf");
            Files.write(paper, page.pdf(new Page.PdfOptions().setFormat("A4")));
            try (PDDocument document = Loader.loadPDF(paper.toFile())) {
                return new PDFTextStripper().getText(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static String axe() {
        String pom = "META-INF/maven/org.webjars.npm/axe-core/pom.properties";
        var properties = new Properties();
        try (InputStream in = resource(pom)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String script = "META-INF/resources/webjars/axe-core/" + properties.getProperty("version") + "/axe.min.js";
        try (InputStream in = resource(script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Chromium.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        return in;
    }
}
