package wenju.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenju.answer.Answer;
import wenju.answer.Question;

@ExtendWith(VertxExtension.class)
class AskApiTest {
    private static RunningService service;
    private static Contract contract;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void question_thatIsAnswered_bringsTheClauseWithItsSource() {
        HttpResponse<String> response = service.ask(RunningService.question(RunningService.QUESTION));

        assertEquals(200, response.statusCode());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
        JsonObject answer = Schemas.assertIs(contract, "Answer", response.body());
        assertEquals("answered", answer.getString("outcome"));
        JsonObject first = answer.getJsonArray("excerpts").getJsonObject(0);
        JsonArray clause = first.getJsonArray("clause");
        assertEquals(
                SampleNotices.article12().text(),
                first.getString("text").substring(clause.getInteger(0), clause.getInteger(1)));
        JsonArray highlight = first.getJsonArray("highlights").getJsonArray(0);
        assertEquals("维护保养单位", first.getString("text").substring(highlight.getInteger(0), highlight.getInteger(1)));
        JsonObject citation = first.getJsonObject("citation");
        assertEquals("第三章 第十二条", citation.getString("locator"));
        assertEquals("2020-03-01", citation.getString("issuedOn"));
        assertEquals(
                "/notices/" + SampleNotices.LIFTS.notice().id() + "#"
                        + SampleNotices.article12().id(),
                citation.getString("url"));
        assertEquals("inForce", citation.getJsonObject("validity").getString("status"));
    }

    @Test
    void question_withATypingError_isCorrectedUnlessAskedVerbatim() {
        JsonObject body = new JsonObject().put("question", RunningService.MISTYPED);
        JsonObject corrected =
                Schemas.assertIs(contract, "Answer", service.ask(body.encode()).body());
        assertEquals(RunningService.QUESTION, corrected.getString("understoodAs"));
        assertEquals(
                new JsonArray().add(new JsonObject().put("from", "维维保").put("to", "维保")),
                corrected.getJsonArray("corrections"));

        JsonObject asTyped = Schemas.assertIs(
                contract,
                "Answer",
                service.ask(body.put("verbatim", true).encode()).body());
        assertEquals(RunningService.MISTYPED, asTyped.getString("understoodAs"));
        assertEquals(new JsonArray(), asTyped.getJsonArray("corrections"));
    }

    @Test
    void question_thatIsNotAnswered_isUnanswered() {
        JsonObject answer = Schemas.assertIs(
                contract,
                "Answer",
                service.ask(RunningService.question("今天下雨吗")).body());

        assertEquals("unanswered", answer.getString("outcome"));
        assertEquals(new JsonArray(), answer.getJsonArray("excerpts"));
        assertEquals(new JsonArray().add(RunningService.QUESTION), answer.getJsonArray("suggestions"));
    }

