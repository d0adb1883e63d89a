package wenju.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /livez}, {@code /readyz} and {@code /openapi.yaml}. */
final class OperationApi {
    private record Liveness(String status) {}

    private static final Buffer ALIVE = Json.write(new Liveness("alive"));

    private final Contract contract;
    private final Collaborators collaborators;

    OperationApi(Contract contract, Collaborators collaborators) {
        this.contract = contract;
        this.collaborators = collaborators;
    }

    void livez(RoutingContext ctx) {
        send(ctx, "application/json", ALIVE);
    }

    void readyz(RoutingContext ctx) {
        Readiness readiness = collaborators.readiness().get();
        ctx.response().setStatusCode(readiness.answers() ? 200 : 503);
        send(ctx, "application/json", Json.write(readiness));
    }

    /** The media type is that of RFC 9512. */
    void contract(RoutingContext ctx) {
        send(ctx, "application/yaml", contract.source());
    }

    private static void send(RoutingContext ctx, String mediaType, Buffer body) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.send(ctx, mediaType, body);
    }
}
