package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenju.store.Feedback;

@ExtendWith(VertxExtension.class)
class FeedbackApiTest {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final AnswersInMemory answers = new AnswersInMemory();
    private RunningService service;

    @BeforeEach
    void start(Vertx vertx) {
        service = RunningService.start(
                vertx,
                RunningService.collaborators(
                        RunningService::answer, RunningService.SampleNoticesInMemory.INSTANCE, answers));
    }

    @Test
    void answer_isGivenToWhoeverKeepsIt() {
        String body = new JsonObject()
                .put("question", "电梯维保单位义务是什么")
                .put("conversation", "3fJ8yTq0LwZr5VbN")
                .encode();
        String id = new JsonObject(service.ask(body).body()).getString("id");
        service.get("/?q=%E4%BB%8A%E5%A4%A9");

        assertEquals(2, answers.given.size());
        assertEquals(id, answers.given.getFirst().id());
        assertEquals("3fJ8yTq0LwZr5VbN", answers.given.getFirst().conversation());
    }

    @Test
    void feedback_toAnAnswerThatWasGivenIsKept() {
        HttpResponse<String> response =
                feedback(asked(), "{\"helpful\": false, \"reason\": \"outdated\", \"comment\": \"打13800138000\"}");

        assertEquals(204, response.statusCode());
        assertEquals("", response.body());
        assertEquals(List.of(new Feedback(null, false, "outdated", "打［手机号］")), answers.feedback);
    }

    @Test
    void feedback_toOneExcerptIsKeptWithIt() {
        String excerpt = SampleNotices.article12().id();

        assertEquals(
                204,
                feedback(asked(), "{\"helpful\": true, \"passageId\": \"" + excerpt + "\"}")
                        .statusCode());

        assertEquals(List.of(new Feedback(excerpt, true, null, "")), answers.feedback);
    }

    @Test
    void feedback_toAnExcerptThatWasNotShownIsRefused() {
        HttpResponse<String> response = feedback(asked(), "{\"helpful\": true, \"passageId\": \"another-1\"}");

        assertProblem(response, 400, "invalid-request");
        assertTrue(response.body().contains("#/passageId"), response.body());
        assertEquals(List.of(), answers.feedback);
    }

    @Test
    void feedback_toAnUnknownAnswerIsRefused() {
        assertProblem(feedback(UNKNOWN, "{\"helpful\": true}"), 404, "answer-not-found");
    }

    @Test
    void feedback_whileTheDatabaseIsAwayIsToBeTriedAgain() {
        String id = asked();
        answers.away = true;

        HttpResponse<String> response = feedback(id, "{\"helpful\": true}");

        assertProblem(response, 503, "store-unavailable");
        assertTrue(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()) > 0);
        assertEquals(List.of(), answers.feedback);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000000-0000-4000-8000-00000000000 | {\"helpful\": true}",
                UNKNOWN + " | {}",
                UNKNOWN + " | {\"helpful\": \"ja\"}",
                UNKNOWN + " | {\"helpful\": true, \"reason\": \"because\"}",
                UNKNOWN + " | {\"helpful\": true, \"stars\": 5}"
            })
    void feedback_thatBreaksTheContractIsRefused(String id, String body) {
        assertProblem(feedback(id, body), 400, "invalid-request");
    }

    @Test
    void conversation_thatCouldBeGuessedIsRefused() {
        HttpResponse<String> response = service.ask("{\"question\": \"电梯\", \"conversation\": \"me\"}");

        assertProblem(response, 400, "invalid-request");
        assertTrue(response.body().contains("#/conversation"), response.body());
    }

    private String asked() {
        return new JsonObject(service.ask(RunningService.question(RunningService.QUESTION))
                        .body())
                .getString("id");
    }

    private HttpResponse<String> feedback(String id, String body) {
        return service.post("/api/v1/answers/" + id + "/feedback", body, "Content-Type", "application/json");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("/problems/" + slug, new JsonObject(response.body()).getString("type"));
    }
}
