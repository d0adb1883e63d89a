package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenju.store.AccountStore;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.Password;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** The desk's search over a real index and a real database, in a browser and as an operation. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskSearchIT {
    private static final String PATH = "/api/v1/desk/search";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    Path directory;

    private AnsweringDesk running;
    private Database database;
    private SignedIn staff;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        running = new AnsweringDesk(vertx, shared, directory);
        staff = SignedIn.as(Role.STAFF, running.service, shared);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void clause_isFoundReadAndCopied_byKeyboardAlone() {
        Page page = page(Chromium.visitor().setPermissions(List.of("clipboard-read", "clipboard-write")));
        assertThat(page.locator("#query")).isFocused();
        page.keyboard().type("电梯困人多久到场");
        page.keyboard().press("Enter");
        assertThat(page.locator(".clause-row").first()).isFocused();
        assertThat(page.locator(".clause-row").first()).containsText("第十二条");
        assertThat(page.locator(".clause-row").first()).containsText("现行有效");
        assertThat(page.locator(".preview mark").first()).isVisible();

        page.keyboard().press("j");
        assertThat(page.locator(".clause-row").nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator(".clause-row").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".preview h3").first()).hasText("第三章 维护保养");
        assertThat(page.locator(".preview")).containsText("示例市电梯管理暂行规定");

        page.keyboard().press("c");
        assertThat(page.locator("[role=status].done")).hasText("已复制。");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.contains("（二）接到困人报告后三十分钟内到达现场；"), copied);
        assertTrue(copied.contains("出处：《示例市电梯安全管理办法》（示例市人民政府令第12号）第三章 第十二条"), copied);

        Page reader = page.context().waitForPage(() -> page.keyboard().press("Enter"));
        assertThat(reader).hasURL(Pattern.compile("^" + running.service.base() + "/notices/.+"));
        reader.close();

        page.keyboard().press("?");
        assertThat(page.locator("dialog")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).isHidden();
        page.keyboard().press("/");
        assertThat(page.locator("#query")).isFocused();
        page.keyboard().type("c/j?");
        assertThat(page.locator("#query")).hasValue("c/j?");
    }

    @Test
    void clauseThatIsPinned_isThereAgain_byKeyboardAlone() {
        Page page = page(Chromium.visitor().setPermissions(List.of("clipboard-read", "clipboard-write")));
        page.keyboard().type("电梯困人多久到场");
        page.keyboard().press("Enter");
        assertThat(page.locator(".clause-row").first()).isFocused();
        page.keyboard().press("p");
        assertThat(page.locator("[role=status].done")).containsText("已钉住");
        assertThat(page.locator(".clause-row").first()).containsText("已钉住");
        page.locator(".preview .pin").click();
        assertThat(page.locator("[role=status].done")).containsText("已取消钉住");
        assertThat(page.locator(".preview .pin")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status].done")).containsText("已钉住");
        page.locator(".clause-row").first().focus();
        page.keyboard().press("j");
        page.waitForResponse("**/desk/kept/*", () -> page.keyboard().press("c"));
        assertThat(page.locator("[role=status].done")).hasText("已复制。");

        page.navigate(running.service.base() + "/desk");
        assertThat(page.locator(".lists h2")).hasText(new String[] {"钉住的", "最近用过的"});
        assertThat(page.locator(".clause-row")).hasCount(2);
        assertThat(page.locator("#query")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".clause-row").first()).isFocused();
        assertThat(page.locator(".preview .cited")).containsText("三十分钟内到达现场");
        page.keyboard().press("c");
        assertThat(page.locator("[role=status].done")).hasText("已复制。");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.contains("出处：《示例市电梯安全管理办法》（示例市人民政府令第12号）第三章 第十二条"), copied);
        page.keyboard().press("p");
        assertThat(page.locator(".lists h2")).hasText(new String[] {"最近用过的"});
        assertThat(page.locator(".clause-row")).hasCount(2);
    }

    @Test
    void keptClause_saysWhatBecameOfIt() {
        String id = search("电梯困人多久到场")
                .getJsonArray("clauses")
                .getJsonObject(0)
                .getJsonObject("citation")
                .getString("passageId");
        assertEquals(204, keep(id, "{'pinned':true}").statusCode());
        assertEquals(404, keep("0123456789ab-1", "{}").statusCode());
        running.changeArticle12("三十分钟", "二十分钟");
        Page page = page(Chromium.visitor());
        assertThat(page.locator(".clause-row .change")).hasText("您用过以后，文字有变动");
        assertThat(page.locator(".clause-row")).containsText("现行有效");
        Chromium.assertFitsEverybody(page, "desk-kept-changed");

        running.withdrawLifts();
        page.reload();
        assertThat(page.locator(".clause-row .change")).hasText("文件已撤下或不再收录，不能引用");
        page.locator(".clause-row").click();
        assertThat(page.locator(".preview .copy")).hasCount(0);
        page.keyboard().press("c");
        assertThat(page.locator(".done")).hasCount(0);
        Chromium.assertFitsEverybody(page, "desk-kept-gone");
        page.locator(".preview .pin").click();
        assertThat(page.locator(".clause-row")).hasCount(0);
    }

    @Test
    void address_carriesWhatIsLookedFor_pastSigningIn() {
        Password password = Password.typed("梨树 铁轨 三十 黄昏");
        SharedDatabase.await(new AccountStore(database).add("li.na", "李娜", Role.STAFF, password, false, Actor.PROGRAM));
        Page page = chromium.open(Chromium.visitor(), running.service.base() + "/desk#q=电梯困人多久到场&status=inForce");
        assertThat(page.locator("input[name=name]")).isFocused();
        page.locator("input[name=name]").fill("li.na");
        page.locator("input[name=password]").fill(password.reveal());
        page.keyboard().press("Enter");
        assertThat(page.locator(".clause-row").first()).isFocused();
        assertThat(page.locator("#status")).hasValue("inForce");
        page.locator("#kind").selectOption("令");
        assertThat(page.locator(".clause-row").first()).isVisible();
        String address = page.url();
        page.locator("#query").fill("");
        assertThat(page.locator(".clause-row")).hasCount(0);
        assertEquals(running.service.base() + "/desk", page.url());
        page.navigate(address);
        assertThat(page.locator("#query")).hasValue("电梯困人多久到场");
        assertThat(page.locator("#kind")).hasValue("令");
        assertThat(page.locator(".clause-row").first()).containsText("第十二条");
    }

    @Test
    void phone_hasTargetsThatAFingerHits() {
        Page page = page(Chromium.phone());
        page.locator("#query").fill("电梯困人多久到场");
        page.keyboard().press("Enter");
        assertThat(page.locator(".preview .why summary")).isVisible();
        Chromium.assertFingersHit(page);
        Chromium.assertFitsEverybody(page, "desk-search-phone");
        for (String path : List.of("answers", "notices", "notices/import", "account")) {
            page.navigate(running.service.base() + "/desk/" + path);
            assertThat(page.locator("h1")).isVisible();
            Chromium.assertFingersHit(page);
        }
    }

    @Test
    void everyPage_fitsEverybody() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280}) {
                String look = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Page page = page(Chromium.visitor(width, 900).setColorScheme(scheme));
                Chromium.assertFitsEverybody(page, "desk-search-empty" + look);
                page.locator("#query").fill("电梯困人多久到场");
                page.keyboard().press("Enter");
                assertThat(page.locator(".clause-row").first()).isFocused();
                page.keyboard().press("Enter");
                assertThat(page.locator(".preview h3").first()).isVisible();
                page.locator(".why summary").click();
                Chromium.assertFitsEverybody(page, "desk-search" + look);
                page.locator(".keys").click();
                Chromium.assertFitsEverybody(page, "desk-search-keys" + look);
            }
        }
    }

    @Test
    void phrase_standsWordForWordInWhatIsFound() {
        JsonObject found = search("“三十分钟内到达”电梯");
        assertEquals(1, found.getInteger("total"));
        assertTrue(found.getBoolean("sure"));
        assertEquals(0, search("\"三十分钟内赶到\"").getInteger("total"));
        assertEquals(1, search("“十五日”").getInteger("total"));
    }

    @Test
    void number_findsTheNoticeItself() {
        JsonObject first = search("示例市人民政府令 第12号").getJsonArray("clauses").getJsonObject(0);
        assertTrue(first.getJsonObject("citation").getString("passageId").endsWith("-0"), first.encode());
    }

    @Test
    void filters_narrow() {
        assertEquals(0, searched("{'query':'电梯','filters':{'kind':'通知'}}").getInteger("total"));
        assertTrue(searched("{'query':'电梯','filters':{'kind':'令'}}").getInteger("total") > 1);
        assertEquals(
                0, searched("{'query':'电梯','filters':{'status':'repealed'}}").getInteger("total"));
        JsonObject choices =
                searched("{'query':'电梯','filters':{'status':'inForce'}}").getJsonObject("choices");
        assertEquals(List.of("inForce"), choices.getJsonArray("statuses").getList());
        String gazette = choices.getJsonArray("gazettes").getString(0);
        assertTrue(searched("{'query':'电梯','filters':{'gazette':'" + gazette + "'}}")
                        .getInteger("total")
                > 1);
        assertEquals(
                0, searched("{'query':'电梯','filters':{'gazette':'别的.txt'}}").getInteger("total"));
        assertEquals(400, send("{'query':'电梯','filters':{'status':'valid'}}").statusCode());
    }

    @Test
    void clausesAreShown_whereCitizensGetNoAnswer() {
        JsonObject found = search("上海市电梯多久维护保养一次");
        assertFalse(found.getBoolean("sure"));
        assertFalse(found.getJsonArray("clauses").isEmpty());
    }

    @Test
    void whatCannotBeSearched_isRefused() {
        assertEquals(400, send("{'query':'“ ”'}").statusCode());
        assertEquals(400, send("{'query':'电梯','offset':81}").statusCode());
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions visitor) {
        Page page = chromium.open(visitor, running.service.base() + "/desk/sign-in");
        staff.open(page, "/desk");
        return page;
    }

    private JsonObject search(String query) {
        return searched(new JsonObject().put("query", query).encode());
    }

    private JsonObject searched(String body) {
        HttpResponse<String> response = send(body);
        assertEquals(200, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }

    private HttpResponse<String> keep(String id, String body) {
        return staff.send("PUT", "/api/v1/desk/kept/" + id, body.replace('\'', '"'));
    }

    private HttpResponse<String> send(String body) {
        return staff.send("POST", PATH, body.replace('\'', '"'));
    }
}
