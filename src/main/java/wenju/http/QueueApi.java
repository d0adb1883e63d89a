package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.store.QuestionGroup;

/** {@code /api/v1/desk/queue}: questions that did not get a good answer, grouped by likeness. */
final class QueueApi {
    private final Desk desk;

    QueueApi(Desk desk) {
        this.desk = desk;
    }

    /** The body, as validated against the contract; what is absent is null. */
    record DecisionJson(String state, @Nullable String reason) {}

    record GroupJson(
            String id,
            List<String> questions,
            long asked,
            long unanswered,
            long unhelpful,
            long doubtful,
            Instant lastAt,
            String reason,
            String etag) {
        static GroupJson of(QuestionGroup group) {
            return new GroupJson(
                    group.likeness(),
                    group.questions(),
                    group.asked(),
                    group.unanswered(),
                    group.unhelpful(),
                    group.doubtful(),
                    group.lastAt(),
                    group.reason(),
                    Version.tag(group.version()));
        }
    }

    record QueueJson(List<GroupJson> groups, boolean more) {}

    void list(RoutingContext ctx) {
        String page = ctx.queryParams().get("page");
        boolean setAside = "true".equals(ctx.queryParams().get("setAside"));
        desk.queue()
                .page(setAside, page == null ? 1 : Integer.parseInt(page))
                .onSuccess(found -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(
                            ctx,
                            new QueueJson(
                                    found.groups().stream().map(GroupJson::of).toList(), found.more()));
                })
                .onFailure(ctx::fail);
    }

    void decide(RoutingContext ctx) {
        DecisionJson decision = Json.read(ctx.body().buffer(), DecisionJson.class);
        String reason = Objects.requireNonNullElse(decision.reason(), "").strip();
        QuestionGroup.State state = QuestionGroup.State.of(decision.state()).orElseThrow();
        if (state == QuestionGroup.State.SET_ASIDE && reason.isEmpty()) {
            throw Refusal.invalid(List.of(FieldError.body("#/reason", "放到一边要写理由")));
        }
        desk.queue()
                .decide(
                        ctx.pathParam("id"),
                        Version.expected(ctx),
                        state,
                        reason,
                        Staff.of(ctx).actor())
                .onSuccess(version -> {
                    Version.send(ctx, version);
                    ctx.response().setStatusCode(204).end();
                })
                .onFailure(ctx::fail);
    }
}
