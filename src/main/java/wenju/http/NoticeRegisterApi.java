package wenju.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.notice.Standing;
import wenju.store.NoticeRegister;
import wenju.store.NoticeRegister.View;

/** The list at {@code /api/v1/desk/notices}, the files they come from, and what takes a notice out of sight and back. */
final class NoticeRegisterApi {
    private static final int DEFAULT_LIMIT = 50;

    private final NoticeRegister register;
    private final Clock clock;

    NoticeRegisterApi(Desk desk, Clock clock) {
        this.register = desk.register();
        this.clock = clock;
    }

    /** @param by empty when it is not known */
    record WithdrawalJson(String reason, String by, Instant at) {}

    /** {@code RegisteredNotice} of the contract. */
    record RegisteredJson(
            @JsonUnwrapped NoticeJson notice,
            @Nullable LocalDate lastDay,
            boolean assumedTerm,
            @Nullable WithdrawalJson withdrawal,
            String etag) {
        static RegisteredJson of(NoticeRegister.Entry entry, LocalDate today) {
            Standing standing = entry.notice().standing();
            NoticeRegister.Withdrawal gone = entry.withdrawal();
            return new RegisteredJson(
                    NoticeJson.of(entry.notice(), today),
                    entry.lastDay(),
                    !standing.term().isEmpty(),
                    gone == null ? null : new WithdrawalJson(gone.reason(), gone.author(), gone.at()),
                    Version.tag(entry.version()));
        }
    }

    record RegisterJson(
            List<RegisteredJson> notices, @Nullable String next) {}

    record GazetteJson(String name, int notices, Instant importedAt) {}

    record GazettesJson(List<GazetteJson> gazettes) {}

    /** The body, as validated against the contract. */
    record WithdrawingJson(String reason) {}

    /** The query has been validated. */
    void list(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        LocalDate today = LocalDate.now(clock);
        var filter = new NoticeRegister.Filter(
                View.of(Objects.requireNonNullElse(query.get("view"), View.IN_SIGHT.code()))
                        .orElseThrow(),
                Objects.requireNonNullElse(query.get("q"), ""),
                query.get("gazette"),
                NoticesApi.status(query.get("status")),
                today,
                query.contains("limit") ? Integer.parseInt(query.get("limit")) : DEFAULT_LIMIT,
                query.get("after"));
        register.list(filter)
                .map(page -> new RegisterJson(
                        page.entries().stream()
                                .map(entry -> RegisteredJson.of(entry, today))
                                .toList(),
                        page.next()))
                .onSuccess(page -> send(ctx, page))
                .onFailure(ctx::fail);
    }

    void gazettes(RoutingContext ctx) {
        register.gazettes()
                .map(found -> new GazettesJson(found.stream()
                        .map(gazette -> new GazetteJson(gazette.name(), gazette.notices(), gazette.importedAt()))
                        .toList()))
                .onSuccess(found -> send(ctx, found))
                .onFailure(ctx::fail);
    }

    void withdraw(RoutingContext ctx) {
        String reason =
                Json.read(ctx.body().buffer(), WithdrawingJson.class).reason().strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid(List.of(FieldError.body("#/reason", "撤下要写理由")));
        }
        changed(
                ctx,
                register.withdraw(
                        ctx.pathParam("id"),
                        Version.expected(ctx),
                        reason,
                        Staff.of(ctx).actor()));
    }

    void restore(RoutingContext ctx) {
        changed(
                ctx,
                register.restore(
                        ctx.pathParam("id"),
                        Version.expected(ctx),
                        Staff.of(ctx).actor()));
    }

    private static void changed(RoutingContext ctx, Future<Optional<Integer>> change) {
        change.map(version -> version.orElseThrow(NoticesApi::unknown))
                .onSuccess(version -> {
                    Version.send(ctx, version);
                    ctx.response().setStatusCode(204).end();
                })
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, Object body) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, body);
    }
}
