package wenju.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Validity;
import wenju.store.Channel;
import wenju.store.Door;
import wenju.store.NoticeFilter;

/** The pages, rendered here. */
final class Pages {
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private final BoundedAsking asking;
    private final Collaborators collaborators;

    private final AnsweringSwitch answering;

    Pages(BoundedAsking asking, Collaborators collaborators, AnsweringSwitch answering) {
        this.asking = asking;
        this.collaborators = collaborators;
        this.answering = answering;
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

    private static boolean isVerbatim(RoutingContext ctx) {
        return ctx.queryParam("verbatim").contains("1");
    }

    void home(RoutingContext ctx) {
        Visitor visitor = Visitor.of(ctx);
        if (!asks(ctx)) {
            welcome(visitor).onSuccess(page -> send(ctx, page)).onFailure(ctx::fail);
            return;
        }
        answering.check(Channel.PAGE);
        asking.ask(
                        RequestLog.id(ctx),
                        Door.PAGE,
                        null,
                        AskRequest.of(question(ctx), isVerbatim(ctx)).question(collaborators.today()))
                .onSuccess(reply -> {
                    RequestLog.outcome(ctx, reply.outcome());
                    send(ctx, AskPage.answered(visitor, reply));
                })
                .onFailure(ctx::fail);
    }

    void notice(RoutingContext ctx) {
        collaborators
                .notices()
                .find(ctx.pathParam("id"))
                .map(found -> found.orElseThrow(NoticesApi::unknown))
                .onSuccess(stored -> send(ctx, ReaderPage.of(Visitor.of(ctx), stored, collaborators.today())))
                .onFailure(ctx::fail);
    }

    /** Whatever is chosen amiss is told like a parameter of the API. */
    void notices(RoutingContext ctx) {
        var filter = new NoticeFilter(
                null, null, year(ctx), status(ctx), collaborators.today(), NoticeListPage.ROWS, chosen(ctx, "after"));
        collaborators
                .notices()
                .list(filter)
                .onSuccess(found -> send(ctx, NoticeListPage.of(Visitor.of(ctx), filter, found)))
                .onFailure(ctx::fail);
    }

    private static @Nullable Integer year(RoutingContext ctx) {
        String year = chosen(ctx, "year");
        if (year != null && !YEAR.matcher(year).matches()) {
            throw Refusal.invalid(List.of(FieldError.parameter("year", "年份应是四位数字")));
        }
        return year == null ? null : Integer.valueOf(year);
    }

    private static Validity.@Nullable Status status(RoutingContext ctx) {
        String code = chosen(ctx, "status");
        Validity.Status status = NoticesApi.status(code);
        if (code != null && status == null) {
            throw Refusal.invalid(List.of(FieldError.parameter("status", "没有这种效力")));
        }
        return status;
    }

    /** A parameter that a form sends; null when it was left empty. */
    private static @Nullable String chosen(RoutingContext ctx, String name) {
        List<String> values = ctx.queryParam(name);
        return values.isEmpty() || values.getFirst().isBlank()
                ? null
                : values.getFirst().strip();
    }

    /** Comparing takes the product of two lengths, so it is done off the event loop. */
    void changes(RoutingContext ctx) {
        Visitor visitor = Visitor.of(ctx);
        Future.all(read(ctx.pathParam("older")), read(ctx.pathParam("id")))
                .compose(both -> ctx.vertx()
                        .executeBlocking(() -> ComparisonPage.of(visitor, both.resultAt(0), both.resultAt(1)), false))
                .onSuccess(page -> send(ctx, page))
                .onFailure(ctx::fail);
    }

    void guide(RoutingContext ctx) {
        send(ctx, GuidePage.of(Visitor.of(ctx)));
    }

    /** Switches 长辈模式 and returns to the page it was switched on. */
    void senior(RoutingContext ctx) {
        Visitor.switchSenior(ctx);
        ctx.response()
                .setStatusCode(303)
                .putHeader("Location", cameFrom(ctx.request().getHeader("Referer")))
                .end();
    }

    /** Where on this service somebody came from; never another one, whatever the header says. */
    private static String cameFrom(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        try {
            URI address = new URI(referer);
            String path = address.getRawPath();
            boolean ours = path != null && path.startsWith("/") && !path.startsWith("//");
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return ours ? path + query : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private Future<Notice> read(String id) {
        return collaborators
                .notices()
                .find(id)
                .map(found -> found.orElseThrow(NoticesApi::unknown).notice());
    }

    /**
     * Without examples there may be no notice at all, which only the store knows. When it is away nobody is told that nothing
     * is there.
     */
    private Future<String> welcome(Visitor visitor) {
        Optional<String> off = answering.notice(Channel.PAGE);
        if (off.isPresent()) {
            return Future.succeededFuture(AskPage.off(visitor, off.get()));
        }
        List<String> examples = collaborators.examples().get();
        if (!examples.isEmpty()) {
            return Future.succeededFuture(AskPage.welcome(visitor, examples));
        }
        return collaborators
                .notices()
                .list(new NoticeFilter(null, null, null, null, null, 1, null))
                .map(page -> page.notices().isEmpty())
                .otherwise(false)
                .map(empty -> empty && collaborators.readiness().get().answers()
                        ? AskPage.empty(visitor)
                        : AskPage.welcome(visitor, List.of()));
    }

    /** Language and type size are the visitor's own, so nobody else may get the page from a cache. */
    private static void send(RoutingContext ctx, String page) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.html(ctx, page);
    }
}