    @Test
    void request_arrivesWhole(Vertx vertx) {
        var asked = new AtomicReference<Question>();
        RunningService listening = RunningService.start(
                vertx,
                RunningService.collaborators(
                        question -> {
                            asked.set(question);
                            return RunningService.answer(question);
                        },
                        RunningService.SampleNoticesInMemory.INSTANCE));

        listening.ask("""
                {"question": " cafe\u0301 ", "history": ["早先"], "limit": 3,
                 "filters": {"jurisdiction": "示例市", "issuedFrom": "2016-01-01", "inForceOnly": true, "asOf": "2020-02-29"}}""");

        Question question = asked.get();
        assertAll(
                () -> assertEquals("caf\u00e9", question.text(), "in NFC, stripped"),
                () -> assertEquals(List.of("早先"), question.history()),
                () -> assertEquals(3, question.limit()),
                () -> assertEquals("示例市", question.filters().jurisdiction()),
                () -> assertEquals(
                        "2016-01-01", String.valueOf(question.filters().issuedFrom())),
                () -> assertTrue(question.filters().inForceOnly()),
                () -> assertEquals(
                        "2020-02-29", String.valueOf(question.filters().asOf())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                    | #/question            | 缺少这一项",
                "{\"question\": \"\"}                                  | #/question            | 不能为空",
                "{\"question\": \" \\u3000\\n\"}                       | #/question            | 不能为空",
                "{\"question\": 7}                                     | #/question            | 应为字符串",
                "{\"question\": \"问\", \"topK\": 3}                   | #/topK                | 没有这一项",
                "{\"question\": \"问\", \"limit\": 0}                  | #/limit               | 不能小于 1",
                "{\"question\": \"问\", \"limit\": 21}                 | #/limit               | 不能大于 20",
                "{\"question\": \"问\", \"limit\": 1.5}                | #/limit               | 应为整数",
                "{\"question\": \"问\", \"history\": [\"a\", \"\"]}    | #/history/1           | 不能为空",
                "{\"question\": \"问\", \"filters\": {\"isuer\": 1}}   | #/filters/isuer       | 没有这一项",
                "{\"question\": \"问\", \"filters\": {\"asOf\": \"2021-02-30\"}} | #/filters/asOf | 应为日期，形如 2026-11-20",
                "{\"question\": \"问\", \"filters\": {\"issuedFrom\": \"2021-02-02\", \"issuedTo\": \"2021-02-01\"}}"
                        + " | #/filters/issuedTo | 不能早于 issuedFrom",
                "[]                                                    | #                     | 应为对象",
            })
    void request_thatBreaksTheContract_isToldWhereAndWhy(String body, String pointer, String detail) {
        JsonObject problem = problem(service.ask(body), 400, "/problems/invalid-request");

        assertEquals(
                new JsonArray().add(new JsonObject().put("pointer", pointer).put("detail", detail)),
                problem.getJsonArray("errors"));
    }

    @Test
    void request_withSeveralMistakes_isToldAll() {
        String body = new JsonObject()
                .put("question", "问".repeat(501))
                .put("limit", 50)
                .put("history", new JsonArray(Collections.nCopies(11, "问")))
                .encode();

        JsonArray errors =
                problem(service.ask(body), 400, "/problems/invalid-request").getJsonArray("errors");

        assertEquals(
                Map.of("#/question", "不能超过 500 个字符", "#/limit", "不能大于 20", "#/history", "不能超过 10 项"),
                errors.stream()
                        .map(JsonObject.class::cast)
                        .collect(Collectors.toMap(
                                error -> error.getString("pointer"), error -> error.getString("detail"))));
    }

    @Test
    void question_isCountedInUtf16Units() {
        assertEquals(200, service.ask(RunningService.question("😀".repeat(250))).statusCode());
        JsonObject problem =
                problem(service.ask(RunningService.question("😀".repeat(251))), 400, "/problems/invalid-request");
        assertEquals(
                "不能超过 500 个字符", problem.getJsonArray("errors").getJsonObject(0).getString("detail"));
    }

    @ParameterizedTest
    @CsvSource({"{\"question\":", "{} {}", "问"})
    void body_thatIsNotJson_isMalformed(String body) {
        problem(service.ask(body), 400, "/problems/malformed-json");
    }

    @Test
    void body_thatIsMissing_isInvalid() {
        JsonObject problem = problem(service.ask(""), 400, "/problems/invalid-request");
        assertEquals("#", problem.getJsonArray("errors").getJsonObject(0).getString("pointer"));
    }

    @Test
    void body_ofAnotherType_isUnsupported() {
        problem(
                service.ask(RunningService.question("问"), "Content-Type", "text/plain"),
                415,
                "/problems/unsupported-media-type");
    }

    @Test
    void body_above64KiB_isTooLarge() {
        problem(service.ask(RunningService.question("问".repeat(30_000))), 413, "/problems/body-too-large");
    }

    @Test
    void method_thatIsNotTheContracts_isNotAllowed() {
        HttpResponse<String> response = service.get("/api/v1/ask");
        problem(response, 405, "/problems/method-not-allowed");
        assertEquals("POST", response.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void path_thatIsUnknown_isNotFound() {
        problem(service.get("/api/v1/nothing"), 404, "/problems/not-found");
    }

    @Test
    void failureWithin_isHiddenFromTheClient(Vertx vertx) {
        RunningService failing = RunningService.start(
                vertx,
                RunningService.collaborators(
                        question -> {
                            throw new IllegalStateException("secret detail of the index");
                        },
                        RunningService.SampleNoticesInMemory.INSTANCE));

        HttpResponse<String> response = failing.ask(RunningService.question("问"));

        problem(response, 500, "/problems/internal-error");
        assertFalse(response.body().contains("secret"), response.body());
    }

    @Test
    void answer_thatMissesItsDeadline_isTooSlow(Vertx vertx) {
        var release = new CountDownLatch(1);
        RunningService slow = waiting(vertx, release, new HttpSettings(0, 0, 9, Duration.ofMillis(50), Embedding.NONE));
        try {
            HttpResponse<String> response = slow.ask(RunningService.question("问"));
            problem(response, 503, "/problems/too-slow");
            assertEquals("2", response.headers().firstValue("Retry-After").orElseThrow());
        } finally {
            release.countDown();
        }
    }

    @Test
    void question_beyondTheNumberInFlight_isRefusedAsBusy(Vertx vertx) throws Exception {
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        RunningService busy = RunningService.start(
                vertx,
                RunningService.collaborators(
                        question -> {
                            entered.countDown();
                            return answerAfter(release, question);
                        },
                        RunningService.SampleNoticesInMemory.INSTANCE),
                new HttpSettings(0, 0, 1, Duration.ofSeconds(30), Embedding.NONE));
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> busy.ask(RunningService.question("问")));
        entered.await();

        HttpResponse<String> second = busy.ask(RunningService.question("问"));
        release.countDown();

        problem(second, 503, "/problems/busy");
        assertEquals("1", second.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, first.join().statusCode());
    }

    @Test
    void question_beforeTheNoticesAreLoaded_isRefused(Vertx vertx) {
        Collaborators starting = new Collaborators(
                RunningService::answer,
                RunningService.SampleNoticesInMemory.INSTANCE,
                new AnswersInMemory(),
                () -> new Readiness(Readiness.Status.STARTING, Map.of()),
                List::of,
                typed -> List.of(),
                Collaborators.CHINA);

        HttpResponse<String> response = RunningService.start(vertx, starting).ask(RunningService.question("维保"));

        problem(response, 503, "/problems/not-ready");
    }

    private static RunningService waiting(Vertx vertx, CountDownLatch release, HttpSettings settings) {
        return RunningService.start(
                vertx,
                RunningService.collaborators(
                        question -> answerAfter(release, question), RunningService.SampleNoticesInMemory.INSTANCE),
                settings);
    }

    private static Answer answerAfter(CountDownLatch release, Question question) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return RunningService.answer(question);
    }

    private static JsonObject problem(HttpResponse<String> response, int status, String type) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
        JsonObject problem = Schemas.assertIs(contract, "Problem", response.body());
        assertEquals(type, problem.getString("type"));
        assertEquals(status, problem.getInteger("status"));
        return problem;
    }
}
