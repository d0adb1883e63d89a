package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.NoticeStore;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** A gazette comes in at the desk: chosen, previewed, imported, answered from, withdrawn, restored. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskImportIT {
    private static final String NAME = "示例市公报2026-01.txt";
    private static final String QUESTION = "举办热气球活动要提前几天报告";
    private static final String BALLOONS = """
            示例市人民政府令

            第91号

            《示例市热气球活动管理办法》已经市人民政府常务会议审议通过，现予公布，自2026年1月1日起施行。

            市长 张三

            2025年12月1日

            示例市热气球活动管理办法

            第一条 为了规范热气球活动，保障公共安全，制定本办法。

            第二条 举办热气球活动的单位应当提前七日向市体育行政部门报告，并公告活动的时间和地点。

            第三条 风速超过每秒六米时，不得放飞热气球。

            """;
    /** A notice without a number, and a rule, which does not stay. */
    private static final String OTHERS = """
            示例市人民政府关于印发示例市路灯管理规定的通知

            示政〔2026〕7号

            各区县人民政府，市政府各部门：

            现将《示例市路灯管理规定》印发给你们，请遵照执行。

            示例市人民政府

            2026年1月5日

            示例市路灯管理规定

            第一条 路灯应当按时开关。

            示例市人民政府任免人员

            示例市人民政府决定，任命张三为示例市公园管理处主任。

            2026年1月6日
            """;

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
    void gazette_isPreviewedImportedAnsweredWithdrawnAndRestored() {
        assertFalse(answeredFromIt());
        long before = await(new NoticeStore(database, "test").revision());
        Page page = open(Chromium.visitor(), "/desk/notices");
        page.locator("a.button").click();
        preview(page, NAME, BALLOONS + OTHERS);
        assertThat(page.locator(".counts")).containsText("新增 3 件");
        assertThat(page.locator(".found-notices li")).hasCount(3);
        assertThat(page.locator(".found-notices li").first()).containsText("示例市人民政府令第91号");
        assertThat(page.locator(".found-notices li").first()).containsText("3 条");
        assertThat(page.locator(".found-notices li").first()).containsText("2026年1月1日起施行");
        assertThat(page.locator(".warnings li").first()).containsText("第 ");
        assertEquals(before, await(new NoticeStore(database, "test").revision()), "a preview stores nothing");
        assertFalse(answeredFromIt());

        page.locator(".start").click();
        assertThat(page.locator("#result h2")).hasText("导入的结果");
        assertThat(page.locator(".counts")).containsText("新增 3 件");
        assertEquals("import wang " + NAME, DeskAccounts.lastAudit(database));
        assertTrue(answeredFromIt());

        page.locator(".gazette a").click();
        assertThat(page.locator(".notice-row")).hasCount(3);
        page.locator("#q").fill("热气球");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".notice-row")).hasCount(1);
        page.locator(".withdraw").click();
        page.locator(".work input").fill("误收");
        page.locator(".work input").press("Enter");
        assertThat(page.locator(".notice-row")).hasCount(0);
        running.follow();
        assertFalse(answeredFromIt());

        page.navigate(running.service.base() + "/desk/notices/import");
        preview(page, NAME, BALLOONS.replace("七日", "十日"));
        assertThat(page.locator(".found-notices li")).containsText("更新");
        assertThat(page.locator(".found-notices li")).containsText("已撤下，导入也不会恢复");
        assertThat(page.locator(".removed li")).hasCount(2);

        page.navigate(running.service.base() + "/desk/notices?view=withdrawn");
        page.locator(".restore").click();
        assertThat(page.locator("#trouble [role=status]")).containsText("已恢复");
        running.follow();
        assertTrue(answeredFromIt());

        page.navigate(running.service.base() + "/desk/notices/import");
        preview(page, NAME, BALLOONS + OTHERS);
        assertThat(page.locator(".counts")).containsText("未变 3 件");
        page.locator(".start").click();
        assertThat(page.locator("#result")).containsText("与收录的一样，没有变化");
    }

    @Test
    void fileThatCannotBeRead_isNamedWithItsReason() {
        Page page = open(Chromium.visitor(), "/desk/notices/import");
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload(
                    "图片.txt", "text/plain", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0}),
            new FilePayload("便条.txt", "text/plain", "今天下午三点开会。".getBytes(StandardCharsets.UTF_8)),
        });
        page.locator(".preview-files").click();
        assertThat(page.locator(".gazette")).hasCount(2);
        assertThat(page.locator(".gazette").first()).containsText("不是文字文件");
        assertThat(page.locator(".gazette").last()).containsText("没有认出任何一份文件");
        assertThat(page.locator("#result")).containsText("没有可以导入的文件");
        assertThat(page.locator(".start")).hasCount(0);
    }

    @Test
    void filesThatAreTooLarge_areNotSent() {
        Page page = open(Chromium.visitor(), "/desk/notices/import");
        page.evaluate("""
                () => {
                  const large = new DataTransfer();
                  large.items.add(new File([new Uint8Array(33 * 1024 * 1024)], "大.txt"));
                  document.getElementById("files").files = large.files;
                }""");
        page.locator(".preview-files").click();
        assertThat(page.locator("#trouble [role=alert]")).containsText("合计 33 MB，超过 32 MB 的上限");
    }

    @Test
    void secondEditor_isTold_andNothingElseIsImported() {
        Page page = open(Chromium.visitor(), "/desk/notices/import");
        preview(page, NAME, BALLOONS);
        SignedIn li = SignedIn.as(Role.EDITOR, "li", running.service, database);
        String other = BALLOONS.replace("七日", "十日");
        String seen = done(li, send(li, other, null)).getString("id");
        assertEquals(409, send(li, BALLOONS, seen).statusCode(), "other bytes");
        assertEquals(409, send(wang, other, seen).statusCode(), "somebody else's preview");
        assertEquals(
                "read",
                done(li, send(li, other, seen))
                        .getJsonArray("reports")
                        .getJsonObject(0)
                        .getString("outcome"));

        page.locator(".start").click();
        assertThat(page.locator("#trouble [role=alert]")).containsText("别人导入了同名的公报");
        assertEquals("import li " + NAME, DeskAccounts.lastAudit(database));
        assertEquals(202, send(li, other, seen).statusCode(), "sent again it is the same import");
    }

    @Test
    void import_withoutAPreview_isRefused() {
        for (String fields : List.of(
                "", field("dryRun", "false"), field("dryRun", "true") + field("preview", "x"), field("preview", "x"))) {
            HttpResponse<String> refused = post(wang, BALLOONS, fields);
            assertEquals(400, refused.statusCode(), refused.body());
        }
        assertEquals(404, wang.get(Bodies.DESK_UPLOADS + "/x").statusCode());
    }

    @Test
    void everyState_fitsEverybody() {
        int edition = 100;
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 768, 1440}) {
                String suffix = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Page page = open(Chromium.visitor(width, 900).setColorScheme(scheme), "/desk/notices/import");
                assertThat(page.locator("#files")).isVisible();
                Chromium.assertFitsEverybody(page, "desk-import-" + suffix);
                preview(page, NAME, BALLOONS.replace("第91号", "第" + edition++ + "号") + OTHERS);
                Chromium.assertFitsEverybody(page, "desk-import-preview-" + suffix);
                Chromium.screenshotWhole(page, "desk-import-whole-" + suffix);
                page.locator(".start").click();
                assertThat(page.locator("#result h2")).hasText("导入的结果");
                Chromium.assertFitsEverybody(page, "desk-import-result-" + suffix);
            }
        }
    }

    private static void preview(Page page, String name, String text) {
        page.locator("#files")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        page.locator(".preview-files").click();
        assertThat(page.locator("#result h2")).hasText("预览（什么也还没有存）");
    }

    private Page open(Browser.NewContextOptions visitor, String path) {
        Page page = chromium.open(visitor, running.service.base() + "/desk/sign-in");
        wang.open(page, path);
        return page;
    }

    /** Whether a citizen is shown the clause of the gazette that came in. */
    private boolean answeredFromIt() {
        return json(200, running.service.ask(RunningService.question(QUESTION))).getJsonArray("excerpts").stream()
                .map(JsonObject.class::cast)
                .anyMatch(excerpt ->
                        excerpt.getJsonObject("citation").getString("title").equals("示例市热气球活动管理办法")
                                && excerpt.getString("text").contains("提前七日"));
    }

    /** Follows an import to its end. */
    private static JsonObject done(SignedIn editor, HttpResponse<String> accepted) {
        String location = accepted.headers().firstValue("Location").orElse("none: " + accepted.body());
        JsonObject job = json(202, accepted);
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (job.getString("state").equals("running")) {
            assertTrue(System.nanoTime() < deadline, "it does not end");
            job = json(200, editor.get(location));
        }
        return job;
    }

    private static HttpResponse<String> send(SignedIn editor, String text, @Nullable String preview) {
        return post(editor, text, preview == null ? field("dryRun", "true") : field("preview", preview));
    }

    private static HttpResponse<String> post(SignedIn editor, String text, String fields) {
        String body = fields + """
                --b\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --b--\r
                """.formatted(NAME, text);
        return editor.post(Bodies.DESK_UPLOADS, body, "Content-Type", "multipart/form-data; boundary=b");
    }

    private static String field(String name, String value) {
        return """
                --b\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """.formatted(name, value);
    }

    private static JsonObject json(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }
}
