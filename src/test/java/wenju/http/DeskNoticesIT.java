package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static wenju.store.SharedDatabase.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenju.notice.Notice;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.NoticeStore;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** The list of notices over HTTP and in a browser, over a real database: found, withdrawn, restored, about to end. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskNoticesIT {
    private static final String NOTICES = "/api/v1/desk/notices";
    private static final String LIFTS = SampleNotices.LIFTS.notice().id();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    Path directory;

    private AnsweringDesk running;
    private Database database;
    private SignedIn wang;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        running = new AnsweringDesk(vertx, shared, directory);
        wang = SignedIn.as(Role.EDITOR, "wang", running.service, shared);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void withdrawal_needsAReasonAndTheVersionSeen_andTheSecondEditorIsTold() {
        String path = NOTICES + "/" + LIFTS + "/withdrawal";
        String etag = notices("?q=" + encoded("电梯")).getJsonObject(0).getString("etag");
        assertEquals(400, withdraw(path, " ", etag).statusCode());
        assertEquals(428, wang.send("DELETE", path, null).statusCode());
        assertEquals(
                404, withdraw(NOTICES + "/000000000000/withdrawal", "没有", etag).statusCode());

        HttpResponse<String> done = withdraw(path, "含个人信息", etag);
        assertEquals(204, done.statusCode(), done.body());
        assertEquals("withdraw wang " + LIFTS, DeskAccounts.lastAudit(database));
        assertEquals(412, withdraw(path, "误收", etag).statusCode());
        assertEquals(0, notices("").size());
        JsonObject gone = notices("?view=withdrawn").getJsonObject(0);
        assertEquals("含个人信息", gone.getJsonObject("withdrawal").getString("reason"));
        assertEquals("wang", gone.getJsonObject("withdrawal").getString("by"));
        assertEquals(done.headers().firstValue("ETag").orElseThrow(), gone.getString("etag"));

        assertEquals(
                204,
                wang.send("DELETE", path, null, "If-Match", gone.getString("etag"))
                        .statusCode());
        assertEquals(
                412,
                wang.send("DELETE", path, null, "If-Match", gone.getString("etag"))
                        .statusCode());
        assertEquals(
                1,
                notices("?view=inSight&gazette="
                                + encoded(SampleNotices.LIFTS.notice().gazette()))
                        .size());
    }

    @Test
    void query_thatMeansNothing_isRefused() {
        for (String query : List.of("?view=all", "?status=dead", "?limit=0", "?after=nothing", "?q=", "?word=lift")) {
            assertEquals(400, wang.get(NOTICES + query).statusCode(), query);
        }
    }

    @Test
    void withdrawnInTheBrowser_isNoLongerAnswered_andAgainWhenRestored() {
        assertEquals("answered", outcome());
        Page page = open(Chromium.visitor(), "/desk/notices");
        page.locator("#q").fill("电梯 办法");
        page.locator("#q").press("Enter");
        page.waitForURL("**q=**");
        assertThat(page.locator(".notice-row")).hasCount(1);
        page.locator(".withdraw").click();
        assertThat(page.locator(".work input")).isFocused();
        page.locator(".work input").fill("含个人信息");
        page.locator(".work input").press("Enter");
        assertThat(page.locator("#trouble [role=status]")).containsText("已撤下");
        assertThat(page.locator(".notice-row")).hasCount(0);
        assertThat(page.locator("ol.rows li")).isFocused();
        running.follow();
        assertEquals("unanswered", outcome());

        page.locator(".views a").last().click();
        assertThat(page.locator(".gone")).containsText("含个人信息");
        page.locator(".restore").click();
        assertThat(page.locator("#trouble [role=status]")).containsText("已恢复");
        running.follow();
        assertEquals("answered", outcome());
    }

    @Test
    void secondEditor_isToldInTheBrowser() {
        Page page = open(Chromium.visitor(), "/desk/notices");
        page.locator(".withdraw").click();
        withdraw(NOTICES + "/" + LIFTS + "/withdrawal", "含个人信息", "\"v0\"");
        page.locator(".work input").fill("误收");
        page.locator(".work input").press("Enter");
        assertThat(page.locator("#trouble [role=status]")).containsText("别人先改了");
        assertThat(page.locator(".notice-row")).hasCount(0);
        assertEquals(
                "含个人信息",
                notices("?view=withdrawn")
                        .getJsonObject(0)
                        .getJsonObject("withdrawal")
                        .getString("reason"));
    }

    @Test
    void auditor_looksAndChangesNothing() {
        SignedIn li = SignedIn.as(Role.AUDITOR, "li", running.service, database);
        Page page = chromium.open(Chromium.visitor(), running.service.base() + "/desk/sign-in");
        li.open(page, "/desk/notices");
        assertThat(page.locator(".notice-row")).hasCount(1);
        assertThat(page.locator(".withdraw")).hasCount(0);
    }

    @Test
    void everyView_fitsEverybody() {
        ending();
        withdraw(NOTICES + "/" + LIFTS + "/withdrawal", "含个人信息", "\"v0\"");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 768, 1440}) {
                for (String view : List.of("inSight", "ending", "withdrawn")) {
                    Page page = open(Chromium.visitor(width, 900).setColorScheme(scheme), "/desk/notices?view=" + view);
                    assertThat(page.locator(".notice-row").first()).isVisible();
                    if (view.equals("inSight")) {
                        page.locator(".withdraw").first().click();
                        page.locator(".validity summary").first().click();
                    }
                    Chromium.assertFitsEverybody(
                            page, "desk-notices-" + view + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        }
    }

    private Page open(Browser.NewContextOptions visitor, String path) {
        Page page = chromium.open(visitor, running.service.base() + "/desk/sign-in");
        wang.open(page, path);
        return page;
    }

    private String outcome() {
        return json(200, running.service.ask(RunningService.question(RunningService.QUESTION)))
                .getString("outcome");
    }

    private JsonArray notices(String query) {
        return json(200, wang.get(NOTICES + query)).getJsonArray("notices");
    }

    private HttpResponse<String> withdraw(String path, String reason, String etag) {
        return wang.send("PUT", path, new JsonObject().put("reason", reason).encode(), "If-Match", etag);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** One more notice, with a term that is far from over. */
    private void ending() {
        Notice plan = SampleNotices.PLAN.notice();
        var ending = new Notice(
                plan.id(),
                plan.number(),
                plan.title(),
                plan.issuer(),
                plan.jurisdiction(),
                plan.kind(),
                plan.issuedOn(),
                plan.effectiveOn(),
                LocalDate.of(2099, 3, 5),
                "示例市公报2021-02.txt",
                plan.lines(),
                plan.relations(),
                plan.passages());
        await(new NoticeStore(database, "test").save(ending.gazette(), "d", List.of(ending), Actor.PROGRAM));
    }

    private static JsonObject json(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }
}
