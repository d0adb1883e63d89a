package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Which address leads where. The contract's operations come from the contract; the pages are listed here. */
final class Routes {
    /** 64 KiB; the largest question with its history is under 40. */
    static final int MAX_BODY_BYTES = 64 * 1024;

    private static final String HTML = "text/html";

    private final Vertx vertx;
    private final Contract contract;
    private final Failures failures;
    private final Handler<RoutingContext> limit;
    private final AskApi ask;
    private final NoticesApi notices;
    private final OperationApi operation;
    private final Pages pages;

    Routes(Vertx vertx, Contract contract, Collaborators collaborators, HttpSettings settings) {
        var asking = new BoundedAsking(vertx, collaborators, settings);
        this.vertx = vertx;
        this.contract = contract;
        this.failures = new Failures(contract);
        this.limit = AddressLimit.of(settings.anonymousPerMinute());
        this.ask = new AskApi(asking, collaborators);
        this.notices = new NoticesApi(collaborators);
        this.operation = new OperationApi(contract, collaborators);
        this.pages = new Pages(asking, collaborators);
    }

    Router router() {
        RouterBuilder builder = RouterBuilder.create(vertx, contract.openApi(), Routes::extract)
                .rootHandler(new RequestLog(contract.openApi()))
                .rootHandler(new SecurityHeaders())
                .rootHandler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
        builder.getRoute("ask").addHandler(limit).addHandler(ask::ask);
        builder.getRoute("listNotices").addHandler(notices::list);
        builder.getRoute("getNotice").addHandler(notices::get);
        builder.getRoute("livez").addHandler(operation::livez);
        builder.getRoute("readyz").addHandler(operation::readyz);
        builder.getRoute("contract").addHandler(operation::contract);

        Router router = builder.createRouter();
        page(router, "/").handler(this::limitIfAsking).handler(pages::home);
        page(router, "/notices/:id").handler(pages::notice);
        page(router, "/web/*").handler(new WebFiles(vertx));
        router.route().failureHandler(this::fail);
        router.errorHandler(404, this::fail);
        router.errorHandler(405, this::fail);
        return router;
    }

    private static Route page(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void limitIfAsking(RoutingContext ctx) {
        if (Pages.asks(ctx)) {
            limit.handle(ctx);
        } else {
            ctx.next();
        }
    }

    /** The validator passes over query parameters it does not know; we refuse them, a misspelt filter must not be ignored. */
    private static Future<ValidatableRequest> extract(RoutingContext ctx, Operation operation) {
        List<FieldError> unknown = ctx.queryParams().names().stream()
                .filter(name -> operation.getParameters().stream()
                        .noneMatch(parameter -> parameter.getName().equals(name)))
                .map(name -> FieldError.parameter(name, "没有这个查询参数"))
                .toList();
        return unknown.isEmpty()
                ? RequestExtractor.withBodyHandler().extractValidatableRequest(ctx, operation)
                : Future.failedFuture(Refusal.invalid(unknown));
    }

    private void fail(RoutingContext ctx) {
        Problem problem = failures.problem(ctx);
        RequestLog.outcome(ctx, problem.kind().slug());
        if (ctx.response().headWritten()) {
            ctx.request().connection().close();
            return;
        }
        ctx.response().setStatusCode(problem.status()).putHeader("Cache-Control", "no-store");
        if (problem.retryAfter() != null) {
            ctx.response().putHeader("Retry-After", problem.retryAfter().toString());
        }
        if (problem.kind() == ProblemType.METHOD_NOT_ALLOWED) {
            ctx.response().putHeader("Allow", allowed(ctx.normalizedPath()));
        }
        if (wantsPage(ctx)) {
            Body.html(ctx, ProblemPage.of(problem, Pages.question(ctx)));
        } else {
            Body.send(ctx, Problem.MEDIA_TYPE, Json.write(problem));
        }
    }

    private String allowed(String path) {
        Path known = contract.openApi().findPath(path);
        return known == null
                ? "GET, HEAD"
                : known.getOperations().stream()
                        .map(operation -> operation.getHttpMethod().name())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** A browser on a page gets a page; whoever calls the API gets JSON, whatever it says it accepts. */
    private boolean wantsPage(RoutingContext ctx) {
        String accept = ctx.request().getHeader("Accept");
        return accept != null
                && accept.contains(HTML)
                && !ctx.normalizedPath().startsWith("/api/")
                && contract.openApi().findPath(ctx.normalizedPath()) == null;
    }
}
