package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With an edition of the contract in which one operation is on its way out. */
@ExtendWith(VertxExtension.class)
class RetirementTest {
    @Test
    void deprecatedOperation_saysSinceAndUntilWhen(Vertx vertx) {
        RunningService service = RunningService.start(vertx, at -> retiring(at, "2026-11-01", "2027-06-01"));

        for (String path : new String[] {"/api/v1/suggest?q=x", "/api/v1/suggest"}) {
            HttpResponse<String> response = service.get(path);
            assertEquals("@1793491200", header(response, "Deprecation").orElseThrow());
            assertEquals(
                    "Tue, 01 Jun 2027 00:00:00 GMT", header(response, "Sunset").orElseThrow());
            assertEquals(
                    "</api#suggest>; rel=\"deprecation\"; type=\"text/html\"",
                    header(response, "Link").orElseThrow());
        }
        assertTrue(service.get("/api").body().contains("已弃用，2027-06-01 停用"));
    }

    @Test
    void otherOperations_sayNothing(Vertx vertx) {
        RunningService service = RunningService.start(vertx, at -> retiring(at, "2026-11-01", "2027-06-01"));

        HttpResponse<String> response = service.get("/api/v1/notices");
        assertEquals(200, response.statusCode());
        assertEquals(Optional.empty(), header(response, "Deprecation"));
        assertEquals(Optional.empty(), header(response, "Sunset"));
    }

    @Test
    void deprecationWithoutItsEnd_failsTheStart(Vertx vertx) {
        assertThrows(RuntimeException.class, () -> RunningService.start(vertx, at -> retiring(at, "2026-11-01", null)));
    }

    private static Future<Contract> retiring(Vertx vertx, String since, String sunset) {
        return Contract.load(vertx).compose(current -> {
            JsonObject document = current.document().copy();
            JsonObject suggest = document.getJsonObject("paths")
                    .getJsonObject("/api/v1/suggest")
                    .getJsonObject("get")
                    .put("deprecated", true)
                    .put(Retirement.SINCE, since);
            if (sunset != null) {
                suggest.put(Retirement.SUNSET, sunset);
            }
            // JSON is YAML.
            return Contract.of(vertx, document.toBuffer());
        });
    }

    private static Optional<String> header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name);
    }
}
