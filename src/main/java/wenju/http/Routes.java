package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which address leads where. The contract's operations come from the contract; the pages are listed here. */
final class Routes {
    private static final String HTML = "text/html";

    private final Vertx vertx;
    private final ConnectionWatch watch;
    private final Contract contract;
    private final Failures failures;
    private final Collaborators collaborators;
    private final Meters meters;
    private final Spans spans;
    private final Handler<RoutingContext> limit;
    private final AskApi ask;
    private final FeedbackApi feedback;
    private final ChatApi chat;
    private final McpApi mcp;
    private final NoticesApi notices;
    private final ImportsApi imports;
    private final OperationApi operation;
    private final SuggestApi suggest;
    private final ContractPages contractPages;
    private final Pages pages;
    private final HttpSettings settings;
    private final Sessions sessions;
    private final AnsweringSwitch answering;

    private final BoundedAsking asking;

    /** @param watch lets a request begin */
    Routes(Vertx vertx, Contract contract, Collaborators collaborators, HttpSettings settings, ConnectionWatch watch) {
        this.watch = watch;
        this.vertx = vertx;
        this.contract = contract;
        this.collaborators = collaborators;
        this.failures = new Failures(contract);
        this.meters = new Meters(collaborators.integrations().meters());
        this.spans = new Spans(collaborators.integrations().tracer());
        this.asking = new BoundedAsking(vertx, collaborators, settings, meters, spans);
        this.limit = new AskerLimit(settings);
        this.answering = new AnsweringSwitch(collaborators.desk());
        this.ask = new AskApi(vertx, asking, collaborators, settings);
        this.chat = new ChatApi(vertx, asking, collaborators, settings);
        this.mcp = new McpApi(
                new McpTools(contract, asking, collaborators, answering),
                new McpResources(collaborators),
                settings.embedding());
        this.notices = new NoticesApi(collaborators);
        this.imports = new ImportsApi(vertx, collaborators.integrations().imports());
        this.operation = new OperationApi(vertx, contract, collaborators, meters, watch);
        this.contractPages = new ContractPages(contract);
        this.feedback = new FeedbackApi(collaborators.answers());
        this.suggest = new SuggestApi(vertx, collaborators);
        this.pages = new Pages(asking, collaborators, answering);
        this.settings = settings;
        this.sessions = new Sessions(collaborators.desk(), settings.trustedProxies());
    }

    Router router() {
        RouterBuilder builder = RouterBuilder.create(vertx, contract.openApi(), Routes::extract)
                .rootHandler(watch)
                .rootHandler(new RequestLog(contract.openApi(), meters, spans))
                .rootHandler(new Retirement(contract))
                .rootHandler(new SecurityHeaders(settings.embedding()))
                .rootHandler(new CrossOrigin(settings.embedding()))
                .rootHandler((SecurityPolicyHandler) Routes::checkAddress)
                .rootHandler(new Access(
                        contract,
                        new RememberedKeys(collaborators.integrations().keys()),
                        collaborators.clock(),
                        sessions))
                .rootHandler(new Bodies(vertx, settings.deadlines()));
        builder.getRoutes().forEach(route -> route.setDoSecurity(false));
        withBody(builder, "ask").addHandler(answering).addHandler(limit).addHandler(ask::ask);
        withBody(builder, "chat").addHandler(answering).addHandler(limit).addHandler(chat::complete);
        withBody(builder, "mcp").addHandler(limit).addHandler(mcp::handle);
        withBody(builder, "giveFeedback").addHandler(limit).addHandler(feedback::feedback);
        builder.getRoute("suggest").addHandler(suggest::suggest);
        builder.getRoute("models").addHandler(chat::models);
        builder.getRoute("listNotices").addHandler(notices::list);
        builder.getRoute("getNotice").addHandler(notices::get);
        builder.getRoute("startImport")
                .setDoValidation(false)
                .addHandler(ctx -> KnownParameters.pass(ctx, contract.openApi().operation("startImport")))
                .addHandler(imports::start);
        builder.getRoute("getImport").addHandler(imports::get);
        builder.getRoute("livez").addHandler(operation::livez);
        builder.getRoute("readyz").addHandler(operation::readyz);
        builder.getRoute("metrics").addHandler(operation::metrics);
        builder.getRoute("contract").addHandler(operation::contract);

        Desk desk = collaborators.desk();
        DeskRoutes deskRoutes =
                desk == null ? null : new DeskRoutes(vertx, contract, sessions, desk, collaborators, asking);
        if (deskRoutes == null) {
            DeskRoutes.closed(builder);
        } else {
            deskRoutes.operations(builder);
        }

        Router router = builder.createRouter();
        headLikeGet(router);
        page(router, "/api").handler(contractPages::api);
        page(router, "/problems/:type").handler(contractPages::problem);
        page(router, "/").handler(this::limitIfAsking).handler(pages::home);
        page(router, NoticeListPage.PATH).handler(pages::notices);
        page(router, "/notices/:id").handler(pages::notice);
        page(router, "/notices/:id/changes/:older").handler(pages::changes);
        page(router, "/guide").handler(pages::guide);
        router.route("/senior").method(HttpMethod.POST).handler(pages::senior);
        page(router, "/web/*").handler(new WebFiles(vertx));
        if (deskRoutes != null) {
            deskRoutes.pages(router);
        }
        router.route().failureHandler(this::fail);
        router.errorHandler(404, this::fail);
        router.errorHandler(405, this::fail);
        return router;
    }

