package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import wenju.notice.ApprovedAnswer;
import wenju.notice.AssumedTerms;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.KnowledgeWatch;
import wenju.store.Role;
import wenju.store.SharedDatabase;
import wenju.store.StandardAnswerStore;

/** Standard answers over HTTP and a real database: two editors, a citizen, a notice that changes. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class StandardAnswersApiIT {
    private static final String ANSWERS = "/api/v1/desk/answers";
    private static final String QUESTION = "电梯维保多久到现场救人";
    private static final String PASSAGE = SampleNotices.article12().id();

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
    void close() {
        running.close();
    }

    @Test
    void answer_isShownOnceASecondEditorApproved_untilItsClauseChanges() {
        JsonObject written = created(wang.send("POST", ANSWERS, draft("三十分钟内到场。")));
        String id = written.getString("id");
        assertTrue(written.getBoolean("waits"));
        assertEquals("write_standard_answer wang " + id, DeskAccounts.lastAudit(database));
        assertFalse(asked().containsKey("approved"));

        assertProblem(409, "not-approvable", approve(wang, id, "\"v1\""));
        HttpResponse<String> approved = approve(li, id, "\"v1\"");
        assertEquals(200, approved.statusCode(), approved.body());
        assertEquals("\"v2\"", approved.headers().firstValue("ETag").orElseThrow());
        assertEquals("approve_standard_answer li " + id, DeskAccounts.lastAudit(database));

        JsonObject shown = asked().getJsonObject("approved");
        assertEquals("三十分钟内到场。", shown.getString("text"));
        assertEquals(PASSAGE, shown.getJsonArray("citations").getJsonObject(0).getString("passageId"));

        running.changeArticle12("三十分钟", "二十分钟");
        assertFalse(asked().containsKey("approved"));
        JsonObject aside = listed(id);
        assertEquals("changed", aside.getString("lapse"));
        assertEquals(null, aside.getValue("inUse"));
        assertEquals("lapse_standard_answer wenju " + id, DeskAccounts.lastAudit(database));
    }

    @Test
    void newDraft_leavesWhatIsApprovedInUse_andWhoeverWroteSomeOfItCannotApprove() {
        String id = created(wang.send("POST", ANSWERS, draft("三十分钟内到场。"))).getString("id");
        approve(li, id, "\"v1\"");
        assertEquals(
                200,
                li.send("PUT", ANSWERS + "/" + id, draft("半小时内到场。"), "If-Match", "\"v2\"")
                        .statusCode());
        assertEquals(
                200,
                wang.send("PUT", ANSWERS + "/" + id, draft("半小时到。"), "If-Match", "\"v3\"")
                        .statusCode());

        assertEquals("三十分钟内到场。", asked().getJsonObject("approved").getString("text"));
        assertProblem(409, "not-approvable", approve(li, id, "\"v4\""));
        assertProblem(409, "not-approvable", approve(wang, id, "\"v4\""));
        SignedIn zhao = SignedIn.as(Role.EDITOR, "zhao", running.service, database);
        assertEquals(200, approve(zhao, id, "\"v4\"").statusCode());
        assertEquals("半小时到。", asked().getJsonObject("approved").getString("text"));

        assertEquals(
                200,
                li.send("DELETE", ANSWERS + "/" + id, null, "If-Match", "\"v5\"")
                        .statusCode());
        assertFalse(asked().containsKey("approved"));
        assertTrue(listed(id).getBoolean("withdrawn"));
    }

    @Test
    void twoEditors_theSecondIsToldAndNothingIsOverwritten() {
        String id = created(wang.send("POST", ANSWERS, draft("三十分钟内到场。"))).getString("id");
        wang.send("PUT", ANSWERS + "/" + id, draft("半小时内到场。"), "If-Match", "\"v1\"");
        assertProblem(
                412, "changed-meanwhile", li.send("PUT", ANSWERS + "/" + id, draft("别的话。"), "If-Match", "\"v1\""));
        assertProblem(412, "changed-meanwhile", approve(li, id, "\"v1\""));
        assertProblem(412, "changed-meanwhile", li.send("DELETE", ANSWERS + "/" + id, null, "If-Match", "\"v1\""));
        assertProblem(412, "changed-meanwhile", approve(li, "s000000000000", "\"v1\""));
        assertProblem(428, "version-required", li.send("PUT", ANSWERS + "/" + id, draft("别的话。")));
        assertEquals("半小时内到场。", listed(id).getString("text"));
    }

    @Test
    void draft_thatChangedUnderItsAuthor_cannotBeApproved() {
        String id = created(wang.send("POST", ANSWERS, draft("三十分钟内到场。"))).getString("id");
        running.changeArticle12("三十分钟", "二十分钟");
        assertProblem(409, "not-approvable", approve(li, id, "\"v1\""));
    }

    @Test
    void draft_withoutClauseOrPastItsDay_isRefused() {
        assertProblem(
                400, "invalid-request", wang.send("POST", ANSWERS, draft("有。").replace(PASSAGE, "nowhere-3")));
        assertProblem(
                400, "invalid-request", wang.send("POST", ANSWERS, draft("有。").replace(PASSAGE, "x'; --")));
        String today = LocalDate.now(Collaborators.CHINA).toString();
        assertProblem(
                400,
                "invalid-request",
                wang.send(
                        "POST",
                        ANSWERS,
                        new JsonObject(draft("有。")).put("reviewOn", today).encode()));
        assertProblem(400, "invalid-request", wang.send("POST", ANSWERS, "{\"text\": \"有。\"}"));
    }

    @Test
    void clauses_areFoundByWordsAndByAddress() {
        for (String wanted : new String[] {"%E7%BB%B4%E6%8A%A4%E4%BF%9D%E5%85%BB", "/notices/x%23" + PASSAGE}) {
            JsonArray found =
                    new JsonObject(wang.get("/api/v1/desk/clauses?q=" + wanted).body()).getJsonArray("clauses");
            assertEquals(PASSAGE, found.getJsonObject(0).getString("passageId"), wanted);
        }
    }

    @Test
    void otherNode_knowsToo_andRemembersWhileTheDatabaseIsAway(Vertx vertx) throws Exception {
        Path memory = directory.resolve("knowledge.json");
        var standards = new StandardAnswerStore(database, AssumedTerms.NONE);
        KnowledgeWatch other = await(KnowledgeWatch.open(database, standards, memory, Collaborators.CHINA));
        other.follow();
        String id = created(wang.send("POST", ANSWERS, draft("三十分钟内到场。"))).getString("id");
        approve(li, id, "\"v1\"");
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (other.approved().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertEquals(1, other.approved().size());
        await(other.close());

        KnowledgeWatch again = await(KnowledgeWatch.open(database, standards, memory, Collaborators.CHINA));
        assertEquals(other.approved(), again.approved());
        assertEquals(
                id,
                again.approved().stream().map(ApprovedAnswer::id).findFirst().orElseThrow());

        Files.writeString(memory, "{\"approved\": 3");
        assertEquals(
                0,
                await(KnowledgeWatch.open(database, standards, memory, Collaborators.CHINA))
                        .approved()
                        .size());
    }

    private HttpResponse<String> approve(SignedIn editor, String id, String version) {
        return editor.send("POST", ANSWERS + "/" + id + "/approval", null, "If-Match", version);
    }

    private JsonObject asked() {
        HttpResponse<String> response = running.service.ask(RunningService.question(QUESTION));
        assertEquals(200, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }

    private JsonObject listed(String id) {
        return new JsonObject(wang.get(ANSWERS).body())
                .getJsonArray("answers").stream()
                        .map(JsonObject.class::cast)
                        .filter(answer -> answer.getString("id").equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private static JsonObject created(HttpResponse<String> response) {
        assertEquals(201, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }

    private static String draft(String text) {
        return new JsonObject()
                .put("wordings", new JsonArray().add(QUESTION))
                .put("text", text)
                .put("passageIds", new JsonArray().add(PASSAGE))
                .put("reviewOn", LocalDate.now(Collaborators.CHINA).plusYears(1).toString())
                .encode();
    }

    private static void assertProblem(int status, String type, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains("/problems/" + type), response.body());
    }
}
