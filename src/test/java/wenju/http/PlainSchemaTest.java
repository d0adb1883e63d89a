package wenju.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Validator;
import io.vertx.junit5.VertxExtension;
import io.vertx.openapi.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class PlainSchemaTest {
    private static final int REQUESTS = 10_000;

    private final Map<String, Predicate<Object>> plain = new HashMap<>();
    private final Map<String, Validator> validators = new HashMap<>();
    private Contract contract;

    @BeforeEach
    void load(Vertx vertx) {
        contract = Contract.load(vertx).await();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'question': '电梯维保单位义务是什么'}",
                "{'question': '那业主呢', 'history': ['电梯多久检验一次'], 'limit': 20, 'verbatim': true}",
                "{'question': '那业主呢', 'history': [], 'conversation': '3fJ8yTq0LwZr5VbN'}",
                "{'question': '那业主呢', 'filters': {'jurisdiction': '示例市', 'inForceOnly': true}}"
            })
    void question_thatIsAskedEveryDay_isSurelyValid(String body) {
        assertTrue(plain("ask").test(new JsonObject(body.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'question': ''}",
                "{'question': 7}",
                "{'question': null}",
                "{'question': '电梯', 'history': ['']}",
                "{'question': '电梯', 'history': '电梯'}",
                "{'question': '电梯', 'history': ['1','2','3','4','5','6','7','8','9','10','11']}",
                "{'question': '电梯', 'limit': 0}",
                "{'question': '电梯', 'limit': 21}",
                "{'question': '电梯', 'limit': 5.5}",
                "{'question': '电梯', 'verbatim': 'true'}",
                "{'question': '电梯', 'conversation': '3fJ8'}",
                "{'question': '电梯', 'filters': {'issuedFrom': '昨天'}}",
                "{'question': '电梯', 'filters': {'city': '示例市'}}",
                "{'question': '电梯', 'other': 1}"
            })
    void question_thatIsNot_isNot(String body) {
        assertFalse(plain("ask").test(new JsonObject(body.replace('\'', '"'))));
    }

    @Test
    void question_asLongAsItMayBe_isCountedInCodePoints() {
        assertTrue(plain("ask").test(new JsonObject().put("question", "\uD83D\uDE00".repeat(500))));
        assertFalse(plain("ask").test(new JsonObject().put("question", "电".repeat(501))));
    }

    @Test
    void whatIsSurelyValid_theValidatorLetsThrough() {
        var requests = new RandomRequests(contract, List.of("Bearer nonsense"), 11);
        int sure = 0;
        for (int i = 0; i < REQUESTS; i++) {
            RandomRequests.Request request = requests.next();
            if (!contract.written(request.operation())
                    .getJsonObject("requestBody", new JsonObject())
                    .getJsonObject("content", new JsonObject())
                    .containsKey("application/json")) {
                continue;
            }
            Object value = decoded(request.body());
            if (plain(request.operation()).test(value)) {
                sure++;
                assertTrue(validator(request.operation()).validate(value).getValid(), request.toString());
            }
        }
        assertTrue(sure > 100, sure + " bodies were surely valid");
    }

    @Test
    void keyword_thatIsNotKnown_makesUnsure() {
        var schema = new JsonObject().put("type", "string");
        assertTrue(PlainSchema.of(schema).test("2026-11-20"));
        assertFalse(PlainSchema.of(schema.copy().put("format", "date")).test("2026-11-20"));
        assertFalse(PlainSchema.of(new JsonObject()).test("2026-11-20"));
    }

    private static Object decoded(byte[] body) {
        try {
            return Json.decodeValue(Buffer.buffer(body));
        } catch (DecodeException e) {
            return List.of();
        }
    }

    private Predicate<Object> plain(String operation) {
        return plain(contract.openApi().operation(operation));
    }

    private Predicate<Object> plain(Operation operation) {
        return plain.computeIfAbsent(
                operation.getOperationId(), id -> PlainSchema.of(contract.inlined(contract.bodySchema(operation))));
    }

    private Validator validator(Operation operation) {
        return validators.computeIfAbsent(
                operation.getOperationId(),
                id -> contract.openApi()
                        .getSchemaRepository()
                        .validator(operation
                                .getRequestBody()
                                .getContent()
                                .get("application/json")
                                .getSchema()));
    }
}
