package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.notice.Citation;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Standing;
import wenju.store.KeptClause;
import wenju.store.KeptClauses;
import wenju.store.StoredNotice;

/** {@code /api/v1/desk/kept}: what somebody used lately or pinned, for themselves alone. */
final class KeptClausesApi {
    private final Desk desk;
    private final Clock clock;

    KeptClausesApi(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The body, as validated against the contract; what is absent is null. */
    record KeepJson(@Nullable Boolean pinned) {}

    /**
     * @param title as it was when it was used; so is the locator
     * @param change what has become of it since; null when it stands as it stood
     * @param clause as it stands now; null when it is gone
     */
    record KeptJson(
            String passageId,
            String title,
            String locator,
            boolean pinned,
            Instant usedAt,
            @Nullable String change,
            DeskSearchApi.@Nullable ClauseJson clause) {
        static KeptJson of(KeptClause kept, LocalDate today) {
            return new KeptJson(
                    kept.passageId(),
                    kept.title(),
                    kept.locator(),
                    kept.pinned(),
                    kept.usedAt(),
                    kept.change(today).map(KeptClause.Change::code).orElse(null),
                    kept.notice() == null
                            ? null
                            : kept.passage()
                                    .map(passage -> clause(kept.notice(), passage, today))
                                    .orElse(null));
        }

        private static DeskSearchApi.ClauseJson clause(StoredNotice stored, Passage passage, LocalDate today) {
            Notice notice = stored.notice();
            Standing standing = stored.standing();
            var citation = new Citation(
                    notice.id(),
                    notice.number() == null ? null : notice.number().text(),
                    notice.title(),
                    notice.issuer(),
                    notice.issuedOn(),
                    standing.effectiveOn(),
                    standing.on(today),
                    passage.locator().text(),
                    passage.id());
            return new DeskSearchApi.ClauseJson(
                    ApprovedAnswer.textOf(passage),
                    List.of(),
                    notice.kind(),
                    notice.gazette(),
                    AnswerJson.CitationJson.of(citation),
                    List.of());
        }
    }

    record KeptListJson(List<KeptJson> clauses) {}

    void list(RoutingContext ctx) {
        LocalDate today = LocalDate.now(clock);
        desk.kept()
                .list(Staff.of(ctx).id())
                .onSuccess(kept -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(
                            ctx,
                            new KeptListJson(kept.stream()
                                    .map(clause -> KeptJson.of(clause, today))
                                    .toList()));
                })
                .onFailure(ctx::fail);
    }

    void keep(RoutingContext ctx) {
        KeepJson body = Json.read(ctx.body().buffer(), KeepJson.class);
        desk.kept()
                .keep(Staff.of(ctx).id(), ctx.pathParam("id"), body.pinned(), LocalDate.now(clock))
                .onSuccess(found -> {
                    if (found) {
                        ctx.response().setStatusCode(204).end();
                    } else {
                        ctx.fail(Refusal.of(ProblemType.NOTICE_NOT_FOUND, "没有收录这一条，或者它所在的文件已撤下。"));
                    }
                })
                .onFailure(failure -> ctx.fail(
                        failure instanceof KeptClauses.TooManyException
                                ? Refusal.of(ProblemType.TOO_MANY_PINNED, "最多钉住 " + KeptClauses.PINNED + " 条，请先取消一些。")
                                : failure));
    }

    void drop(RoutingContext ctx) {
        desk.kept()
                .drop(Staff.of(ctx).id(), ctx.pathParam("id"))
                .onSuccess(dropped -> ctx.response().setStatusCode(204).end())
                .onFailure(ctx::fail);
    }
}
