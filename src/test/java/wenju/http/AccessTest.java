package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.store.KeySecret;
import wenju.store.Scope;

/** Walks over the operations of the contract, so that none can be forgotten. */
@ExtendWith(VertxExtension.class)
class AccessTest {
    private static final Integrators INTEGRATORS = new Integrators();
    private static RunningService service;
    private static Contract contract;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx, RunningService.collaborators(INTEGRATORS.integrations()));
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void everyOperationOfTheApi_saysWhoMayUseIt() {
        List<String> silent = contract.openApi().operations().stream()
                .filter(operation -> contract.security(operation).isEmpty())
                .map(Operation::getOperationId)
                .sorted()
                .toList();
        assertEquals(List.of("contract", "livez", "metrics", "readyz"), silent);
    }

    @Test
    void badKey_isRefusedByEveryOperationThatKnowsKeys() {
        List<String> bad = List.of(
                "Bearer " + KeySecret.random().reveal(),
                "Bearer wenju_short",
                "Basic d2VuanU6d2VuanU=",
                INTEGRATORS.key(Set.of(Scope.values()), null, null, Instant.EPOCH),
                INTEGRATORS.key(Set.of(Scope.values()), null, Instant.EPOCH, null));
        for (Operation operation : guarded()) {
            for (String header : bad) {
                assertProblem(send(operation, header), 401, "/problems/unauthorized", operation);
            }
        }
    }

    @Test
    void missingScope_isRefusedByEveryOperationThatKnowsKeys() {
        for (Operation operation : guarded()) {
            for (Scope missing : scopes(operation)) {
                Set<Scope> others = Arrays.stream(Scope.values())
                        .filter(scope -> scope != missing)
                        .collect(Collectors.toSet());
                assertProblem(
                        send(operation, INTEGRATORS.key(others, null, null, null)),
                        403,
                        "/problems/forbidden",
                        operation);
            }
        }
    }

    @Test
    void rightKey_passes() {
        for (Operation operation : guarded()) {
            int status = send(operation, INTEGRATORS.key(scopes(operation).toArray(Scope[]::new)))
                    .statusCode();
            assertTrue(status != 401 && status != 403, operation.getOperationId() + " " + status);
        }
    }

    @Test
    void noKey_isRefusedOnlyWhereTheContractDemandsOne() {
        var refused = new ArrayList<String>();
        for (Operation operation : guarded()) {
            HttpResponse<String> response = service.send(method(operation), path(operation));
            if (response.statusCode() == 401) {
                refused.add(operation.getOperationId());
                assertEquals(
                        "Bearer realm=\"wenju\"",
                        response.headers().firstValue("WWW-Authenticate").orElseThrow());
            }
        }
        assertEquals(Set.of("startImport", "getImport"), Set.copyOf(refused));
    }

    @Test
    void storeThatIsAway_leavesKnownKeysTheirAccess(Vertx vertx) {
        var away = new AtomicBoolean();
        Integrations known = INTEGRATORS.integrations();
        RunningService alone = RunningService.start(
                vertx,
                RunningService.collaborators(new Integrations(
                        digest -> away.get()
                                ? Future.failedFuture(new IllegalStateException("no database"))
                                : known.keys().find(digest),
                        known.imports(),
                        known.searching(),
                        known.meters())));
        String seen = INTEGRATORS.key(Scope.ASK);
        String unseen = INTEGRATORS.key(Scope.ASK);
        assertEquals(200, ask(alone, seen).statusCode());
        away.set(true);
        assertEquals(200, ask(alone, seen).statusCode());
        assertEquals(503, ask(alone, unseen).statusCode());
    }

    @Test
    void secret_isNotPrintedAndItsDigestIsNotReversible() {
        KeySecret secret = KeySecret.random();
        assertFalse(secret.toString().contains(secret.reveal().substring(10)), secret.toString());
        assertEquals(64, secret.digest().length());
        assertEquals(
                Optional.of(secret.digest()), KeySecret.parse(secret.reveal()).map(KeySecret::digest));
    }

    private static HttpResponse<String> ask(RunningService asked, String key) {
        return asked.ask(RunningService.question("维保"), "Content-Type", "application/json", "Authorization", key);
    }

    private static List<Operation> guarded() {
        return contract.openApi().operations().stream()
                .filter(operation -> contract.security(operation).encode().contains("\"key\""))
                .toList();
    }

    private static Set<Scope> scopes(Operation operation) {
        return contract.security(operation).stream()
                .map(JsonObject.class::cast)
                .flatMap(JsonObject::stream)
                .flatMap(entry -> ((JsonArray) entry.getValue()).stream())
                .map(code -> Scope.of(String.valueOf(code)).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static HttpResponse<String> send(Operation operation, String authorization) {
        return service.send(method(operation), path(operation), "Authorization", authorization);
    }

    private static String method(Operation operation) {
        return operation.getHttpMethod().name();
    }

    private static String path(Operation operation) {
        return operation.getOpenAPIPath().replaceAll("\\{\\w+}", "x");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type, Operation operation) {
        assertEquals(status, response.statusCode(), operation.getOperationId() + " " + response.body());
        assertEquals(
                type,
                Schemas.assertIs(contract, "Problem", response.body()).getString("type"),
                operation.getOperationId());
    }
}
