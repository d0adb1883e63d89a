package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static wenju.store.SharedDatabase.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import wenju.store.AccountStore;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.Password;
import wenju.store.Role;
import wenju.store.SessionStore;
import wenju.store.SharedDatabase;

/** Coming in and going out of the desk, in a browser, over a real database. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskIT {
    private static final String RIGHT = "四月的风吹过示例市的公园";
    private static final String NEXT = "十一月的雨落在示例市的河上";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private RunningService service;
    private Database database;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        service = RunningService.start(
                vertx, RunningService.collaborators(new Integrators().integrations(), SignedIn.desk(shared)));
        await(new AccountStore(shared).add("wang.fang", "王芳", Role.EDITOR, Password.typed(RIGHT), true, Actor.PROGRAM));
    }

    @Test
    void signIn_replaceThePassword_signOut_byKeyboardAlone() {
        Page page = open("/desk");
        assertThat(page).hasURL(service.base() + "/desk/sign-in?next=%2Fdesk");
        assertThat(page.locator("#name")).isFocused();
        type(page, "wang.fang", "Tab", "错的口令", "Enter");
        assertThat(page.locator("[role=alert]")).hasText("用户名或口令不对。");
        assertThat(page.locator("#password")).isFocused();
        type(page, RIGHT, "Enter");

        assertThat(page).hasURL(service.base() + "/desk/account");
        assertThat(page.locator(".trouble")).containsText("请先换成自己的");
        page.locator("#current").focus();
        type(page, RIGHT, "Tab", NEXT, "Tab", "另一个口令另一个口令", "Enter");
        assertThat(page.locator("[role=alert]")).hasText("两遍新口令不一样。");
        page.locator("#current").focus();
        type(page, RIGHT, "Tab", NEXT, "Tab", NEXT, "Enter");
        assertThat(page.locator("[role=status]")).hasText("口令已换。");
        assertThat(page.locator(".who")).containsText("王芳 · 编辑");
        assertThat(page.locator("[aria-current=page]")).hasText("我的账户");

        page.locator(".who button").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(service.base() + "/desk/sign-in");
        page.navigate(service.base() + "/desk/account");
        assertThat(page).hasURL(service.base() + "/desk/sign-in?next=%2Fdesk%2Faccount");
    }

    @Test
    void tooManyWrongPasswords_sayHowLongToWait() {
        Page page = open("/desk/sign-in");
        assertThat(page.locator("#name")).isFocused();
        type(page, "wang.fang", "Tab", "错的口令", "Enter");
        assertThat(page.locator("[role=alert]")).hasText("用户名或口令不对。");
        DeskAccounts.countFailures(database, SessionStore.FREE_PER_NAME - 1);
        assertThat(page.locator("#password")).isFocused();
        type(page, "还是错的", "Enter");
        assertThat(page.locator("#password")).hasValue("");
        assertThat(page.locator("[role=alert]")).hasText("用户名或口令不对。");
        assertThat(page.locator("#password")).isFocused();
        type(page, RIGHT, "Enter");
        assertThat(page.locator("[role=alert]")).containsText("秒后再试");
        assertThat(page.locator("#password")).hasValue("");
        DeskAccounts.letTimePass(database);
        assertThat(page.locator("#password")).isFocused();
        type(page, RIGHT, "Enter");
        assertThat(page).hasURL(service.base() + "/desk/account");
    }

    @Test
    void everyPage_fitsEverybody() {
        SignedIn staff = SignedIn.as(Role.STAFF, service, database);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280}) {
                Page page = chromium.open(
                        Chromium.visitor(width, 800).setColorScheme(scheme), service.base() + "/desk/sign-in");
                String look = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Chromium.assertFitsEverybody(page, "desk-sign-in" + look);
                staff.open(page, "/desk/account");
                Chromium.assertFitsEverybody(page, "desk-account" + look);
                page.navigate(service.base() + "/desk/nothing-here");
                Chromium.assertFitsEverybody(page, "desk-problem" + look);
            }
        }
    }

    @Test
    void withoutScript_everythingWorks() {
        Page page = chromium.open(
                Chromium.visitor().setJavaScriptEnabled(false), service.base() + "/desk/sign-in?next=/desk/account");
        assertThat(page.locator("#name")).isFocused();
        type(page, "wang.fang", "Tab", RIGHT, "Enter");
        assertThat(page).hasURL(service.base() + "/desk/account");
        page.locator(".who button").click();
        assertThat(page).hasURL(service.base() + "/desk/sign-in");
    }

    private Page open(String path) {
        return chromium.open(Chromium.visitor(), service.base() + path);
    }

    /** Types into what has the focus; names of keys press them. */
    private static void type(Page page, String... words) {
        for (String word : words) {
            if (word.equals("Tab") || word.equals("Enter")) {
                page.keyboard().press(word);
            } else {
                page.keyboard().insertText(word);
            }
        }
        page.waitForLoadState();
    }
}
