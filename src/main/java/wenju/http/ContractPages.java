package wenju.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /api} and {@code /problems/{type}}: made from the contract. */
final class ContractPages {
    private static final String HTML = "text/html; charset=utf-8";

    private final Vertx vertx;
    private final Contract contract;

    ContractPages(Vertx vertx, Contract contract) {
        this.vertx = vertx;
        this.contract = contract;
    }

    /** Not within the same turn: clients that ask to go on with HTTP/2 choke on so much right behind the answer to that. */
    void api(RoutingContext ctx) {
        Buffer api = Buffer.buffer(ContractPage.of(Visitor.of(ctx), contract));
        vertx.runOnContext(next -> Conditional.send(ctx, HTML, api));
    }

    void problem(RoutingContext ctx) {
        ProblemType type =
                ProblemType.of(ctx.pathParam("type")).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND, "没有这个地址。"));
        Conditional.send(ctx, HTML, Buffer.buffer(ProblemPage.about(Visitor.of(ctx), type)));
    }
}
