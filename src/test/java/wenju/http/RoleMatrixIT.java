package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.store.Database;
import wenju.store.Role;
import wenju.store.Scope;
import wenju.store.SharedDatabase;

/**
 * Every operation × everybody. The table is the promise, so a new operation needs a line: {@code +} goes through to the
 * operation (whatever it then says), {@code 1} is 401, {@code 3} is 403.
 */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class RoleMatrixIT {
    private static final String TABLE = """
            operation              nobody staff editor administrator auditor ask notices:read notices:write
            ask                    +      +     +      +             +       +   3            3
            giveFeedback           +      +     +      +             +       +   3            3
            suggest                +      +     +      +             +       +   3            3
            listNotices            +      +     +      +             +       3   +            3
            getNotice              +      +     +      +             +       3   +            3
            startImport            1      1     1      1             1       3   3            +
            getImport              1      1     1      1             1       3   3            +
            chat                   +      +     +      +             +       +   3            3
            models                 +      +     +      +             +       +   3            3
            mcp                    +      +     +      +             +       3   3            3
            livez                  +      +     +      +             +       +   +            +
            readyz                 +      +     +      +             +       +   +            +
            metrics                +      +     +      +             +       +   +            +
            contract               +      +     +      +             +       +   +            +
            createSession          +      +     +      +             +       +   +            +
            getSession             1      +     +      +             +       3   3            3
            deleteSession          1      +     +      +             +       3   3            3
            changeOwnPassword      1      +     +      +             +       3   3            3
            listAccounts           1      3     3      +             3       3   3            3
            addAccount             1      3     3      +             3       3   3            3
            changeAccount          1      3     3      +             3       3   3            3
            resetPassword          1      3     3      +             3       3   3            3
            unlockAccount          1      3     3      +             3       3   3            3
            listKeys               1      3     3      +             3       3   3            3
            createKey              1      3     3      +             3       3   3            3
            rotateKey              1      3     3      +             3       3   3            3
            revokeKey              1      3     3      +             3       3   3            3
            listChannels           1      3     3      +             3       3   3            3
            switchChannel          1      3     3      +             3       3   3            3
            listAudit              1      3     3      3             +       3   3            3
            listStandardAnswers    1      +     +      3             3       3   3            3
            addStandardAnswer      1      3     +      3             3       3   3            3
            changeStandardAnswer   1      3     +      3             3       3   3            3
            approveStandardAnswer  1      3     +      3             3       3   3            3
            withdrawStandardAnswer 1      3     +      3             3       3   3            3
            searchClauses          1      +     +      3             3       3   3            3
            findClauses            1      3     +      3             3       3   3            3
            listKeptClauses        1      +     +      3             3       3   3            3
            keepClause             1      +     +      3             3       3   3            3
            dropKeptClause         1      +     +      3             3       3   3            3
            listQueue              1      3     +      3             3       3   3            3
            decideQuestions        1      3     +      3             3       3   3            3
            getFigures             1      3     +      +             +       3   3            3
            exportFigures          1      3     +      +             +       3   3            3
            exportKnowledge        1      3     +      3             3       3   3            3
            listThesaurusEntries   1      3     +      3             3       3   3            3
            addThesaurusEntry      1      3     +      3             3       3   3            3
            withdrawThesaurusEntry 1      3     +      3             3       3   3            3
            tryThesaurusEntry      1      3     +      3             3       3   3            3
            getDeskNotice          1      +     +      3             +       3   3            3
            correctNotice          1      3     +      3             3       3   3            3
            takeBackCorrection     1      3     +      3             3       3   3            3
            listDeskNotices        1      3     +      3             +       3   3            3
            withdrawNotice         1      3     +      3             3       3   3            3
            restoreNotice          1      3     +      3             3       3   3            3
            listGazettes           1      3     +      3             +       3   3            3
            startDeskImport        1      3     +      3             3       3   3            3
            getDeskImport          1      3     +      3             3       3   3            3
            """;

    private static final List<String[]> ROWS =
            TABLE.lines().map(line -> line.split(" +")).toList();

    private final Integrators integrators = new Integrators();
    private RunningService service;
    private Contract contract;
    private Database database;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        service = RunningService.start(
                vertx, RunningService.collaborators(integrators.integrations(), SignedIn.desk(shared)));
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void everyOperation_standsInTheTable() {
        assertEquals(
                contract.openApi().operations().stream()
                        .map(Operation::getOperationId)
                        .sorted()
                        .toList(),
                ROWS.stream().skip(1).map(row -> row[0]).sorted().toList());
    }

    @Test
    void everybody_mayDoWhatTheTableSays() {
        String[] everybody = ROWS.getFirst();
        var different = new ArrayList<String>();
        for (String[] row : ROWS.subList(1, ROWS.size())) {
            Operation operation = contract.openApi().operation(row[0]);
            for (int who = 1; who < everybody.length; who++) {
                HttpResponse<String> response = send(operation, everybody[who]);
                String outcome = response.statusCode() == 401 ? "1" : response.statusCode() == 403 ? "3" : "+";
                if (!outcome.equals(row[who])) {
                    different.add(row[0] + " by " + everybody[who] + ": " + outcome + " " + response.body());
                }
            }
        }
        assertEquals(List.of(), different);
    }

    /** What changes something must be asked for by a page of ours, whoever asks. */
    @Test
    void everyChange_isRefusedWithoutProofThatOurPageAsks() {
        for (Operation operation : contract.openApi().operations()) {
            boolean session = contract.security(operation).encode().contains("\"session\"");
            boolean csrf = contract.security(operation).encode().contains("\"csrf\"");
            assertEquals(session && !method(operation).equals("GET"), csrf, operation.getOperationId());
            if (csrf) {
                List<String> roles = contract.roles(operation).stream()
                        .map(Role::code)
                        .sorted()
                        .toList();
                String[] all = as(roles.isEmpty() ? "staff" : roles.getFirst()).headers();
                String cookie = all[1];
                String token = all[3];
                String origin = all[5];
                for (Map<String, String> headers : List.of(
                        Map.of("Cookie", cookie, "Origin", origin),
                        Map.of("Cookie", cookie, "Wenju-Csrf", token),
                        Map.of(
                                "Cookie",
                                cookie,
                                "Wenju-Csrf",
                                (token.startsWith("x") ? "y" : "x") + token.substring(1),
                                "Origin",
                                origin),
                        Map.of("Cookie", cookie, "Wenju-Csrf", token, "Origin", "https://elsewhere.example"),
                        Map.of(
                                "Cookie",
                                cookie,
                                "Wenju-Csrf",
                                token,
                                "Origin",
                                origin,
                                "Sec-Fetch-Site",
                                "same-site"))) {
                    String[] sent = headers.entrySet().stream()
                            .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                            .toArray(String[]::new);
                    HttpResponse<String> response = service.send(method(operation), path(operation), sent);
                    assertEquals(403, response.statusCode(), operation.getOperationId() + " " + headers);
                    assertEquals(
                            "/problems/cross-site-request",
                            Schemas.assertIs(contract, "Problem", response.body())
                                    .getString("type"));
                }
            }
        }
    }

    private HttpResponse<String> send(Operation operation, String who) {
        if (who.equals("nobody")) {
            return service.send(method(operation), path(operation));
        }
        if (Arrays.stream(Role.values()).anyMatch(role -> role.code().equals(who))) {
            return service.send(method(operation), path(operation), as(who).headers());
        }
        String key = integrators.key(Scope.of(who).orElseThrow());
        return service.send(method(operation), path(operation), "Authorization", key);
    }

    private SignedIn as(String role) {
        return SignedIn.as(Role.of(role).orElseThrow(), service, database);
    }

    private static String method(Operation operation) {
        return operation.getHttpMethod().name();
    }

    private static String path(Operation operation) {
        return operation.getOpenAPIPath().replaceAll("\\{\\w+}", "x");
    }
}
