package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What was promised is kept: the contract against {@code openapi-released.yaml}, the one released last. A release copies
 * the contract there; nothing else changes that file.
 */
class CompatibilityTest {
    @Test
    void contract_breaksNothingThatWasReleased() throws IOException {
        assertEquals(List.of(), Breaks.between(read("/openapi-released.yaml"), read("/openapi.yaml")));
    }

    @Test
    void breaks_areFound() throws IOException {
        assertBreaks("paths: {/a: {get: {operationId: a, responses: {}}}}", "paths: {}", "gone: GET /a");
        assertBreaks(
                operation("responses: {'200': {description: x}}"), operation("responses: {}"), "gone: response 200");
        assertBreaks(
                operation("parameters: [{name: p, in: query, schema: {}}]"),
                operation("parameters: []"),
                "gone: parameter p");
        assertBreaks(
                operation("parameters: []"),
                operation("parameters: [{name: p, in: query, required: true, schema: {}}]"),
                "now required: parameter p");
        assertBreaks(operation("security: [{}]"), operation("security: [{key: [ask]}]"), "now needs a key");
        assertBreaks(
                request("properties: {a: {type: string, maxLength: 9}}"),
                request("properties: {a: {type: string, maxLength: 8}}"),
                "maxLength");
        assertBreaks(request("properties: {a: {}}"), request("required: [a]\nproperties: {a: {}}"), "now required: a");
        assertBreaks(
                response("required: [a]\nproperties: {a: {}}"), response("properties: {a: {}}"), "no longer sure: a");
        assertBreaks(response("properties: {a: {type: string}}"), response("properties: {a: {type: integer}}"), "type");
        assertBreaks(response("properties: {a: {enum: [x]}}"), response("properties: {a: {enum: [x, y]}}"), "enum");
        assertBreaks(
                webhook("required: [a]\nproperties: {a: {}}"), webhook("properties: {a: {}}"), "no longer sure: a");
        assertBreaks(webhook("properties: {a: {}}"), "paths: {}", "gone: webhook w");
    }

    @Test
    void additions_breakNothing() throws IOException {
        assertEquals(
                List.of(),
                Breaks.between(
                        yaml(response("properties: {a: {type: string}}")),
                        yaml(response("properties: {a: {type: string}, b: {type: string}}"))));
        assertEquals(
                List.of(),
                Breaks.between(
                        yaml(request("properties: {a: {maximum: 5}}")),
                        yaml(request("properties: {a: {maximum: 6}, b: {}}"))));
    }

    private static void assertBreaks(String old, String changed, String expected) throws IOException {
        List<String> breaks = Breaks.between(yaml(old), yaml(changed));
        assertFalse(breaks.stream().noneMatch(one -> one.contains(expected)), expected + " in " + breaks);
    }

    private static String operation(String inside) {
        return "paths: {/a: {get: {operationId: a, " + inside + "}}}";
    }

    private static String request(String schema) {
        return "paths: {/a: {post: {operationId: a, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}\n"
                + "components:\n  schemas:\n    S:\n      type: object\n" + schema.indent(6);
    }

    private static String response(String schema) {
        return "paths: {/a: {get: {operationId: a, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}}\n"
                + "components:\n  schemas:\n    S:\n      type: object\n" + schema.indent(6);
    }

    private static String webhook(String schema) {
        return "webhooks: {w: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}}\n"
                + "components:\n  schemas:\n    S:\n      type: object\n" + schema.indent(6);
    }

    private static JsonNode yaml(String text) throws IOException {
        return new YAMLMapper().readTree(text);
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = CompatibilityTest.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(in);
        }
    }
}
