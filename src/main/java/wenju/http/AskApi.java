package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import wenju.answer.Question;

/** {@code POST /api/v1/ask}, as JSON or as a stream of events. */
final class AskApi {
    private final Vertx vertx;
    private final BoundedAsking asking;
    private final Collaborators collaborators;
    private final HttpSettings settings;

    AskApi(Vertx vertx, BoundedAsking asking, Collaborators collaborators, HttpSettings settings) {
        this.vertx = vertx;
        this.asking = asking;
        this.collaborators = collaborators;
        this.settings = settings;
    }

    /** The body has been validated. */
    void ask(RoutingContext ctx) {
        AskRequest request = Json.read(ctx.body().buffer(), AskRequest.class);
        Question question = request.question(collaborators.today()).explained(isExplained(ctx));
        Future<Reply> reply = asking.ask(
                        RequestLog.id(ctx), AnsweringSwitch.door(ctx), request.conversation(), question)
                .onSuccess(answered -> RequestLog.outcome(ctx, answered.outcome()));
        ctx.response().headers().add("Vary", "Accept");
        if (EventStream.isWanted(ctx)) {
            stream(ctx, reply);
        } else {
            reply.onSuccess(answered -> send(ctx, answered)).onFailure(ctx::fail);
        }
    }

    /** The validator takes any text for a boolean. */
    private static boolean isExplained(RoutingContext ctx) {
        String wish = Objects.requireNonNullElse(ctx.queryParams().get("explain"), "false");
        if (!wish.equals("true") && !wish.equals("false")) {
            throw Refusal.invalid(List.of(FieldError.parameter("explain", "只能是 true 或 false")));
        }
        return wish.equals("true");
    }

    private static void send(RoutingContext ctx, Reply reply) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, AnswerJson.of(reply));
    }

    private void stream(RoutingContext ctx, Future<Reply> reply) {
        var events = new EventStream(vertx, ctx, settings.answerDeadline().dividedBy(4));
        reply.onSuccess(answered -> AnswerEvents.send(events, AnswerJson.of(answered)))
                .onFailure(events::fail);
    }
}
