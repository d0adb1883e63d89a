package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
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
import wenju.store.CorrectedNotices;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** One notice at the desk, over HTTP and in a browser, over a real database: corrected by hand, and what it said before. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskNoticeIT {
    private static final String ID = SampleNotices.LIFTS.notice().id();
    private static final String NOTICE = "/api/v1/desk/notices/" + ID;
    private static final String CORRECTION = NOTICE + "/correction";
    private static final String QUESTION = "电梯维保多久到现场救人";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    Path directory;

    private AnsweringDesk running;
    private Database database;
    private SignedIn wang;
    private SignedIn li;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        running = new AnsweringDesk(vertx, shared, directory);
        wang = SignedIn.as(Role.EDITOR, "wang", running.service, shared);
        li = SignedIn.as(Role.EDITOR, "li", running.service, shared);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void correction_isWhatCitizensGet_andOutlastsAnImport() {
        JsonObject read = json(200, wang.get(NOTICE));
        assertEquals(read.getJsonObject("read"), read.getJsonObject("counts"));
        assertNull(read.getValue("correction"));

        JsonObject fields = new JsonObject().put("effectiveOn", "2020-06-01").put("documentNumber", "示例市人民政府令 第021号");
        JsonObject corrected = json(200, correct(wang, "v0", fields, null));
        assertEquals("correct_notice wang " + ID, DeskAccounts.lastAudit(database));
        assertEquals("\"v1\"", corrected.getString("etag"));
        assertEquals("2020-05-01", corrected.getJsonObject("read").getString("effectiveOn"));
        assertEquals("2020-06-01", corrected.getJsonObject("counts").getString("effectiveOn"));
        assertEquals(
                new JsonArray().add("documentNumber").add("effectiveOn"),
                corrected.getJsonObject("correction").getJsonArray("corrected"));

        running.follow();
        for (int i = 0; i < 2; i++) {
            JsonObject citation = citation();
            assertEquals("2020-06-01", citation.getString("effectiveOn"));
            assertEquals("示例市人民政府令第21号", citation.getString("documentNumber"));
            running.changeArticle12("三十分钟", "二十分钟");
        }
        JsonArray versions = json(200, wang.get(NOTICE)).getJsonArray("versions");
        assertEquals(new JsonArray().add("text"), versions.getJsonObject(0).getJsonArray("changed"));
        assertEquals(
                new JsonArray().add("documentNumber").add("effectiveOn"),
                versions.getJsonObject(1).getJsonArray("changed"));

        json(200, wang.send("DELETE", CORRECTION, null, "If-Match", "\"v1\""));
        assertEquals("take_back_correction wang " + ID, DeskAccounts.lastAudit(database));
        running.follow();
        assertEquals("2020-05-01", citation().getString("effectiveOn"));
    }

    @Test
    void validityByHand_isToldWithItsReason_andFiltersAnswers() {
        JsonObject ruling =
                new JsonObject().put("status", "expired").putNull("since").put("reason", "任务已经完成");
        JsonObject corrected = json(200, correct(wang, "v0", new JsonObject(), ruling));
        assertEquals("inForce", corrected.getJsonObject("stated").getString("status"));
        running.follow();

        String today = LocalDate.now(Collaborators.CHINA).toString();
        JsonObject validity = citation().getJsonObject("validity");
        assertEquals("expired", validity.getString("status"));
        assertEquals("人工核定（" + today + "）：任务已经完成", validity.getString("reason"));
        JsonObject inForce = new JsonObject(RunningService.question(QUESTION))
                .put("filters", new JsonObject().put("inForceOnly", true));
        assertEquals(
                "unanswered", json(200, running.service.ask(inForce.encode())).getString("outcome"));

        Page reader = chromium.open(Chromium.visitor(), running.service.base() + "/notices/" + ID);
        assertThat(reader.locator(".banner")).containsText("已失效");
        assertThat(reader.locator(".banner")).containsText("任务已经完成");
        assertThat(reader.locator(".banner a")).hasCount(0);
    }

    @Test
    void secondEditor_isTold_andNothingIsOverwritten() {
        json(200, correct(wang, "v0", new JsonObject().put("title", "示例市电梯管理办法"), null));
        JsonObject other = new JsonObject().put("title", "别的");
        assertProblem(412, "changed-meanwhile", correct(li, "v0", other, null));
        assertProblem(412, "changed-meanwhile", li.send("DELETE", CORRECTION, null, "If-Match", "\"v0\""));
        assertProblem(428, "version-required", li.send("PUT", CORRECTION, body(other, null)));
        assertEquals(
                "示例市电梯管理办法", json(200, li.get(NOTICE)).getJsonObject("counts").getString("title"));
    }

    @Test
    void whatCannotBe_isRefused() {
        for (JsonObject fields : List.of(
                new JsonObject(),
                new JsonObject().put("title", "　"),
                new JsonObject().putNull("title"),
                new JsonObject().put("title", "长".repeat(501)),
                new JsonObject().put("documentNumber", "市政府的文"),
                new JsonObject().put("issuedOn", "2020-13-01"),
                new JsonObject().put("issuedOn", "0201-03-01"),
                new JsonObject().put("expiresOn", "2019-12-31"),
                new JsonObject().put("issuer", "别的机关"))) {
            assertProblem(400, "invalid-request", correct(wang, "v0", fields, null));
        }
        JsonObject ruling = new JsonObject().put("status", "inForce").putNull("since");
        assertProblem(
                400,
                "invalid-request",
                correct(wang, "v0", new JsonObject(), ruling.copy().put("reason", " ")));
        assertProblem(
                400,
                "invalid-request",
                correct(
                        wang,
                        "v0",
                        new JsonObject(),
                        ruling.copy().put("status", "notYetEffective").put("reason", "有")));
        assertProblem(404, "notice-not-found", wang.get("/api/v1/desk/notices/000000000000"));
        assertProblem(
                404,
                "notice-not-found",
                wang.send(
                        "PUT",
                        "/api/v1/desk/notices/000000000000/correction",
                        body(new JsonObject().put("title", "有"), null),
                        "If-Match",
                        "\"v0\""));
        assertEquals(404, wang.get("/desk/notices/000000000000").statusCode());
        assertEquals(404, wang.get("/desk/notices/" + ID + "/versions/7").statusCode());
        assertEquals("\"v0\"", json(200, wang.get(NOTICE)).getString("etag"));
    }

    @Test
    void dateIsCorrected_aCitizenSeesIt_andTheSecondEditorKeepsWhatTheyTyped() {
        Page first = open(wang, Chromium.visitor(), "/desk/notices/" + ID);
        Page second = open(li, Chromium.visitor(), "/desk/notices/" + ID);
        assertThat(first.locator("#effectiveOn")).hasValue("2020-05-01");
        first.locator("#effectiveOn").fill("2020-06-01");
        assertThat(first.locator(".corrected:visible")).hasCount(1);
        first.locator("#title").fill("示例市电梯使用安全管理办法");
        first.locator("#status").selectOption("partlyAmended");
        first.locator("#why").fill("另文修改了第三条");
        first.locator("#reason").fill("与原件核对");
        first.locator("form.correcting [type=submit]").click();
        assertThat(first.locator("#trouble [role=status]")).hasText("已更正。");
        assertThat(first.locator(".last")).containsText("wang");
        assertThat(first.locator(".versions li")).containsText("施行日期");

        Page citizen = chromium.open(Chromium.visitor(), running.service.base() + "/notices/" + ID);
        assertThat(citizen.locator(".facts")).containsText("2020年6月1日");
        assertThat(citizen.locator("dd .as-read")).hasText("人工更正；公报读作：2020年5月1日");

        second.locator("#effectiveOn").fill("2020-07-01");
        second.locator("#expiresOn").fill("2030-06-30");
        second.locator("#reason").fill("据来函");
        second.locator("form.correcting [type=submit]").click();
        assertThat(second.locator("#trouble [role=alert]")).containsText("别人先改了");
        assertThat(second.locator("#effectiveOn")).hasValue("2020-07-01");
        assertThat(second.locator("#expiresOn")).hasValue("2030-06-30");
        assertThat(second.locator("#effectiveOn ~ .beneath .others")).hasText("别人改成：2020年6月1日");
        assertThat(second.locator("#title")).hasValue("示例市电梯使用安全管理办法");
        assertThat(second.locator("#why")).hasValue("另文修改了第三条");
        citizen.reload();
        assertThat(citizen.locator(".facts")).containsText("2020年6月1日");

        second.locator("#effectiveOn").fill("2020-06-01");
        second.locator("form.correcting [type=submit]").click();
        assertThat(second.locator("#trouble [role=status]")).hasText("已更正。");
        citizen.reload();
        assertThat(citizen.locator(".facts")).containsText("2030年6月30日");
        assertThat(citizen.locator("h1")).hasText("示例市电梯使用安全管理办法");
        assertThat(citizen.locator(".banner")).containsText("部分修改");

        second.locator(".versions a").first().click();
        assertThat(second.locator("table")).containsText("2030年6月30日");
        assertThat(second.locator("tbody tr")).hasCount(1);
        assertThat(second.locator("main")).containsText("内容相同的条文 4 条");
        second.goBack();
        second.locator(".versions a").last().click();
        assertThat(second.locator("tbody tr")).hasCount(3);

        first.reload();
        first.onDialog(Dialog::accept);
        first.locator(".take-back").click();
        assertThat(first.locator("#trouble [role=status]")).containsText("已收回");
        assertThat(first.locator("#effectiveOn")).hasValue("2020-05-01");
        assertThat(first.locator(".corrected:visible")).hasCount(0);
    }

    @Test
    void validityIsSetByHand() {
        Page page = open(wang, Chromium.visitor(), "/desk/notices/" + ID);
        assertThat(page.locator("#why")).isHidden();
        page.locator("#status").selectOption("repealed");
        page.locator("#since").fill("2024-05-01");
        page.locator("#why").fill("市政府第 30 次常务会议决定废止");
        page.locator("#reason").fill("会议纪要");
        page.locator("form.correcting [type=submit]").click();
        assertThat(page.locator("#trouble [role=status]")).hasText("已更正。");
        assertThat(page.locator("#notice .validity")).containsText("已废止");
        assertThat(page.locator("#status option").first()).containsText("现行有效");
    }

    @Test
    void whatTheProgramSays_isInTheReadersLanguage() {
        JsonObject ruling =
                new JsonObject().put("status", "inForce").putNull("since").put("reason", "废止的是同名的旧规定");
        json(200, correct(wang, "v0", new JsonObject().put("expiresOn", "2021-05-01"), ruling));
        CorrectedNotices.ruledOn(database, ID, LocalDate.of(2020, 6, 1));

        Page page = open(wang, Chromium.visitor().setLocale("en"), "/desk/notices/" + ID);
        String counts = "Something changed after it was set, which counts: Valid until 2021-05-01";
        assertThat(page.locator(".waits")).hasText(counts);
        assertThat(page.locator(".versions li").first()).containsText("In force until");

        json(200, correct(li, "v1", new JsonObject().put("title", "示例市电梯办法"), ruling.put("reason", "另一件")));
        page.locator("#why").fill("原件如此");
        page.locator("#reason").fill("核对");
        page.locator("form.correcting [type=submit]").click();
        assertThat(page.locator("p.others")).hasText("Somebody else wrote: In force: 另一件");
    }

    @Test
    void auditors_comeFromTheList_andMayLook() {
        SignedIn auditor = SignedIn.as(Role.AUDITOR, running.service, database);
        Page page = open(auditor, Chromium.visitor(), "/desk/notices");
        page.locator(".notice-row .title a").click();
        assertThat(page.locator("#notice td").first()).hasText("示例市电梯安全管理办法");
        assertThat(page.locator(".sections [aria-current]")).hasText("文件");
        assertThat(page.locator("form.correcting")).hasCount(0);
    }

    @Test
    void staff_seeIt_andComeFromTheSearch() {
        SignedIn staff = SignedIn.as(Role.STAFF, running.service, database);
        Page page = open(staff, Chromium.visitor(), "/desk");
        page.locator("#query").fill(QUESTION);
        page.keyboard().press("Enter");
        page.locator(".corrections").click();
        assertThat(page.locator("#notice h2").first()).hasText("《示例市电梯安全管理办法》");
        assertThat(page.locator("#notice td").first()).hasText("示例市电梯安全管理办法");
        assertThat(page.locator("form.correcting")).hasCount(0);
    }

    @Test
    void everyPage_fitsEverybody() {
        running.changeArticle12("三十分钟", "二十分钟");
        JsonObject ruling =
                new JsonObject().put("status", "inForce").putNull("since").put("reason", "废止的是同名的旧规定");
        JsonObject fields = new JsonObject().put("effectiveOn", "2020-06-01").put("title", "示例市电梯使用安全管理办法");
        json(200, correct(wang, "v0", fields, ruling));
        int day = 10;
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 768, 1440}) {
                String look = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Browser.NewContextOptions visitor = Chromium.visitor(width, 900).setColorScheme(scheme);
                Page page = open(wang, visitor, "/desk/notices/" + ID);
                assertThat(page.locator(".last")).isVisible();
                Chromium.assertFitsEverybody(page, "desk-notice" + look);
                String version = json(200, wang.get(NOTICE)).getString("etag").replace("\"", "");
                json(200, correct(li, version, fields.put("issuedOn", "2020-03-" + day++), ruling));
                page.locator("#issuedOn").fill("2020-02-02");
                page.locator("#reason").fill("核对");
                page.locator("form.correcting [type=submit]").click();
                assertThat(page.locator("#trouble [role=alert]")).isVisible();
                Chromium.assertFitsEverybody(page, "desk-notice-stale" + look);
                Chromium.screenshotWhole(page, "desk-notice-whole" + look);
                page.locator(".versions li").last().locator("a").first().click();
                assertThat(page.locator("ins").first()).isVisible();
                Chromium.assertFitsEverybody(page, "desk-notice-version" + look);
                page.goBack();
                assertThat(page.locator(".last")).isVisible();
                page.locator(".versions a").first().click();
                Chromium.assertFitsEverybody(page, "desk-notice-version-facts" + look);
                Page reader = chromium.open(visitor, running.service.base() + "/notices/" + ID);
                assertThat(reader.locator(".as-read")).hasCount(3);
                Chromium.assertFitsEverybody(reader, "reader-corrected" + look);
                Page staff = open(SignedIn.as(Role.STAFF, running.service, database), visitor, "/desk/notices/" + ID);
                assertThat(staff.locator("#notice td").first()).isVisible();
                Chromium.assertFitsEverybody(staff, "desk-notice-staff" + look);
            }
        }
    }

    @Test
    void standardAnswer_stepsAside_whenItsNoticeIsRuledOver() {
        JsonObject draft = new JsonObject()
                .put("wordings", new JsonArray().add(QUESTION))
                .put("text", "三十分钟内到场。")
                .put("passageIds", new JsonArray().add(SampleNotices.article12().id()))
                .put("reviewOn", LocalDate.now(Collaborators.CHINA).plusYears(1).toString());
        String id = json(201, wang.send("POST", "/api/v1/desk/answers", draft.encode()))
                .getString("id");
        json(200, li.send("POST", "/api/v1/desk/answers/" + id + "/approval", null, "If-Match", "\"v1\""));
        JsonObject ruling =
                new JsonObject().put("status", "repealed").putNull("since").put("reason", "另文废止");
        json(200, correct(wang, "v0", new JsonObject(), ruling));
        running.follow();

        JsonObject lapsed = json(200, wang.get("/api/v1/desk/answers"))
                .getJsonArray("answers")
                .getJsonObject(0);
        assertEquals("notInForce", lapsed.getString("lapse"));
    }

    private Page open(SignedIn somebody, Browser.NewContextOptions visitor, String path) {
        Page page = chromium.open(visitor, running.service.base() + "/desk/sign-in");
        somebody.open(page, path);
        return page;
    }

    private JsonObject citation() {
        return json(200, running.service.ask(RunningService.question(QUESTION)))
                .getJsonArray("excerpts")
                .getJsonObject(0)
                .getJsonObject("citation");
    }

    private static HttpResponse<String> correct(SignedIn editor, String version, JsonObject fields, JsonObject ruling) {
        return editor.send("PUT", CORRECTION, body(fields, ruling), "If-Match", "\"" + version + "\"");
    }

    private static String body(JsonObject fields, JsonObject ruling) {
        return new JsonObject()
                .put("fields", fields)
                .put("ruling", ruling)
                .put("reason", "核对原件")
                .encode();
    }

    private static JsonObject json(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }

    private static void assertProblem(int status, String type, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains("/problems/" + type), response.body());
    }
}
