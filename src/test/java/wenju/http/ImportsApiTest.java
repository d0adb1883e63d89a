package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenju.store.Scope;

@ExtendWith(VertxExtension.class)
class ImportsApiTest {
    private static final Integrators INTEGRATORS = new Integrators();
    private static RunningService service;
    private static Contract contract;
    private static String key;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx, RunningService.collaborators(INTEGRATORS.integrations()));
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
        key = INTEGRATORS.key(Scope.NOTICES_WRITE);
    }

    @Test
    void import_isAcceptedAndCanBeFollowed() {
        HttpResponse<String> accepted = send("file", "a.txt", "true");

        assertEquals(202, accepted.statusCode(), accepted.body());
        JsonObject job = Schemas.assertIs(contract, "Import", accepted.body());
        assertEquals(true, job.getBoolean("dryRun"));
        String location = accepted.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> now = service.get(location, "Authorization", key);
        assertEquals(200, now.statusCode());
        assertEquals(
                "没有认出任何一份文件",
                Schemas.assertIs(contract, "Import", now.body())
                        .getJsonArray("reports")
                        .getJsonObject(0)
                        .getString("reason"));
    }

    @ParameterizedTest
    @CsvSource({
        "file, busy.txt, false, 409, /problems/gazette-busy",
        "file, full.txt, false, 503, /problems/too-many-imports",
        "file, reused.txt, false, 422, /problems/idempotency-key-reused",
        "file, a.exe, false, 400, /problems/invalid-request",
        "file, ../a.txt, false, 400, /problems/invalid-request",
        "other, a.txt, false, 400, /problems/invalid-request",
        "file, a.txt, maybe, 400, /problems/invalid-request",
    })
    void import_thatCannotBe_isRefused(String field, String name, String dryRun, int status, String type) {
        HttpResponse<String> response = send(field, name, dryRun);
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                type, Schemas.assertIs(contract, "Problem", response.body()).getString("type"));
    }

    @Test
    void import_forWhichThereIsNoRoom_isToldWhenToComeAgain() {
        HttpResponse<String> full = send("file", "full.txt", "true");
        assertEquals("10", full.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void import_above32MiB_isTooLarge() {
        HttpResponse<String> response = service.post(
                Bodies.UPLOADS,
                "x".repeat(Bodies.MAX_UPLOAD_BYTES + 1),
                "Authorization",
                key,
                "Content-Type",
                "multipart/form-data; boundary=b");
        assertEquals(413, response.statusCode(), response.body());
        assertEquals("/problems/body-too-large", new JsonObject(response.body()).getString("type"));
    }

    @Test
    void anotherMediaType_isUnsupported() {
        HttpResponse<String> response =
                service.post(Bodies.UPLOADS, "{}", "Authorization", key, "Content-Type", "application/json");
        assertEquals(415, response.statusCode(), response.body());
    }

    @Test
    void unknownImport_isNotFound() {
        HttpResponse<String> response = service.get(Bodies.UPLOADS + "/nothing", "Authorization", key);
        assertEquals(404, response.statusCode());
        assertEquals("/problems/import-not-found", new JsonObject(response.body()).getString("type"));
    }

    private static HttpResponse<String> send(String field, String name, String dryRun) {
        String body = """
                --b\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                示例市人民政府令\r
                --b\r
                Content-Disposition: form-data; name="dryRun"\r
                \r
                %s\r
                --b--\r
                """.formatted(field, name, dryRun);
        return service.post(
                Bodies.UPLOADS, body, "Authorization", key, "Content-Type", "multipart/form-data; boundary=b");
    }
}
