package wenju.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /api} and {@code /problems/{type}}: made from the contract. */
final class ContractPages {
    private static final String HTML = "text/html; charset=utf-8";

    private final Contract contract;

    ContractPages(Contract contract) {
        this.contract = contract;
    }

    void api(RoutingContext ctx) {
        Conditional.send(ctx, HTML, Buffer.buffer(ContractPage.of(Visitor.of(ctx), contract)));
    }

    void problem(RoutingContext ctx) {
        ProblemType type =
                ProblemType.of(ctx.pathParam("type")).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND, "没有这个地址。"));
        Conditional.send(ctx, HTML, Buffer.buffer(ProblemPage.about(Visitor.of(ctx), type)));
    }
}
