package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every element in every state. */
@ExtendWith(VertxExtension.class)
class GuideIT {
    private static Chromium chromium;
    private static RunningService service;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void everyState_isThereAndFitsEverybody() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280}) {
                Page page =
                        chromium.open(Chromium.visitor(width, 900).setColorScheme(scheme), service.base() + "/guide");
                String name = "guide-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                assertStates(page);
                Chromium.assertFitsEverybody(page, name);
                Chromium.screenshotWhole(page, name);
                page.locator(".senior-switch button").click();
                Chromium.assertFitsEverybody(page, name + "-senior");
            }
        }
        chromium.assertNothingComplained();
    }

    private static void assertStates(Page page) {
        assertThat(state(page, "有提示").locator(".offers button")).hasCount(3);
        assertThat(state(page, "有个人信息").locator("[role=alert]")).containsText("手机号");
        assertThat(state(page, "正在回答").locator("form button")).isDisabled();
        assertThat(state(page, "条文，带上下文和其他摘录").locator(".around").first()).isVisible();
        assertThat(state(page, "表格中的一行").locator("th")).hasCount(4);
        assertThat(state(page, "很长的条文，节选").locator(".partial")).isVisible();
        assertThat(state(page, "没有答案").locator("a[href='tel:12345']")).isVisible();
        assertThat(state(page, "问题里有标记").locator(".question")).hasText("<b>电梯</b> & \"维保\"");
        assertThat(state(page, "没用，问原因").locator("input")).hasCount(5);
        assertThat(state(page, "已记下")).containsText("记下了");
        assertThat(state(page, "问得太快").locator("button")).isDisabled();
        assertThat(state(page, "连不上").locator("button")).isEnabled();
        assertThat(page.locator(".validity")).hasCount(6 + 5);
    }

    private static Locator state(Page page, String name) {
        return page.locator("[data-state=\"" + name + "\"]");
    }
}
