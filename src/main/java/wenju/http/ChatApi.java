package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import wenju.store.Door;

/**
 * What OpenAI's clients speak: {@code POST /v1/chat/completions} and {@code GET /v1/models}. The reply is the excerpts with
 * numbered sources, word for word; nothing is generated, so sampling parameters have nothing to work on and are ignored.
 * Failures are problems as everywhere; the clients go by their status.
 */
final class ChatApi {
    static final String MODEL = "wenju";

    private static final String DONE = "[DONE]";
    /** Models must say when they were made; this one has no date of its own. */
    private static final long CREATED = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();

    private final Vertx vertx;
    private final BoundedAsking asking;
    private final Collaborators collaborators;
    private final HttpSettings settings;

    ChatApi(Vertx vertx, BoundedAsking asking, Collaborators collaborators, HttpSettings settings) {
        this.vertx = vertx;
        this.asking = asking;
        this.collaborators = collaborators;
        this.settings = settings;
    }

    void models(RoutingContext ctx) {
        JsonObject model = new JsonObject()
                .put("id", MODEL)
                .put("object", "model")
                .put("created", CREATED)
                .put("owned_by", MODEL);
        send(ctx, new JsonObject().put("object", "list").put("data", new JsonArray().add(model)));
    }

    /** The body has been validated. */
    void complete(RoutingContext ctx) {
        JsonObject request = ctx.body().asJsonObject();
        Future<ChatReply> reply = asking.ask(
                        RequestLog.id(ctx),
                        Door.CHAT,
                        null,
                        ChatRequest.of(request).question(collaborators.today()))
                .onSuccess(answered -> RequestLog.outcome(ctx, answered.outcome()))
                .map(answered -> ChatReply.of(answered, collaborators.clock().instant()));
        if (request.getBoolean("stream", false)) {
            stream(ctx, reply);
        } else {
            reply.onSuccess(whole -> send(ctx, whole.completion())).onFailure(ctx::fail);
        }
    }

    private void stream(RoutingContext ctx, Future<ChatReply> reply) {
        var events = new EventStream(vertx, ctx, settings.answerDeadline().dividedBy(4));
        reply.onSuccess(whole -> {
                    whole.chunks().forEach(chunk -> events.sendData(chunk.encode()));
                    events.sendData(DONE);
                    events.end();
                })
                .onFailure(events::fail);
    }

    private static void send(RoutingContext ctx, JsonObject body) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.send(ctx, "application/json", body.toBuffer());
    }
}
