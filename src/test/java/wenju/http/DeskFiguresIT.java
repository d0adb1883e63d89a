package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.Notice;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.Door;
import wenju.store.KeptAnswers;
import wenju.store.NoticeStore;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** The figures over HTTP and in a browser, over a real database. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskFiguresIT {
    private static final String FIGURES = "/api/v1/desk/figures";
    private static final String SPAN = "?from=2026-03-01&to=2026-03-03";
    private static final Notice LIFTS = SampleNotices.LIFTS.notice();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    Path directory;

    private RunningService service;
    private SignedIn wang;
    private KeptAnswers kept;
    private Database database;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        service = RunningService.start(
                vertx, RunningService.collaborators(new Integrators().integrations(), SignedIn.desk(shared)));
        wang = SignedIn.as(Role.EDITOR, "wang", service, shared);
        await(new NoticeStore(shared, "test").save(LIFTS.gazette(), "1", List.of(LIFTS), Actor.PROGRAM));
        kept = new KeptAnswers(shared);
    }

    @Test
    void figures_areAsTheContractSays(Vertx vertx) {
        someDays();
        JsonObject figures = figures(vertx, SPAN);
        assertEquals("2026-03-01", figures.getString("from"));
        assertEquals(new JsonObject("""
                        {"questions": 5, "answered": 3, "useful": 1, "notUseful": 1, "medianMillis": 4, "p95Millis": 90}"""), figures.getJsonObject("total"));
        assertEquals(new JsonObject("""
                        {"day": "2026-03-01", "questions": 4, "answered": 3, "useful": 1, "notUseful": 1, "medianMillis": 3,
                         "p95Millis": 8}"""), figures.getJsonArray("days").getJsonObject(0));
        assertEquals(3, figures.getJsonArray("days").size());
        assertEquals(
                new JsonObject()
                        .put("id", LIFTS.id())
                        .put("title", LIFTS.title())
                        .put("documentNumber", "示例市人民政府令第12号")
                        .put("url", "/notices/" + LIFTS.id())
                        .put("answers", 3)
                        .put("headings", List.of("第三章 维护保养")),
                new JsonObject(figures.getJsonArray("notices").getJsonObject(0).encode()));
        assertEquals(
                new JsonObject("{\"question\": \"=电梯多久检验\", \"times\": 4, \"unanswered\": 1}"),
                figures.getJsonArray("asked").getJsonObject(0));
        assertEquals(0, figures.getJsonArray("unanswered").size());
        assertEquals(
                1, figures(vertx, SPAN + "&door=mcp").getJsonObject("total").getInteger("questions"));
    }

    @Test
    void table_isExactlyTheSame() {
        someDays();
        HttpResponse<String> days = wang.get(FIGURES + ".csv" + SPAN);
        assertEquals(200, days.statusCode());
        assertEquals(
                "text/csv; charset=utf-8",
                days.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "attachment; filename=\"wenju-days-2026-03-01-2026-03-03.csv\"",
                days.headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals("""
                \uFEFF日期,提问,答上,答上率,说有用,说没用,有用率,用时中位数（毫秒）,用时95%（毫秒）
                2026-03-01,4,3,0.750,1,1,0.500,3,8
                2026-03-02,0,0,,0,0,,,
                2026-03-03,1,0,0.000,0,0,,90,90
                """.replace("\n", "\r\n"), days.body());
        assertEquals(
                "\uFEFF问题,问过,没有答上\r\n'=电梯多久检验,4,1\r\n",
                wang.get(FIGURES + ".csv" + SPAN + "&table=asked").body());
        assertEquals(
                "\uFEFF文件,文号,首先引用它的答复,引用得多的章节\r\n示例市电梯安全管理办法,示例市人民政府令第12号,3,第三章 维护保养\r\n",
                wang.get(FIGURES + ".csv" + SPAN + "&table=notices").body());
        assertEquals(
                "\uFEFF问题,问过,没有答上\r\n",
                wang.get(FIGURES + ".csv" + SPAN + "&table=unanswered").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-03-02&to=2026-03-01",
                "?from=2025-01-01&to=2026-01-02",
                "?from=yesterday",
                "?to=2026-02-30",
                "?door=window"
            })
    void span_thatIsNone_isRefused(String query) {
        for (String path : List.of(FIGURES, FIGURES + ".csv", "/desk/figures")) {
            assertEquals(400, wang.get(path + query).statusCode(), path + query);
        }
    }

    @Test
    void table_thatIsNone_isRefused() {
        assertEquals(400, wang.get(FIGURES + ".csv?table=all").statusCode());
    }

    @Test
    void lastThirtyDays_areTheUsual(Vertx vertx) {
        JsonObject figures = figures(vertx, "");
        LocalDate today = LocalDate.now(Collaborators.CHINA);
        assertEquals(30, figures.getJsonArray("days").size());
        assertTrue(List.of(today, today.plusDays(1)).contains(LocalDate.parse(figures.getString("to"))));
    }

    @Test
    void questions_areCountedAtTheDoorTheyCameThrough(Vertx vertx, @TempDir Path index) {
        try (var desk = new AnsweringDesk(vertx, database, index)) {
            String question = RunningService.question("电梯多久维护保养一次");
            assertEquals(200, desk.service.ask(question).statusCode());
            for (String channel : List.of("page", "widget")) {
                HttpResponse<String> asked =
                        desk.service.ask(question, "Content-Type", "application/json", "Wenju-Channel", channel);
                assertEquals(200, asked.statusCode());
            }
            assertEquals(200, desk.service.get("/?q=%E7%94%B5%E6%A2%AF").statusCode());
            desk.service.sendJson("POST", "/v1/chat/completions", """
                    {"model": "wenju", "messages": [{"role": "user", "content": "电梯多久维护保养一次"}]}""");
            desk.service.sendJson("POST", "/mcp", """
                    {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
                     "params": {"name": "ask", "arguments": {"question": "电梯多久维护保养一次"}}}""", "MCP-Protocol-Version", "2025-06-18");
            desk.keep();
            SignedIn editor = SignedIn.as(Role.EDITOR, desk.service, database);
            for (Door door : Door.values()) {
                JsonObject total = new JsonObject(
                                editor.get(FIGURES + "?door=" + door.code()).body())
                        .getJsonObject("total");
                assertEquals(door == Door.PAGE ? 2 : 1, total.getInteger("questions"), door.code());
            }
        }
    }

    @Test
    void charts_areDrawn_tablesHaveTheNumbers_andCanBeTakenAway() throws IOException {
        someDays();
        Page page = open(Chromium.visitor(), "/desk/figures" + SPAN);
        assertThat(page.locator("canvas")).hasCount(3);
        assertThat(page.locator(".u-wrap[role=img]").first()).hasAttribute("aria-label", "提问");
        assertTrue(drawnPixels(page) > 300, "a line is drawn in the accent");
        assertThat(page.locator("figure[data-unit=count] .u-value")).hasText(new String[] {"2026-03-03", "1", "0"});
        assertThat(page.locator("figure[data-unit=share] .u-value")).hasText(new String[] {"2026-03-03", "0%", "–"});
        assertThat(page.locator("dl.totals div").nth(1)).hasText("答上率60.0%答上 3 次");
        Locator counts = page.locator("figure[data-unit=count]");
        counts.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(counts.locator("details tbody tr"))
                .hasText(new String[] {"2026-03-0143", "2026-03-0200", "2026-03-0310"});
        assertThat(page.locator("figure[data-unit=share] details tbody tr"))
                .hasText(new String[] {"2026-03-0175.0%50.0%", "2026-03-02––", "2026-03-030.0%–"});
        assertThat(page.locator("figure[data-unit=millis] details tbody tr").last())
                .hasText("2026-03-039090");
        assertThat(page.locator("#notices")).containsText("第三章 维护保养");
        assertThat(page.locator("#asked tbody tr")).hasText("=电梯多久检验41");
        assertThat(page.locator("#unanswered")).containsText("这些天没有");

        Download taken = page.waitForDownload(() -> page.getByText("下载逐日的数字").click());
        assertEquals("wenju-days-2026-03-01-2026-03-03.csv", taken.suggestedFilename());
        Path file = directory.resolve("days.csv");
        taken.saveAs(file);
        assertEquals(wang.get(FIGURES + ".csv" + SPAN).body(), Files.readString(file));
    }

    @Test
    void charts_followTheScheme() {
        someDays();
        Page page = open(Chromium.visitor().setColorScheme(ColorScheme.LIGHT), "/desk/figures" + SPAN);
        assertThat(page.locator("canvas")).hasCount(3);
        assertTrue(drawnPixels(page) > 300);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForCondition(() -> drawnPixels(page) == 0);
        assertThat(page.locator("canvas")).hasCount(3);
    }

    @Test
    void knowledge_isTakenByEditorsAlone() throws IOException {
        Page page = open(Chromium.visitor(), "/desk/figures");
        Download taken = page.waitForDownload(() -> page.locator("#knowledge a").click());
        assertEquals("wenju-knowledge-" + LocalDate.now(Collaborators.CHINA) + ".xlsx", taken.suggestedFilename());
        Path file = directory.resolve("knowledge.xlsx");
        taken.saveAs(file);
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            assertEquals(4, workbook.getFirstSheet().read().size());
        }
        for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR)) {
            Page other = chromium.open(Chromium.visitor(), service.base() + "/desk/sign-in");
            SignedIn.as(role, service, database).open(other, "/desk/figures");
            assertThat(other.locator("#asked")).isVisible();
            assertThat(other.locator("#knowledge")).hasCount(0);
            assertThat(other.getByText("到待处理里去处理")).hasCount(0);
        }
    }

    @Test
    void days_areChosenByKeyboardAlone() {
        Page page = open(Chromium.visitor(), "/desk/figures");
        assertThat(page.locator(".presets [aria-current]")).hasText("近 30 天");
        page.locator(".presets a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".presets [aria-current]")).hasText("近 7 天");
        assertThat(page.locator("figure[data-unit=count] details tbody tr")).hasCount(7);
        page.locator("#door").focus();
        page.keyboard().press("End");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**door=mcp**");
        assertThat(page.locator("#door")).hasValue("mcp");
        assertThat(page.locator("figure[data-unit=count] details tbody tr")).hasCount(7);
    }

    @Test
    void tables_areThereWithoutScript() {
        someDays();
        Page page = open(Chromium.visitor().setJavaScriptEnabled(false), "/desk/figures" + SPAN);
        page.locator("summary").first().click();
        assertThat(page.locator("figure[data-unit=count] details tbody tr").first())
                .hasText("2026-03-0143");
    }

    @Test
    void everyPage_fitsEverybody() {
        someDays();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 768, 1440}) {
                String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Page page = open(Chromium.visitor(width, 900).setColorScheme(scheme), "/desk/figures" + SPAN);
                assertThat(page.locator("canvas")).hasCount(3);
                page.locator("summary").first().click();
                Chromium.assertFitsEverybody(page, "desk-figures-" + name);
                Chromium.screenshotWhole(page, "desk-figures-whole-" + name);
            }
        }
        Page empty = open(Chromium.visitor(320, 900).setLocale("en"), "/desk/figures?from=2026-01-01&to=2026-03-31");
        Chromium.assertFitsEverybody(empty, "desk-figures-empty");
        Chromium.screenshotWhole(empty, "desk-figures-empty-whole");
    }

    /** Three conversations get an answer, one does not, and agents ask something else two days later. */
    private void someDays() {
        String[] conversations = {"a", "b", "c"};
        for (int i = 0; i < conversations.length; i++) {
            UUID id = kept.put(
                    "2026-03-01T0" + i + ":00",
                    Door.PAGE,
                    conversations[i],
                    "=电梯多久检验",
                    "lift",
                    SampleNotices.article12().id(),
                    2 + i);
            if (i > 0) {
                kept.judge(id, i == 1);
            }
        }
        kept.put("2026-03-01T12:00", Door.WIDGET, "d", "请问电梯多久检验", "lift", null, 8);
        kept.put("2026-03-03T12:00", Door.MCP, null, "停车", "car", null, 90);
    }

    private static int drawnPixels(Page page) {
        return ((Number) page.evaluate("""
                () => {
                  const canvas = document.querySelector("canvas");
                  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                  let drawn = 0;
                  for (let i = 0; i < data.length; i += 4) {
                    drawn += data[i + 3] > 200 && data[i] > 140 && data[i + 1] < 90 ? 1 : 0;
                  }
                  return drawn;
                }""")).intValue();
    }

    private JsonObject figures(Vertx vertx, String query) {
        HttpResponse<String> response = wang.get(FIGURES + query);
        assertEquals(200, response.statusCode(), response.body());
        return Schemas.assertIs(
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join(), "Figures", response.body());
    }

    private Page open(Browser.NewContextOptions visitor, String path) {
        Page page = chromium.open(visitor, service.base() + "/desk/sign-in");
        wang.open(page, path);
        return page;
    }
}
