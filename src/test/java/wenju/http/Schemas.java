package wenju.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;

/** Checks responses against the contract's schemas. */
final class Schemas {
    private Schemas() {}

    /** @param schema may refer to {@code #/components/schemas/…} */
    static OutputUnit validate(Contract contract, JsonObject schema, Object value) {
        JsonObject whole = schema.copy()
                .put(
                        "components",
                        contract.document().getJsonObject("components").copy());
        return Validator.create(
                        JsonSchema.of(whole),
                        new JsonSchemaOptions()
                                .setBaseUri("app://contract")
                                .setDraft(Draft.DRAFT202012)
                                .setOutputFormat(OutputFormat.Basic))
                .validate(value);
    }

    /** Fails unless the body is what {@code #/components/schemas/<name>} says. */
    static JsonObject assertIs(Contract contract, String name, String body) {
        var reference = new JsonObject().put("$ref", "#/components/schemas/" + name);
        OutputUnit result = validate(contract, reference, Json.decodeValue(body));
        assertTrue(result.getValid(), () -> name + ": " + result.toJson().encode() + "\n" + body);
        return new JsonObject(body);
    }
}
