package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.store.Channel;
import wenju.store.ChannelState;

/** {@code /api/v1/desk/channels}: the switch for answering. */
final class ChannelsApi {
    private final Desk desk;

    ChannelsApi(Desk desk) {
        this.desk = desk;
    }

    /** The body, as validated against the contract; what is absent is null. */
    record ChannelSwitch(boolean answers, @Nullable String notice, String reason) {}

    /** Channel of the contract. */
    record ChannelJson(String name, boolean answers, String notice, String etag) {
        static ChannelJson of(ChannelState state) {
            return new ChannelJson(
                    state.channel().code(), state.answers(), state.notice(), Version.tag(state.version()));
        }
    }

    record ChannelListJson(List<ChannelJson> channels) {}

    void list(RoutingContext ctx) {
        desk.channels()
                .list()
                .onSuccess(states -> send(
                        ctx,
                        new ChannelListJson(states.stream().map(ChannelJson::of).toList())))
                .onFailure(ctx::fail);
    }

    /** This node knows at once, the others within seconds. */
    void change(RoutingContext ctx) {
        Channel channel = Channel.of(ctx.pathParam("name"))
                .orElseThrow(() -> Refusal.invalid(List.of(FieldError.parameter("name", "应为 page、widget、api 之一"))));
        ChannelSwitch wanted = Json.read(ctx.body().buffer(), ChannelSwitch.class);
        String notice = wanted.answers()
                ? ""
                : Objects.requireNonNullElse(wanted.notice(), "").strip();
        if (!wanted.answers() && notice.isEmpty()) {
            throw Refusal.invalid(List.of(FieldError.body("#/notice", "暂停时要写告诉人的话")));
        }
        var state = new ChannelState(channel, wanted.answers(), notice, Version.expected(ctx));
        desk.channels()
                .change(state, wanted.reason().strip(), Staff.of(ctx).actor())
                .compose(changed -> desk.watch().look().map(changed))
                .onSuccess(changed -> send(ctx, ChannelJson.of(changed)))
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, Object body) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, body);
    }
}
