package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** The queue over HTTP and in a browser, over a real database: questions come in, are grouped, solved and set aside. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskQueueIT {
    private static final String QUEUE = "/api/v1/desk/queue";
    private static final String THESAURUS = "/api/v1/desk/thesaurus";
    private static final String QUESTION = "升降机师傅多久得来一趟";
    private static final String LINE = "升降机师傅, 升降机 => 电梯维护保养单位, 维护保养";

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
    void questionsAlike_standTogether_mostAskedFirst() {
        ask("月亮上有没有兔子", QUESTION, "请问升降机师傅多久得来一趟呢", "升降机师傅得多久来一趟");
        JsonArray groups = groups(QUEUE);
        assertEquals(2, groups.size(), groups.encodePrettily());
        assertEquals(3, groups.getJsonObject(0).getInteger("asked"));
        assertEquals(1, groups.getJsonObject(1).getInteger("asked"));
        assertEquals(
                "月亮上有没有兔子", groups.getJsonObject(1).getJsonArray("questions").getString(0));
    }

    @Test
    void whatIsDone_leavesTheFocusWhereTheNextOneIs() {
        ask("月亮上有没有兔子", QUESTION, QUESTION);
        Page page = chromium.open(Chromium.visitor(), running.service.base() + "/desk/sign-in");
        wang.open(page, "/desk/queue");
        page.locator(".aside").first().click();
        page.getByText("取消").click();
        assertThat(page.locator(".aside").first()).isFocused();
        page.locator(".solved").first().click();
        assertThat(page.locator("#trouble [role=status]")).containsText("已记为处理过");
        assertThat(page.locator(".group")).hasCount(1);
        assertThat(page.locator(".group")).isFocused();
        page.locator(".solved").click();
        assertThat(page.locator(".group")).hasCount(0);
        assertThat(page.locator("#trouble [role=status]")).isFocused();
    }

    @Test
    void greetingsErrandsAndEmergencies_areNoQuestionsThatLackAnAnswer() {
        ask("你好", "谢谢您！", "帮我写一首关于春天的诗", "着火了怎么办快救命");
        assertEquals(0, groups(QUEUE).size(), groups(QUEUE).encodePrettily());
    }

    @Test
    void questionsToTryOn_thatCannotBeRead_areToldPlainly() throws IOException {
        Path questions = directory.resolve("questions.jsonl");
        Files.writeString(questions, "\n{\"question\": \n");
        running.trialQuestions = Optional.of(questions);
        String line = new JsonObject().put("line", LINE).encode();
        JsonObject problem = json(409, wang.send("POST", THESAURUS + "/trial", line));
        assertEquals("/problems/trial-questions-unreadable", problem.getString("type"));
        assertTrue(problem.getString("detail").contains("questions.jsonl:2"), problem.encode());
        assertFalse(problem.getString("detail").contains(directory.toString()), problem.encode());
        running.trialQuestions = Optional.of(directory.resolve("missing.jsonl"));
        assertTrue(json(409, wang.send("POST", THESAURUS + "/trial", line))
                .getString("detail")
                .contains("missing.jsonl"));
    }

    @Test
    void setAside_needsAReason_isRememberedAndTakenBack_andTheSecondEditorIsTold() {
        ask("月亮上有没有兔子");
        String path = QUEUE + "/" + groups(QUEUE).getJsonObject(0).getString("id");
        assertEquals(400, decide(path, "setAside", " ", "v0").statusCode());
        assertEquals(204, decide(path, "setAside", "不是政府事务", "v0").statusCode());
        assertTrue(DeskAccounts.lastAudit(database).startsWith("decide_questions wang "));
        assertEquals(412, decide(path, "solved", "", "v0").statusCode());
        ask("月亮上有没有兔子");
        assertEquals(0, groups(QUEUE).size());
        JsonObject aside = groups(QUEUE + "?setAside=true").getJsonObject(0);
        assertEquals("不是政府事务", aside.getString("reason"));
        assertEquals(2, aside.getInteger("asked"));
        assertEquals(412, decide(path, "open", "", "v2").statusCode());
        assertEquals(204, decide(path, "open", "", "v1").statusCode());
        assertEquals(2, groups(QUEUE).getJsonObject(0).getInteger("asked"));
        assertEquals(204, decide(path, "solved", "", "v2").statusCode());
        assertEquals(0, groups(QUEUE).size());
        ask("月亮上有没有兔子");
        assertEquals(1, groups(QUEUE).getJsonObject(0).getInteger("asked"));
    }

    @Test
    void entry_isTriedAddedUsedAndWithdrawn() {
        JsonObject body = new JsonObject().put("line", LINE);
        JsonObject tried = json(
                200,
                wang.send(
                        "POST",
                        THESAURUS + "/trial",
                        body.copy().put("question", QUESTION).encode()));
        assertEquals(77, tried.getInteger("questions"));
        assertEquals("unanswered", outcome());

        JsonObject added = json(201, wang.send("POST", THESAURUS, body.encode()));
        assertEquals("add_thesaurus_entry wang " + added.getString("id"), DeskAccounts.lastAudit(database));
        assertEquals("answered", outcome());
        String entry = THESAURUS + "/" + added.getString("id");
        assertEquals(200, wang.send("DELETE", entry, null, "If-Match", "\"v1\"").statusCode());
        assertEquals(412, wang.send("DELETE", entry, null, "If-Match", "\"v1\"").statusCode());
        assertEquals("unanswered", outcome());
        assertTrue(json(200, wang.get(THESAURUS))
                .getJsonArray("entries")
                .getJsonObject(0)
                .getBoolean("withdrawn"));
    }

    @Test
    void line_thatIsNoEntry_isRefused() {
        for (String line :
                List.of("单独", "车 => 机动车", "甲乙 => 丙丁 => 戊己", "甲乙,,丙丁", "# 甲乙 => 丙丁", "甲乙 =>", "甲乙 => 丙丁\n戊己 => 庚辛")) {
            HttpResponse<String> refused = wang.send(
                    "POST", THESAURUS, new JsonObject().put("line", line).encode());
            assertEquals(400, refused.statusCode(), line + refused.body());
        }
    }

    @Test
    void row_isClearedByAnEntry_andTheQuestionIsAnswered() {
        ask(QUESTION, QUESTION);
        Page page = open(Chromium.visitor(), "/desk/queue");
        assertThat(page.locator(".group")).hasCount(1);
        assertThat(page.locator(".group")).containsText("问过 2 次：没有答上 2");
        page.locator(".clauses").click();
        assertThat(page.locator("#query")).hasValue(QUESTION);
        assertThat(page.locator(".clause-row").first()).isFocused();
        page.goBack();
        page.locator(".entry").click();
        page.locator(".work input").fill(LINE);
        assertThat(page.locator(".save")).isDisabled();
        page.locator(".try").click();
        assertThat(page.locator(".work")).containsText("试了 77 个问题");
        assertThat(page.locator(".then")).containsText("第十二条");
        page.locator(".save").click();
        assertThat(page.locator("#trouble [role=status]")).containsText("已添加");
        assertThat(page.locator(".group")).hasCount(0);
        assertThat(page.locator("#entries")).containsText(LINE);

        Page citizen = chromium.open(Chromium.visitor(), running.service.base() + "/?q=" + QUESTION);
        assertThat(citizen.locator("h3.found")).hasText("《示例市电梯安全管理办法》第十二条");
    }

    @Test
    void everyPage_fitsEverybody() {
        ask(QUESTION, "月亮上有没有兔子");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280}) {
                Page page = open(Chromium.visitor(width, 900).setColorScheme(scheme), "/desk/queue");
                page.locator(".entry").first().click();
                page.locator(".work input").first().fill(LINE);
                page.locator(".try").first().click();
                assertThat(page.locator(".then")).isVisible();
                page.locator(".aside").last().click();
                Chromium.assertFitsEverybody(
                        page, "desk-queue-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
    }

    private Page open(Browser.NewContextOptions visitor, String path) {
        Page page = chromium.open(visitor, running.service.base() + "/desk/sign-in");
        wang.open(page, path);
        return page;
    }

    private void ask(String... questions) {
        for (String question : questions) {
            json(200, running.service.ask(RunningService.question(question)));
        }
        running.keep();
    }

    private String outcome() {
        return json(200, running.service.ask(RunningService.question(QUESTION))).getString("outcome");
    }

    private JsonArray groups(String path) {
        return json(200, wang.get(path)).getJsonArray("groups");
    }

    private HttpResponse<String> decide(String path, String state, String reason, String version) {
        return wang.send(
                "PUT",
                path,
                new JsonObject().put("state", state).put("reason", reason).encode(),
                "If-Match",
                "\"" + version + "\"");
    }

    private static JsonObject json(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }
}
