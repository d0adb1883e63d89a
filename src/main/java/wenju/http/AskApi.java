package wenju.http;

import io.vertx.ext.web.RoutingContext;

/** {@code POST /api/v1/ask}. */
final class AskApi {
    private final BoundedAsking asking;
    private final Collaborators collaborators;

    AskApi(BoundedAsking asking, Collaborators collaborators) {
        this.asking = asking;
        this.collaborators = collaborators;
    }

    /** The body has been validated. */
    void ask(RoutingContext ctx) {
        AskRequest request = Json.read(ctx.body().buffer(), AskRequest.class);
        asking.ask(RequestLog.id(ctx), request.question(collaborators.today()))
                .onSuccess(reply -> send(ctx, reply))
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, Reply reply) {
        RequestLog.outcome(ctx, reply.outcome());
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, AnswerJson.of(reply));
    }
}
