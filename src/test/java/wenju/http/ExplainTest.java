package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import wenju.answer.Answerer;
import wenju.search.LuceneIndex;
import wenju.search.Samples;

@ExtendWith(VertxExtension.class)
class ExplainTest {
    @TempDir
    Path directory;

    private LuceneIndex index;
    private RunningService service;
    private Contract contract;

    @BeforeEach
    void start(Vertx vertx) {
        index = LuceneIndex.open(directory);
        index.apply(Samples.all(), List.of(), 1);
        var answerer = new Answerer(index);
        service = RunningService.start(
                vertx, RunningService.collaborators(answerer::answer, RunningService.SampleNoticesInMemory.INSTANCE));
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void explain_answered_tellsReasonsOfEachExcerptAndOfAnswering() {
        JsonObject answer = ask("?explain=true", "电梯维保单位义务是什么");
        JsonObject explanation = answer.getJsonObject("explanation");
        assertTrue(explanation.getDouble("chance") >= explanation.getDouble("threshold"));
        assertTrue(explanation.getJsonArray("reasons").encode().contains("说到所问的事项"));
        JsonObject first = answer.getJsonArray("excerpts").getJsonObject(0);
        assertTrue(first.getJsonArray("reasons").encode().contains("检索得分"));
    }

    @Test
    void explain_unanswered_tellsWhy() {
        JsonObject explanation = ask("?explain=true", "光合作用的化学方程式是什么").getJsonObject("explanation");
        assertTrue(explanation.getDouble("chance") < explanation.getDouble("threshold"));
        assertTrue(explanation.getJsonArray("reasons").encode().contains("提问中文件没有说到的"));
        assertTrue(ask("?explain=true", "你好").encode().contains("是寒暄"));
        assertTrue(ask("?explain=true", "示政办〔1999〕9号规定了什么").encode().contains("没有收录所说文号的文件"));
    }

    @Test
    void explain_notAsked_isAbsent() {
        for (String query : List.of("", "?explain=false")) {
            JsonObject answer = ask(query, "电梯维保单位义务是什么");
            assertFalse(answer.containsKey("explanation"));
            assertFalse(answer.getJsonArray("excerpts").getJsonObject(0).containsKey("reasons"));
        }
    }

    @Test
    void explain_neitherTrueNorFalse_isRefused() {
        HttpResponse<String> response = service.post(
                "/api/v1/ask?explain=maybe", RunningService.question("电梯"), "Content-Type", "application/json");
        assertEquals(400, response.statusCode());
    }

    private JsonObject ask(String query, String question) {
        HttpResponse<String> response = service.post(
                "/api/v1/ask" + query, RunningService.question(question), "Content-Type", "application/json");
        assertEquals(200, response.statusCode(), response.body());
        return Schemas.assertIs(contract, "Answer", response.body());
    }
}
