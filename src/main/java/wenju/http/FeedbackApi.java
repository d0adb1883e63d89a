package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.store.Feedback;

/** {@code POST /api/v1/answers/{id}/feedback}. */
final class FeedbackApi {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Answers answers;

    FeedbackApi(Answers answers) {
        this.answers = answers;
    }

    /** The body, as validated against the contract; what is absent is null. */
    record FeedbackRequest(
            boolean helpful,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable String passageId) {
        Feedback feedback() {
            return new Feedback(passageId, helpful, reason, Objects.requireNonNullElse(comment, ""));
        }
    }

    /** Ids of answers are as the contract writes them; {@link UUID#fromString} takes shorter ones too. */
    private static UUID answer(RoutingContext ctx) {
        String id = ctx.pathParam("id");
        if (!ID.matcher(id).matches()) {
            throw Refusal.invalid(List.of(FieldError.parameter("id", "应为答复的 id")));
        }
        return UUID.fromString(id);
    }

    /** Says 204 only when the feedback is on disk. */
    void feedback(RoutingContext ctx) {
        Feedback feedback =
                Json.read(ctx.body().buffer(), FeedbackRequest.class).feedback();
        answers.feedback(answer(ctx), feedback)
                .onSuccess(fate -> {
                    switch (fate) {
                        case KEPT -> ctx.response().setStatusCode(204).end();
                        case UNKNOWN_ANSWER ->
                            ctx.fail(Refusal.of(ProblemType.ANSWER_NOT_FOUND, "没有这个答复的记录，可能已过保存期限，或已应要求删除。"));
                        case NOT_SHOWN ->
                            ctx.fail(Refusal.invalid(List.of(FieldError.body("#/passageId", "这个答复里没有这一处摘录"))));
                    }
                })
                .onFailure(ctx::fail);
    }
}
