package wenju.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import wenju.store.Role;

/** Which address of the desk leads where: the operations under {@code /api/v1/desk}, and the pages under {@code /desk}. */
final class DeskRoutes {
    static final String API = "/api/v1/desk/";

    private static final String SIGN_OUT = "/desk/sign-out";

    /** Open to somebody who has a one-time password. */
    private static final Set<String> BEFORE_PASSWORD = Set.of(Section.ACCOUNT.path(), SIGN_OUT);

    private final Vertx vertx;
    private final Contract contract;
    private final Sessions sessions;
    private final Desk desk;
    private final Clock clock;

    private final Collaborators collaborators;
    private final BoundedAsking asking;

    DeskRoutes(
            Vertx vertx,
            Contract contract,
            Sessions sessions,
            Desk desk,
            Collaborators collaborators,
            BoundedAsking asking) {
        this.vertx = vertx;
        this.clock = collaborators.clock();
        this.collaborators = collaborators;
        this.asking = asking;
        this.contract = contract;
        this.sessions = sessions;
        this.desk = desk;
    }

    /** Every operation of the desk; who may use it the contract says and {@link Access} sees to. */
    void operations(RouterBuilder builder) {
        var session = new SessionApi(desk, sessions);
        operation(builder, "createSession", session::create);
        operation(builder, "getSession", session::get);
        operation(builder, "deleteSession", session::delete);
        operation(builder, "changeOwnPassword", session::changePassword);
        var accounts = new AccountsApi(desk);
        operation(builder, "listAccounts", accounts::list);
        operation(builder, "addAccount", accounts::add);
        operation(builder, "changeAccount", accounts::change);
        operation(builder, "resetPassword", accounts::resetPassword);
        operation(builder, "unlockAccount", accounts::unlock);
        var keys = new KeysApi(desk);
        operation(builder, "listKeys", keys::list);
        operation(builder, "createKey", keys::create);
        operation(builder, "rotateKey", keys::rotate);
        operation(builder, "revokeKey", keys::revoke);
        var channels = new ChannelsApi(desk);
        operation(builder, "listChannels", channels::list);
        operation(builder, "switchChannel", channels::change);
        operation(builder, "listAudit", new AuditApi(desk, clock)::list);
        var answers = new StandardAnswersApi(desk, clock);
        operation(builder, "listStandardAnswers", answers::list);
        operation(builder, "addStandardAnswer", answers::add);
        operation(builder, "changeStandardAnswer", answers::change);
        operation(builder, "approveStandardAnswer", answers::approve);
        operation(builder, "withdrawStandardAnswer", answers::withdraw);
        operation(builder, "searchClauses", new DeskSearchApi(asking, collaborators)::search);
        var queue = new QueueApi(desk);
        operation(builder, "listQueue", queue::list);
        operation(builder, "decideQuestions", queue::decide);
        var thesaurus = new ThesaurusApi(desk, asking);
        operation(builder, "listThesaurusEntries", thesaurus::list);
        operation(builder, "addThesaurusEntry", thesaurus::add);
        operation(builder, "withdrawThesaurusEntry", thesaurus::withdraw);
        operation(builder, "tryThesaurusEntry", thesaurus::test);
        var notice = new DeskNoticeApi(desk, clock);
        operation(builder, "getDeskNotice", notice::get);
        operation(builder, "correctNotice", notice::correct);
        operation(builder, "takeBackCorrection", notice::takeBack);
        var figures = new FiguresApi(desk, clock);
        operation(builder, "getFigures", figures::get);
        operation(builder, "exportFigures", figures::export);
        var kept = new KeptClausesApi(desk, clock);
        operation(builder, "listKeptClauses", kept::list);
        operation(builder, "keepClause", kept::keep);
        operation(builder, "dropKeptClause", kept::drop);
        var register = new NoticeRegisterApi(desk, clock);
        operation(builder, "listDeskNotices", register::list);
        operation(builder, "withdrawNotice", register::withdraw);
        operation(builder, "restoreNotice", register::restore);
        operation(builder, "listGazettes", register::gazettes);
        operation(builder, "exportKnowledge", new KnowledgeApi(vertx, desk, clock)::export);
        var imports = new ImportsApi(vertx, collaborators.integrations().imports());
        builder.getRoute("startDeskImport")
                .setDoValidation(false)
                .addHandler(ctx -> KnownParameters.pass(ctx, contract.openApi().operation("startDeskImport")))
                .addHandler(imports::startAtDesk);
        operation(builder, "getDeskImport", imports::get);
        operation(builder, "findClauses", new ClausesApi(asking, collaborators)::find);
    }

