package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;
import wenju.store.StoredNotice;

@ExtendWith(VertxExtension.class)
class NoticesApiTest {
    private static RunningService service;
    private static Contract contract;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx);
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void list_leadsFromPageToPage() {
        JsonObject first = list("/api/v1/notices?limit=2");
        assertEquals(2, first.getJsonArray("notices").size());

        JsonObject second = list(first.getString("next"));
        assertEquals(
                SampleNotices.OLD_LIFTS.notice().id(),
                second.getJsonArray("notices").getJsonObject(0).getString("id"));
        assertNull(second.getString("next"));
    }

    @Test
    void list_keepsItsFiltersOnTheNextPage() {
        String kind = "%E9%80%9A%E7%9F%A5";
        JsonObject page = list("/api/v1/notices?limit=1&status=repealed&kind=" + kind);
        assertEquals(new JsonArray(), page.getJsonArray("notices"));

        assertEquals(
                "/api/v1/notices?limit=1&after=1",
                list("/api/v1/notices?limit=1").getString("next"));
        JsonObject repealed =
                list("/api/v1/notices?status=repealed").getJsonArray("notices").getJsonObject(0);
        assertEquals("示政〔2011〕5号", repealed.getString("documentNumber"));
        assertEquals("2020-05-01", repealed.getJsonObject("validity").getString("since"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=201, limit, 不能大于 200",
        "limit=x, limit, 应为整数",
        "year=20, year, 不能小于 1900",
        "'status=dead', status, 应为 inForce、notYetEffective、expired、repealed、partlyAmended、unknown 之一",
        "isuer=x, isuer, 没有这个查询参数",
    })
    void list_withAnotherQueryThanTheContracts_isRefused(String query, String parameter, String detail) {
        HttpResponse<String> response = service.get("/api/v1/notices?" + query);

        assertEquals(400, response.statusCode());
        JsonObject problem = Schemas.assertIs(contract, "Problem", response.body());
        assertEquals(
                new JsonArray().add(new JsonObject().put("parameter", parameter).put("detail", detail)),
                problem.getJsonArray("errors"));
    }

    @Test
    void notice_isWhole() {
        StoredNotice stored = SampleNotices.LIFTS;
        HttpResponse<String> response =
                service.get("/api/v1/notices/" + stored.notice().id());

        JsonObject notice = Schemas.assertIs(contract, "NoticeText", response.body());
        assertEquals("示例市人民政府令第12号", notice.getString("documentNumber"));
        assertEquals(4, notice.getJsonArray("passages").size());
        assertEquals(
                new JsonArray().add(21).add(29),
                notice.getJsonArray("passages").getJsonObject(2).getJsonArray("lines"));
        assertEquals(
                new JsonObject()
                        .put("level", 1)
                        .put("heading", "第三章 维护保养")
                        .put("passageId", SampleNotices.article12().id()),
                notice.getJsonArray("outline").getJsonObject(1));
        assertEquals(
                List.of(
                        Map.of("kind", "repeals", "name", "《示例市电梯管理暂行规定》（示政〔2011〕5号）"),
                        Map.of("kind", "cites", "name", "《示例省特种设备条例》")),
                notice.getJsonArray("relations").stream()
                        .map(JsonObject.class::cast)
                        .map(relation -> Map.of("kind", relation.getString("kind"), "name", relation.getString("name")))
                        .toList());
        assertEquals(
                "/notices/" + SampleNotices.OLD_LIFTS.notice().id(),
                notice.getJsonArray("relations").getJsonObject(0).getString("url"));
    }

    @Test
    void notice_thatIsUnknown_isNotFound() {
        HttpResponse<String> response = service.get("/api/v1/notices/000000000000");

        assertEquals(404, response.statusCode());
        assertEquals(
                "/problems/notice-not-found",
                Schemas.assertIs(contract, "Problem", response.body()).getString("type"));
    }

    @Test
    void store_thatIsAway_isUnavailable(Vertx vertx) {
        Notices away = new Notices() {
            @Override
            public Future<NoticePage> list(NoticeFilter filter) {
                return Future.failedFuture(new UnavailableException(new ConnectException("10.0.0.7:5432")));
            }

            @Override
            public Future<Optional<StoredNotice>> find(String id) {
                return Future.failedFuture(new UnavailableException(new ConnectException("10.0.0.7:5432")));
            }
        };
        RunningService alone = RunningService.start(vertx, RunningService.collaborators(RunningService::answer, away));

        HttpResponse<String> response = alone.get("/api/v1/notices");

        assertEquals(503, response.statusCode());
        JsonObject problem = Schemas.assertIs(contract, "Problem", response.body());
        assertEquals("/problems/store-unavailable", problem.getString("type"));
        assertEquals("数据库暂时连不上，请在 10 秒后再试。", problem.getString("detail"));
        assertEquals("10", response.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(
                200,
                alone.ask(RunningService.question(RunningService.QUESTION)).statusCode(),
                "questions are still answered");
    }

    private static JsonObject list(String address) {
        HttpResponse<String> response = service.get(address);
        assertEquals(200, response.statusCode(), response.body());
        return Schemas.assertIs(contract, "NoticeList", response.body());
    }
}
