package wenju.http;

import static wenju.http.Html.el;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.store.SignIn;

/** {@code /desk/sign-in/elsewhere}: to the identity provider, and back. */
final class OpenIdPage {
    static final String PATH = SignInPage.PATH + "/elsewhere";
    static final String BACK = PATH + "/back";

    private final Desk desk;
    private final Sessions sessions;
    private final OpenId openId;

    OpenIdPage(Desk desk, Sessions sessions, OpenId openId) {
        this.desk = desk;
        this.sessions = sessions;
        this.openId = openId;
    }

    void leave(RoutingContext ctx) {
        SignInAttempt attempt =
                SignInAttempt.to(SignInPage.next(ctx.queryParams().get("next")));
        openId.address(attempt)
                .onSuccess(address -> {
                    sessions.giveAttempt(ctx, attempt);
                    DeskRoutes.redirect(ctx, address);
                })
                .onFailure(ctx::fail);
    }

    /** An attempt is good once, whatever comes of it. */
    void comeBack(RoutingContext ctx) {
        Optional<SignInAttempt> attempt = sessions.takeAttempt(ctx)
                .filter(begun -> same(begun.state(), ctx.queryParams().get("state")));
        String code = ctx.queryParams().get("code");
        if (attempt.isEmpty() || code == null) {
            ctx.fail(refused(ctx));
            return;
        }
        String address = sessions.address(ctx);
        openId.identity(attempt.get(), code)
                .compose(identity -> identity.isEmpty()
                        ? Future.succeededFuture(new SignIn.Refused())
                        : desk.sessions().signIn(identity.get(), address))
                .onSuccess(signIn -> {
                    if (signIn instanceof SignIn.Done done) {
                        sessions.give(ctx, done.token());
                        goOn(ctx, attempt.get().next());
                    } else {
                        ctx.fail(refused(ctx));
                    }
                })
                .onFailure(ctx::fail);
    }

    /**
     * A page that goes on by itself: after a redirect from another site the browser would not send the strict cookie that it has
     * just been given.
     */
    private static void goOn(RoutingContext ctx, String next) {
        Words words = Visitor.of(ctx).words();
        ctx.response().putHeader("Refresh", "0; url=" + next);
        DeskRoutes.send(
                ctx,
                DeskLayout.outside(
                        Visitor.of(ctx),
                        words.get("signInElsewhereDone"),
                        el("p", el("a", words.get("deskHome")).with("href", next))));
    }

    private static Refusal refused(RoutingContext ctx) {
        ctx.response().putHeader("WWW-Authenticate", "Session realm=\"wenju\"");
        return Refusal.of(ProblemType.SIGN_IN_REFUSED, "单点登录没有成功，或您在那里没有本工作台的角色；请重试，或找管理员。");
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
