package wenju.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.store.StandardAnswer;

/** {@code /api/v1/desk/answers}: standard answers, written by one editor and approved by another. */
final class StandardAnswersApi {
    private final Desk desk;
    private final Clock clock;

    StandardAnswersApi(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The body, as validated against the contract. */
    record DraftJson(List<String> wordings, String text, List<String> passageIds, LocalDate reviewOn) {}

    /** @param url of the clause in the reader */
    record ClauseJson(String passageId, String text, String url) {
        static ClauseJson of(ApprovedAnswer.Clause clause) {
            return new ClauseJson(
                    clause.passageId(), clause.text(), "/notices/" + clause.noticeId() + "#" + clause.passageId());
        }
    }

    record InUseJson(List<String> wordings, String text, LocalDate approvedOn, String approvedBy, LocalDate reviewOn) {}

    /** @param own whether who asks wrote some of what waits, and so cannot approve it */
    record StandardAnswerJson(
            String id,
            List<String> wordings,
            String text,
            List<ClauseJson> clauses,
            LocalDate reviewOn,
            boolean waits,
            boolean own,
            @Nullable InUseJson inUse,
            @Nullable String lapse,
            boolean withdrawn,
            String etag,
            Instant changedAt) {
        static StandardAnswerJson of(StandardAnswer answer, Staff staff) {
            ApprovedAnswer inUse = answer.inUse();
            return new StandardAnswerJson(
                    answer.id(),
                    answer.draft().wordings(),
                    answer.draft().text(),
                    answer.clauses().stream().map(ClauseJson::of).toList(),
                    answer.draft().reviewOn(),
                    answer.waits(),
                    answer.authors().contains(staff.id()),
                    inUse == null
                            ? null
                            : new InUseJson(
                                    inUse.wordings(),
                                    inUse.text(),
                                    inUse.approvedOn(),
                                    String.valueOf(answer.approvedBy()),
                                    inUse.reviewOn()),
                    answer.lapse() == null ? null : answer.lapse().code(),
                    answer.withdrawn(),
                    Version.tag(answer.version()),
                    answer.changedAt());
        }
    }

    record StandardAnswerListJson(List<StandardAnswerJson> answers) {}

    void list(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        desk.standards()
                .list()
                .onSuccess(answers -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(
                            ctx,
                            new StandardAnswerListJson(answers.stream()
                                    .map(answer -> StandardAnswerJson.of(answer, staff))
                                    .toList()));
                })
                .onFailure(ctx::fail);
    }

    void add(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        ctx.response().setStatusCode(201);
        answer(ctx, desk.standards().add(draft(ctx), staff.id(), staff.actor()));
    }

    void change(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        answer(
                ctx,
                desk.standards()
                        .change(ctx.pathParam("id"), Version.expected(ctx), draft(ctx), staff.id(), staff.actor()));
    }

    void approve(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        answer(
                ctx,
                desk.standards()
                        .approve(
                                ctx.pathParam("id"),
                                Version.expected(ctx),
                                staff.id(),
                                LocalDate.now(clock),
                                staff.actor()));
    }

    void withdraw(RoutingContext ctx) {
        answer(
                ctx,
                desk.standards()
                        .withdraw(
                                ctx.pathParam("id"),
                                Version.expected(ctx),
                                Staff.of(ctx).actor()));
    }

    /** This node knows at once, the others within seconds. */
    private void answer(RoutingContext ctx, Future<StandardAnswer> changed) {
        changed.compose(answer -> desk.knowledge().look().map(answer))
                .onSuccess(answer -> {
                    Version.send(ctx, answer.version());
                    Body.json(ctx, StandardAnswerJson.of(answer, Staff.of(ctx)));
                })
                .onFailure(failure -> ctx.fail(told(failure)));
    }

    /** Lengths once more, in UTF-16 units; and the day, which the contract cannot know. */
    private StandardAnswer.Draft draft(RoutingContext ctx) {
        DraftJson body = Json.read(ctx.body().buffer(), DraftJson.class);
        var errors = new ArrayList<FieldError>();
        if (body.wordings().stream().anyMatch(String::isBlank)) {
            errors.add(FieldError.body("#/wordings", "问法不能空白"));
        }
        if (body.text().isBlank() || body.text().length() > StandardAnswer.MAX_TEXT) {
            errors.add(FieldError.body("#/text", "答复应有 1 至 " + StandardAnswer.MAX_TEXT + " 个字符"));
        }
        if (!body.reviewOn().isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.body("#/reviewOn", "复核日期应在今天之后"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new StandardAnswer.Draft(body.wordings(), body.text(), body.passageIds(), body.reviewOn());
    }

    private static Throwable told(Throwable failure) {
        return switch (failure) {
            case StandardAnswer.UnknownClauseException unknown ->
                Refusal.invalid(List.of(FieldError.body("#/passageIds", "没有这一条，或已撤下")));
            case StandardAnswer.NotApprovableException refused ->
                Refusal.of(ProblemType.NOT_APPROVABLE, obstacle(refused.obstacle()));
            default -> failure;
        };
    }

    private static String obstacle(StandardAnswer.Obstacle obstacle) {
        return switch (obstacle) {
            case OWN_WORK -> "自己写的不能自己核准，请另一位编辑核准。";
            case NOTHING_WAITS -> "没有等待核准的内容。";
            case DOES_NOT_HOLD -> "所依据的条文在写好以后有变动，或今天不在有效期，或已过复核日期；请修改后再核准。";
        };
    }
}
