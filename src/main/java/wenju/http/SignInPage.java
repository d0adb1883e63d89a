package wenju.http;

import static wenju.http.Html.el;
import static wenju.http.Html.nothing;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.store.Password;
import wenju.store.SignIn;

/** {@code /desk/sign-in} and {@code /desk/sign-out}: plain forms, no script needed. */
final class SignInPage {
    static final String PATH = "/desk/sign-in";

    /** An address of the desk, to go on to; nothing that leads elsewhere. */
    private static final Pattern NEXT = Pattern.compile("/desk(?:[/?][A-Za-z0-9%._~/?&=+:,;@-]*)?");

    private final Desk desk;
    private final Sessions sessions;

    SignInPage(Desk desk, Sessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    void form(RoutingContext ctx) {
        DeskRoutes.send(ctx, page(Visitor.of(ctx), "", next(ctx.queryParams().get("next")), null));
    }

    void signIn(RoutingContext ctx) {
        sessions.checkOrigin(ctx);
        MultiMap form = ctx.request().formAttributes();
        String name = cut(form.get("name"), 64);
        String next = next(form.get("next"));
        desk.sessions()
                .signIn(name, Password.typed(cut(form.get("password"), Password.MAX_LENGTH)), sessions.address(ctx))
                .onSuccess(signIn -> {
                    switch (signIn) {
                        case SignIn.Done done -> {
                            sessions.give(ctx, done.token());
                            DeskRoutes.redirect(ctx, next);
                        }
                        case SignIn.Refused refused -> again(ctx, SessionApi.refused(ctx), name, next);
                        case SignIn.Locked locked -> again(ctx, SessionApi.locked(locked.seconds()), name, next);
                    }
                })
                .onFailure(ctx::fail);
    }

    void signOut(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        desk.sessions()
                .close(staff.session(), staff.actor())
                .onSuccess(closed -> {
                    sessions.take(ctx);
                    DeskRoutes.redirect(ctx, PATH);
                })
                .onFailure(ctx::fail);
    }

    private void again(RoutingContext ctx, Refusal refusal, String name, String next) {
        Problem problem = refusal.problem("urn:uuid:" + RequestLog.id(ctx));
        RequestLog.outcome(ctx, problem.kind().slug());
        ctx.response().setStatusCode(problem.status());
        if (problem.retryAfter() != null) {
            ctx.response().putHeader("Retry-After", problem.retryAfter().toString());
        }
        DeskRoutes.send(ctx, page(Visitor.of(ctx), name, next, problem.detail()));
    }

    /** @param trouble null when nothing went wrong yet */
    private String page(Visitor visitor, String name, String next, @Nullable String trouble) {
        Words words = visitor.words();
        var nameInput = el("input")
                .with("name", "name")
                .with("required")
                .with("maxlength", "64")
                .with("autocomplete", "username")
                .with("autocapitalize", "none")
                .with("spellcheck", "false")
                .with("value", name);
        var passwordInput = el("input")
                .with("type", "password")
                .with("name", "password")
                .with("required")
                .with("maxlength", Integer.toString(Password.MAX_LENGTH))
                .with("autocomplete", "current-password");
        return DeskLayout.outside(
                visitor,
                words.get("signIn"),
                DeskLayout.trouble(trouble),
                desk.openId() == null
                        ? nothing()
                        : el(
                                "p",
                                el("a", words.get("signInElsewhere"))
                                        .with("href", elsewhere(next))
                                        .with("class", "first button")),
                el(
                                "form",
                                DeskLayout.field(
                                        words.get("signInName"),
                                        name.isEmpty() ? nameInput.with("autofocus") : nameInput,
                                        "name"),
                                DeskLayout.field(
                                        words.get("signInPassword"),
                                        name.isEmpty() ? passwordInput : passwordInput.with("autofocus"),
                                        "password"),
                                next.equals("/desk")
                                        ? nothing()
                                        : el("input")
                                                .with("type", "hidden")
                                                .with("name", "next")
                                                .with("value", next),
                                el("button", words.get("signInButton"))
                                        .with("type", "submit")
                                        .with("class", "first"))
                        .with("class", "narrow")
                        .with("method", "post"),
                el("p", words.get("signInHelp")).with("class", "hint"));
    }

    private static String elsewhere(String next) {
        return OpenIdPage.PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Where to go on to: what was wanted, if it is at the desk. */
    static String next(@Nullable String wanted) {
        return wanted != null && NEXT.matcher(wanted).matches() && !wanted.startsWith(PATH) ? wanted : "/desk";
    }

    private static String cut(@Nullable String text, int length) {
        return text == null ? "" : text.substring(0, Math.min(length, text.length()));
    }
}
