package wenju.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.answer.Answerer;
import wenju.answer.Excerpt;
import wenju.answer.Question;
import wenju.answer.Trial;
import wenju.search.Filters;
import wenju.store.ThesaurusEntry;

/** {@code /api/v1/desk/thesaurus}: what staff add to the thesaurus, tried before it is added. */
final class ThesaurusApi {
    private final Desk desk;
    private final BoundedAsking asking;

    ThesaurusApi(Desk desk, BoundedAsking asking) {
        this.desk = desk;
        this.asking = asking;
    }

    /** The body, as validated against the contract; what is absent is null. */
    record LineJson(String line, @Nullable String question) {}

    record EntryJson(String id, String line, String addedBy, Instant addedAt, boolean withdrawn, String etag) {
        static EntryJson of(ThesaurusEntry entry) {
            return new EntryJson(
                    entry.id(),
                    entry.line(),
                    entry.addedBy(),
                    entry.addedAt(),
                    entry.withdrawn(),
                    Version.tag(entry.version()));
        }
    }

    record EntriesJson(List<EntryJson> entries) {}

    /** @param found the first excerpt's place; null when the question is left unanswered */
    record TrialJson(
            int questions,
            List<Trial.Change> better,
            List<Trial.Change> worse,
            @Nullable String before,
            @Nullable String after) {
        static TrialJson of(Trial trial) {
            return new TrialJson(
                    trial.questions(), trial.better(), trial.worse(), found(trial.before()), found(trial.after()));
        }

        private static @Nullable String found(@Nullable Excerpt excerpt) {
            return excerpt == null ? null : ExcerptView.found(excerpt.citation());
        }
    }

    void list(RoutingContext ctx) {
        desk.thesaurus()
                .list()
                .onSuccess(entries -> send(
                        ctx, new EntriesJson(entries.stream().map(EntryJson::of).toList())))
                .onFailure(ctx::fail);
    }

    void add(RoutingContext ctx) {
        String line = line(ctx).line();
        ctx.response().setStatusCode(201);
        answer(ctx, desk.thesaurus().add(line, Staff.of(ctx).actor()));
    }

    void withdraw(RoutingContext ctx) {
        answer(
                ctx,
                desk.thesaurus()
                        .withdraw(
                                ctx.pathParam("id"),
                                Version.expected(ctx),
                                Staff.of(ctx).actor()));
    }

    void test(RoutingContext ctx) {
        LineJson body = line(ctx);
        Optional<Question> meant =
                Optional.ofNullable(body.question()).map(text -> new Question(text, List.of(), 1, Filters.NONE));
        asking.run(RequestLog.id(ctx), () -> desk.trying().trial(body.line(), meant))
                .onSuccess(trial -> send(ctx, TrialJson.of(trial)))
                .onFailure(failure -> ctx.fail(
                        failure instanceof Trial.UnreadableQuestionsException
                                ? Refusal.of(
                                        ProblemType.TRIAL_QUESTIONS_UNREADABLE,
                                        "试用的问题读不了，什么也没有试：" + failure.getMessage() + "。")
                                : failure));
    }

    private static LineJson line(RoutingContext ctx) {
        LineJson body = Json.read(ctx.body().buffer(), LineJson.class);
        if (body.question() != null && body.question().isBlank()) {
            throw Refusal.invalid(List.of(FieldError.body("#/question", "问题不能空白")));
        }
        try {
            Answerer.checkEntry(body.line().strip());
            return new LineJson(body.line().strip(), body.question());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(FieldError.body("#/line", String.valueOf(e.getMessage()))));
        }
    }

    /** This node knows at once, the others within seconds. */
    private void answer(RoutingContext ctx, Future<ThesaurusEntry> changed) {
        changed.compose(entry -> desk.knowledge().look().map(entry))
                .onSuccess(entry -> {
                    Version.send(ctx, entry.version());
                    Body.json(ctx, EntryJson.of(entry));
                })
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, Object body) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, body);
    }
}