    /** Every page of the desk. */
    void pages(Router router) {
        var signIn = new SignInPage(desk, sessions);
        var account = new AccountPage(desk);
        OpenIdSettings openId = desk.openId();
        if (openId != null) {
            var elsewhere = new OpenIdPage(desk, sessions, new OpenId(vertx, openId, desk.origin() + OpenIdPage.BACK));
            get(router, OpenIdPage.PATH).handler(elsewhere::leave);
            get(router, OpenIdPage.BACK).handler(elsewhere::comeBack);
        }
        get(router, SignInPage.PATH).handler(signIn::form);
        post(router, SignInPage.PATH).handler(signIn::signIn);
        post(router, SIGN_OUT).handler(this::onlySignedIn).handler(signIn::signOut);
        page(router, Section.ADMIN, new AdminPage(desk, clock)::show);
        page(router, Section.QUEUE, new DeskQueuePage()::show);
        page(router, Section.ANSWERS, new DeskAnswersPage()::show);
        page(router, DeskImportPage.PATH, DeskImportPage.ROLES, new DeskImportPage()::show);
        var notice = new DeskNoticePage(desk);
        page(router, "/desk/notices/:id", DeskNoticePage.ROLES, notice::show);
        page(router, "/desk/notices/:id/versions/:until", DeskNoticePage.ROLES, notice::compare);
        page(router, Section.FIGURES, new FiguresPage(desk, clock)::show);
        page(router, Section.NOTICES, new DeskNoticesPage()::show);
        page(router, Section.ACCOUNT, account::show);
        post(router, Section.ACCOUNT.path()).handler(this::onlySignedIn).handler(account::changePassword);
        get(router, Section.SEARCH.path())
                .handler(this::onlySignedIn)
                .handler(DeskRoutes::toFirst)
                .handler(new DeskSearchPage(desk)::show);
    }

    /** Where nobody can sign in, nobody is. */
    static void closed(RouterBuilder builder) {
        builder.getRoutes().stream()
                .filter(route -> route.getOperation().getOpenAPIPath().startsWith(API))
                .forEach(route -> route.addHandler(ctx -> ctx.fail(Access.notSignedIn(ctx))));
    }

    /** Sends a page of the desk, which nobody else may keep. */
    static void send(RoutingContext ctx, String page) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.html(ctx, page);
    }

    static void redirect(RoutingContext ctx, String path) {
        ctx.response()
                .setStatusCode(303)
                .putHeader("Location", path)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    /** JSON bodies are checked on the event loop, see {@link JsonBodyRule}. */
    private void operation(RouterBuilder builder, String id, Handler<RoutingContext> handler) {
        OpenAPIRoute route = builder.getRoute(id);
        Operation operation = route.getOperation();
        if (operation.getRequestBody() != null) {
            route.setDoValidation(false).addHandler(new JsonBodyRule(contract, operation));
        }
        route.addHandler(handler);
    }

    /** Whoever does not search starts elsewhere. */
    private static void toFirst(RoutingContext ctx) {
        Section first = Section.firstOf(Staff.of(ctx).role());
        if (first == Section.SEARCH) {
            ctx.next();
        } else {
            redirect(ctx, first.path());
        }
    }

    /** A section's page, for its roles. */
    private void page(Router router, Section section, Handler<RoutingContext> handler) {
        page(router, section.path(), section.roles(), handler);
    }

    private void page(Router router, String path, Set<Role> roles, Handler<RoutingContext> handler) {
        get(router, path)
                .handler(this::onlySignedIn)
                .handler(ctx -> only(ctx, roles))
                .handler(handler);
    }

    /**
     * Lets signed-in people go on, and to a change only with what our own pages send along; others go to sign in. Whoever has a
     * one-time password goes to replace it.
     */
    private void onlySignedIn(RoutingContext ctx) {
        sessions.find(ctx)
                .onSuccess(found -> {
                    boolean reads = ctx.request().method() != HttpMethod.POST;
                    if (found.isEmpty()) {
                        redirect(
                                ctx,
                                SignInPage.PATH
                                        + (reads
                                                ? "?next="
                                                        + encoded(ctx.request().uri())
                                                : ""));
                        return;
                    }
                    Staff staff = found.get();
                    if (staff.account().oneTime() && !BEFORE_PASSWORD.contains(ctx.normalizedPath())) {
                        redirect(ctx, Section.ACCOUNT.path());
                        return;
                    }
                    try {
                        if (!reads) {
                            sessions.checkCsrf(
                                    ctx, staff, ctx.request().formAttributes().get(Sessions.CSRF_FIELD));
                        }
                        staff.enter(ctx);
                        ctx.next();
                    } catch (Refusal refused) {
                        ctx.fail(refused);
                    }
                })
                .onFailure(ctx::fail);
    }

    private static void only(RoutingContext ctx, Set<Role> roles) {
        if (roles.contains(Staff.of(ctx).role())) {
            ctx.next();
        } else {
            ctx.fail(Access.forbidden(roles));
        }
    }

    private static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private static Route post(Router router, String path) {
        return router.route(path).method(HttpMethod.POST);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
