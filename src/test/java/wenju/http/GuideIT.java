package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every element in every state. */
@ExtendWith(VertxExtension.class)
class GuideIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static RunningService service;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1440})
    void everyState_isThereAndFitsEverybody(int width) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = chromium.open(Chromium.visitor(width, 900).setColorScheme(scheme), service.base() + "/guide");
            String name = "guide-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
            assertStates(page);
            Chromium.assertFitsEverybody(page, name);
            Chromium.screenshotWhole(page, name);
            page.locator(".senior-switch button").click();
            Chromium.assertFitsEverybody(page, name + "-senior");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1440})
    void contract_fitsEverybody(int width) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = chromium.open(Chromium.visitor(width, 900).setColorScheme(scheme), service.base() + "/api");
            Chromium.assertFitsEverybody(page, "api-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
        }
    }

    @Test
    void contract_onAPhone_hasTargetsThatAFingerHits() {
        Page page =
                chromium.open(Chromium.visitor(375, 812).setHasTouch(true).setIsMobile(true), service.base() + "/api");
        page.locator("nav summary").tap();
        assertThat(page.locator("nav li a").first()).isVisible();
        Chromium.assertFingersHit(page);
        Chromium.screenshot(page, "api-phone");
    }

    @Test
    void guide_speaksEnglishToWhomPrefersIt() {
        Page page = chromium.open(Chromium.visitor(1440, 900).setLocale("en-GB"), service.base() + "/guide");
        assertThat(page.locator("h1")).hasText("Guide");
        assertThat(state(page, "thanks")).containsText("Noted, thank you.");
        String ours = (String) page.evaluate("""
                () => [...document.querySelectorAll('.chapter > :not(div), .specimen > h3')]
                    .map(one => one.textContent).join()""");
        assertFalse(ours.codePoints().anyMatch(Character::isIdeographic), ours);
        Chromium.assertFitsEverybody(page, "guide-english");
    }

    /** The server renders what the elements render. */
    @Test
    void withoutScript_textThatDoesNotHold_isAnnouncedAsSuch() {
        Page page = chromium.open(Chromium.visitor(320, 700).setJavaScriptEnabled(false), service.base() + "/guide");
        assertThat(state(page, "longNames").locator(".excerpt > .banner")).containsText("已废止　已被《示例市电梯安全管理办法》");
        assertThat(state(page, "clause").locator(".excerpt > .banner")).hasCount(0);
        state(page, "longNames")
                .screenshot(new Locator.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "guide-long-names-320.png")));
    }

    private static void assertStates(Page page) {
        // First, for it does not stay so.
        assertThat(state(page, "tooMany").locator("button")).isDisabled();
        assertThat(state(page, "completions").locator(".offers button")).hasCount(3);
        assertThat(state(page, "personal").locator("[role=alert]")).containsText("手机号");
        assertThat(state(page, "busy").locator("form button")).isDisabled();
        assertThat(state(page, "clause").locator(".around").first()).isVisible();
        assertThat(state(page, "row").locator("th")).hasCount(4);
        assertThat(state(page, "lengthy").locator(".partial")).isVisible();
        assertThat(state(page, "longNames").locator("h3.found")).containsText("资金管理暂行办法");
        assertThat(state(page, "longNames").locator(".excerpt > .banner"))
                .hasText("✕已废止　已被《示例市电梯安全管理办法》（示例市人民政府令第12号）废止");
        assertThat(state(page, "clause").locator(".excerpt > .banner")).hasCount(0);
        assertThat(state(page, "corrected").locator(".corrected a")).isVisible();
        assertThat(state(page, "approved").locator(".approved")).containsText("不是文件原文");
        assertThat(state(page, "unanswered").locator("a[href='tel:12345']")).isVisible();
        assertThat(state(page, "markup").locator(".question")).hasText("<b>电梯</b> & \"维保\"");
        assertThat(state(page, "reasons").locator("input")).hasCount(5);
        assertThat(state(page, "thanks")).containsText("记下了");
        assertThat(state(page, "offline").locator("button")).isEnabled();
        assertThat(page.locator(".validity")).hasCount(8 + 6);
    }

    private static Locator state(Page page, String name) {
        return page.locator("[data-state=\"" + name + "\"]");
    }
}
