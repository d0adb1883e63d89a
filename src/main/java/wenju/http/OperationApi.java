package wenju.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /livez}, {@code /readyz}, {@code /metrics} and {@code /openapi.yaml}. */
final class OperationApi {
    private record Liveness(String status) {}

    private static final Buffer ALIVE = Json.write(new Liveness("alive"));

    private final Contract contract;
    private final Collaborators collaborators;
    private final Vertx vertx;
    private final Meters meters;
    private final ConnectionWatch watch;

    OperationApi(Vertx vertx, Contract contract, Collaborators collaborators, Meters meters, ConnectionWatch watch) {
        this.watch = watch;
        this.vertx = vertx;
        this.meters = meters;
        this.contract = contract;
        this.collaborators = collaborators;
    }

    void livez(RoutingContext ctx) {
        send(ctx, "application/json", ALIVE);
    }

    void readyz(RoutingContext ctx) {
        if (watch.isLeaving()) {
            throw Refusal.later(ProblemType.STOPPING, "服务正在停止，请把请求送到别的节点，或在 %d 秒后再试。", 10);
        }
        Readiness readiness = collaborators.readiness().get();
        ctx.response().setStatusCode(readiness.answers() ? 200 : 503);
        send(ctx, "application/json", Json.write(readiness));
    }

    /** The media type is that of RFC 9512. */
    void contract(RoutingContext ctx) {
        Conditional.send(ctx, "application/yaml", contract.source());
    }

    /** Off the event loop: gauges may ask the index. */
    void metrics(RoutingContext ctx) {
        vertx.executeBlocking(meters::print, false)
                .onSuccess(text -> send(ctx, "text/plain; version=0.0.4; charset=utf-8", Buffer.buffer(text)))
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, String mediaType, Buffer body) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.send(ctx, mediaType, body);
    }
}
