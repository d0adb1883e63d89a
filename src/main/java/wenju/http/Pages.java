package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /} and {@code /notices/{id}}, rendered here. */
final class Pages {
    private final BoundedAsking asking;
    private final Collaborators collaborators;

    Pages(BoundedAsking asking, Collaborators collaborators) {
        this.asking = asking;
        this.collaborators = collaborators;
    }

    /** Whether the address carries a question. */
    static boolean asks(RoutingContext ctx) {
        return !question(ctx).isBlank();
    }

    /** The question in the address; empty when there is none. */
    static String question(RoutingContext ctx) {
        List<String> asked = ctx.queryParam("q");
        return asked.isEmpty() ? "" : asked.getFirst();
    }

    void home(RoutingContext ctx) {
        if (!asks(ctx)) {
            Body.html(ctx, AskPage.welcome(collaborators.examples().get()));
            return;
        }
        asking.ask(RequestLog.id(ctx), AskRequest.of(question(ctx)).question(collaborators.today()))
                .onSuccess(reply -> {
                    RequestLog.outcome(ctx, reply.outcome());
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.html(ctx, AskPage.answered(reply));
                })
                .onFailure(ctx::fail);
    }

    void notice(RoutingContext ctx) {
        collaborators
                .notices()
                .find(ctx.pathParam("id"))
                .map(found -> found.orElseThrow(NoticesApi::unknown))
                .onSuccess(stored -> Body.html(ctx, ReaderPage.of(stored, collaborators.today())))
                .onFailure(ctx::fail);
    }
}
