package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ContractTest {
    private static Contract contract;

    @BeforeAll
    static void load(Vertx vertx) {
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void operations_areThoseOfTheDesign() {
        Set<String> operations = contract.openApi().operations().stream()
                .map(operation -> operation.getHttpMethod() + " " + operation.getOpenAPIPath())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "POST /api/v1/ask",
                        "POST /api/v1/answers/{id}/feedback",
                        "GET /api/v1/suggest",
                        "GET /api/v1/notices",
                        "GET /api/v1/notices/{id}",
                        "POST /api/v1/imports",
                        "GET /api/v1/imports/{id}",
                        "POST /v1/chat/completions",
                        "GET /v1/models",
                        "POST /mcp",
                        "POST /api/v1/desk/session",
                        "GET /api/v1/desk/session",
                        "DELETE /api/v1/desk/session",
                        "PUT /api/v1/desk/password",
                        "GET /api/v1/desk/accounts",
                        "POST /api/v1/desk/accounts",
                        "PUT /api/v1/desk/accounts/{id}",
                        "POST /api/v1/desk/accounts/{id}/password",
                        "POST /api/v1/desk/accounts/{id}/unlock",
                        "GET /api/v1/desk/keys",
                        "POST /api/v1/desk/keys",
                        "POST /api/v1/desk/keys/{id}/rotate",
                        "DELETE /api/v1/desk/keys/{id}",
                        "GET /api/v1/desk/channels",
                        "PUT /api/v1/desk/channels/{name}",
                        "GET /api/v1/desk/audit",
                        "GET /api/v1/desk/answers",
                        "POST /api/v1/desk/answers",
                        "PUT /api/v1/desk/answers/{id}",
                        "DELETE /api/v1/desk/answers/{id}",
                        "POST /api/v1/desk/answers/{id}/approval",
                        "GET /api/v1/desk/clauses",
                        "POST /api/v1/desk/search",
                        "GET /api/v1/desk/kept",
                        "PUT /api/v1/desk/kept/{id}",
                        "DELETE /api/v1/desk/kept/{id}",
                        "GET /api/v1/desk/queue",
                        "PUT /api/v1/desk/queue/{id}",
                        "GET /api/v1/desk/figures",
                        "GET /api/v1/desk/figures.csv",
                        "GET /api/v1/desk/knowledge.xlsx",
                        "GET /api/v1/desk/thesaurus",
                        "POST /api/v1/desk/thesaurus",
                        "DELETE /api/v1/desk/thesaurus/{id}",
                        "POST /api/v1/desk/thesaurus/trial",
                        "GET /api/v1/desk/notices/{id}",
                        "PUT /api/v1/desk/notices/{id}/correction",
                        "DELETE /api/v1/desk/notices/{id}/correction",
                        "GET /api/v1/desk/notices",
                        "PUT /api/v1/desk/notices/{id}/withdrawal",
                        "DELETE /api/v1/desk/notices/{id}/withdrawal",
                        "GET /api/v1/desk/gazettes",
                        "POST /api/v1/desk/imports",
                        "GET /api/v1/desk/imports/{id}",
                        "GET /metrics",
                        "GET /livez",
                        "GET /readyz",
                        "GET /openapi.yaml"),
                operations);
    }

    @Test
    void everyExample_keepsToItsSchema() {
        var broken = new ArrayList<String>();
        int checked = check(contract.document(), "", broken);
        assertEquals(List.of(), broken);
        assertTrue(checked >= 15, "examples found: " + checked);
    }

    @Test
    void problemTypes_areAllNamedInTheContract() {
        String named = contract.document().encode();
        List<String> forgotten = Arrays.stream(ProblemType.values())
                .map(ProblemType::slug)
                .filter(slug -> !named.contains(slug))
                .toList();
        assertEquals(List.of(), forgotten);
    }

    @Test
    void resolve_followsReferences() {
        JsonObject question = contract.bodySchema(contract.openApi().operation("ask"));
        assertEquals(500, contract.resolve(question, "#/properties/question/maxLength"));
        assertEquals("date", contract.resolve(question, "#/properties/filters/$ref/properties/asOf/format"));
    }

    /** Looks for media types with a schema and examples, wherever they stand. */
    private static int check(JsonObject object, String where, List<String> broken) {
        int checked = 0;
        for (Map.Entry<String, Object> entry : object) {
            if (entry.getValue() instanceof JsonObject child) {
                String path = where + "/" + entry.getKey();
                if (where.endsWith("/content")) {
                    for (Object example : examples(child)) {
                        checked++;
                        if (!valid(child.getJsonObject("schema"), example)) {
                            broken.add(path);
                        }
                    }
                }
                checked += check(child, path, broken);
            }
        }
        return checked;
    }

    private static List<Object> examples(JsonObject mediaType) {
        var examples = new ArrayList<>();
        if (mediaType.containsKey("example")) {
            examples.add(mediaType.getValue("example"));
        }
        mediaType
                .getJsonObject("examples", new JsonObject())
                .forEach(example -> examples.add(((JsonObject) example.getValue()).getValue("value")));
        return examples;
    }

    private static boolean valid(JsonObject schema, Object example) {
        return Schemas.validate(contract, schema, example).getValid();
    }
}