    /** JSON bodies are checked on the event loop, see {@link JsonBodyRule}. */
    private OpenAPIRoute withBody(RouterBuilder builder, String operation) {
        return builder.getRoute(operation)
                .setDoValidation(false)
                .addHandler(new JsonBodyRule(contract, contract.openApi().operation(operation)));
    }

    /** Whatever can be got can be asked about (RFC 9110 §9.1); the contract need not say it of each. */
    private static void headLikeGet(Router router) {
        router.getRoutes().stream()
                .filter(route -> route.methods() != null && route.methods().contains(HttpMethod.GET))
                .forEach(route -> route.method(HttpMethod.HEAD));
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

    private static Future<ValidatableRequest> extract(RoutingContext ctx, Operation operation) {
        KnownParameters.check(ctx, operation);
        return RequestExtractor.withBodyHandler().extractValidatableRequest(ctx, operation);
    }

    private void fail(RoutingContext ctx) {
        Problem problem = failures.problem(ctx);
        RequestLog.outcome(ctx, problem.kind().slug());
        if (EventStream.ends(ctx, problem)) {
            return;
        }
        if (ctx.response().headWritten()) {
            ctx.request().connection().close();
            return;
        }
        // Who is refused before the body has come in would leave the rest of it in the way of the next request.
        if (!ctx.request().isEnded() && hasBody(ctx) && ctx.request().version() == HttpVersion.HTTP_1_1) {
            ctx.response().putHeader("Connection", "close");
        }
        ctx.response().setStatusCode(problem.status()).putHeader("Cache-Control", "no-store");
        if (problem.retryAfter() != null) {
            ctx.response().putHeader("Retry-After", problem.retryAfter().toString());
        }
        if (problem.kind() == ProblemType.METHOD_NOT_ALLOWED) {
            ctx.response().putHeader("Allow", allowed(ctx.normalizedPath()));
        }
        if (wantsPage(ctx)) {
            Visitor visitor = Visitor.of(ctx);
            Body.html(
                    ctx,
                    Desk.isAt(ctx.normalizedPath())
                            ? DeskLayout.problem(visitor, problem)
                            : ProblemPage.of(visitor, problem, Pages.question(ctx)));
        } else {
            Body.send(ctx, Problem.MEDIA_TYPE, Json.write(problem));
        }
    }

    private static boolean hasBody(RoutingContext ctx) {
        String length = ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? ctx.request().headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    private String allowed(String path) {
        Path known = contract.openApi().findPath(path);
        return known == null
                ? "GET, HEAD"
                : known.getOperations().stream()
                        .map(operation -> operation.getHttpMethod().name())
                        .flatMap(method -> method.equals("GET") ? Stream.of(method, "HEAD") : Stream.of(method))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** Characters that stand in an address as they are would be read byte by byte, and look for what nobody meant. */
    private static void checkAddress(RoutingContext ctx) {
        if (ctx.request().uri().chars().anyMatch(c -> c > '~')) {
            throw Refusal.of(ProblemType.INVALID_REQUEST, "地址中的汉字要按 UTF-8 写成 %XX，例如 curl -G --data-urlencode 'q=电梯'。");
        }
        ctx.next();
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
