package wenju.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.store.Channel;
import wenju.store.Door;

/**
 * Refuses questions of a channel that does not answer, with the notice in place of an answer. A client says which channel it is
 * in {@value #HEADER}; our page and our widget do, and whoever does not is the API.
 */
final class AnsweringSwitch implements Handler<RoutingContext> {
    static final String HEADER = "Wenju-Channel";

    private final @Nullable Desk desk;

    /** @param desk null where nobody can switch */
    AnsweringSwitch(@Nullable Desk desk) {
        this.desk = desk;
    }

    @Override
    public void handle(RoutingContext ctx) {
        check(channel(ctx));
        ctx.next();
    }

    private static Channel channel(RoutingContext ctx) {
        String named = ctx.request().getHeader(HEADER);
        return named == null ? Channel.API : Channel.of(named).orElse(Channel.API);
    }

    /** The door of a question that came as {@code POST /api/v1/ask}. */
    static Door door(RoutingContext ctx) {
        return switch (channel(ctx)) {
            case PAGE -> Door.PAGE;
            case WIDGET -> Door.WIDGET;
            case API -> Door.API;
        };
    }

    /** @throws Refusal while the channel does not answer */
    void check(Channel channel) {
        notice(channel).ifPresent(notice -> {
            throw Refusal.of(ProblemType.ANSWERING_OFF, notice);
        });
    }

    /** What people of a channel are told; empty while it answers. */
    Optional<String> notice(Channel channel) {
        return desk == null ? Optional.empty() : desk.watch().notice(channel);
    }
}
