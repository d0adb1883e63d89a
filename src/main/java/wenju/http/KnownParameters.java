package wenju.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import java.util.List;

/** The validator passes over query parameters it does not know; we refuse them, a misspelt filter must not be ignored. */
final class KnownParameters {
    private KnownParameters() {}

    /** @throws Refusal naming each one that the contract does not */
    static void check(RoutingContext ctx, Operation operation) {
        List<FieldError> unknown = ctx.queryParams().names().stream()
                .filter(name -> operation.getParameters().stream()
                        .noneMatch(parameter -> parameter.getName().equals(name)))
                .map(name -> FieldError.parameter(name, "没有这个查询参数"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(unknown);
        }
    }

    /** The same as a handler. */
    static void pass(RoutingContext ctx, Operation operation) {
        check(ctx, operation);
        ctx.next();
    }
}
