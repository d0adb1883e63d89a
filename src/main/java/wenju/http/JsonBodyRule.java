package wenju.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks a JSON body against the contract, on the event loop: a body is small and the schema compiled, so it takes
 * microseconds. The router's own validation hands each request to a worker thread and takes them strictly one after another.
 */
final class JsonBodyRule implements Handler<RoutingContext> {
    private final Operation operation;
    private final JsonObject schema;
    private final Validator validator;
    private final Violations violations;

    JsonBodyRule(Contract contract, Operation operation) {
        this.operation = operation;
        this.schema = contract.bodySchema(operation);
        this.validator = contract.openApi()
                .getSchemaRepository()
                .validator(operation
                        .getRequestBody()
                        .getContent()
                        .get("application/json")
                        .getSchema());
        this.violations = new Violations(contract);
    }

    @Override
    public void handle(RoutingContext ctx) {
        KnownParameters.check(ctx, operation);
        Buffer body = ctx.body().buffer();
        if (body == null || body.length() == 0) {
            throw Refusal.invalid(List.of(FieldError.body("#", "缺少请求体")));
        }
        if (!isJson(ctx.request().getHeader("Content-Type"))) {
            throw Refusal.notJson();
        }
        OutputUnit found = validator.validate(decoded(body));
        if (!found.getValid()) {
            throw violations.inBody(found, schema);
        }
        ctx.next();
    }

    private static boolean isJson(@Nullable String type) {
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static Object decoded(Buffer body) {
        try {
            return io.vertx.core.json.Json.decodeValue(body);
        } catch (DecodeException e) {
            throw Refusal.of(ProblemType.MALFORMED_JSON, "请求体不是有效的 JSON。");
        }
    }
}
