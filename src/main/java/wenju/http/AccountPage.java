package wenju.http;

import static wenju.http.Html.el;
import static wenju.http.Html.nothing;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.store.Password;
import wenju.store.SessionStore.PasswordChange;

/** {@code /desk/account}: who somebody is here, and their password; a plain form, no script needed. */
final class AccountPage {
    private static final Script SCRIPT = Script.desk("/web/desk/desk.js");

    private final Desk desk;

    AccountPage(Desk desk) {
        this.desk = desk;
    }

    void show(RoutingContext ctx) {
        send(ctx, ctx.queryParams().contains("changed") ? "passwordChanged" : null, null);
    }

    void changePassword(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        MultiMap form = ctx.request().formAttributes();
        Password chosen;
        try {
            if (!text(form, "chosen").equals(text(form, "again"))) {
                refuse(ctx, Visitor.of(ctx).words().get("passwordsDiffer"));
                return;
            }
            chosen = Password.chosen(text(form, "chosen"), staff.name());
        } catch (Password.UnsuitableException e) {
            refuse(ctx, e.getMessage() + "。");
            return;
        }
        desk.sessions()
                .changePassword(staff.session(), Password.typed(text(form, "current")), chosen, staff.actor())
                .onSuccess(changed -> {
                    switch (changed) {
                        case PasswordChange.Done done -> DeskRoutes.redirect(ctx, "/desk/account?changed=1");
                        case PasswordChange.Refused refused ->
                            refuse(
                                    ctx,
                                    Objects.toString(SessionApi.wrongPassword().getMessage()));
                        case PasswordChange.Locked locked -> ctx.fail(SessionApi.locked(locked.seconds()));
                    }
                })
                .onFailure(ctx::fail);
    }

    private static void refuse(RoutingContext ctx, String trouble) {
        ctx.response().setStatusCode(422);
        send(ctx, null, trouble);
    }

    private static void send(RoutingContext ctx, @Nullable String done, @Nullable String trouble) {
        Visitor visitor = Visitor.of(ctx);
        Words words = visitor.words();
        Staff staff = Staff.of(ctx);
        Html main = el(
                        "form",
                        el("h2", words.get("passwordTitle")),
                        DeskLayout.trouble(trouble),
                        done == null
                                ? nothing()
                                : el("p", words.get(done)).with("class", "done").with("role", "status"),
                        staff.account().oneTime()
                                ? el("p", words.get("passwordOneTime")).with("class", "trouble")
                                : nothing(),
                        DeskLayout.csrf(staff),
                        password(words, "current", "passwordCurrent", "current-password"),
                        password(words, "chosen", "passwordChosen", "new-password"),
                        password(words, "again", "passwordAgain", "new-password"),
                        el("p", words.get("passwordRule", Password.MIN_LENGTH)).with("class", "hint"),
                        el("button", words.get("passwordButton"))
                                .with("type", "submit")
                                .with("class", "first"))
                .with("class", "narrow")
                .with("action", "/desk/account")
                .with("method", "post");
        DeskRoutes.send(
                ctx,
                DeskLayout.page(
                        visitor,
                        staff,
                        Section.ACCOUNT,
                        SCRIPT,
                        el(
                                "p",
                                staff.account().displayName() + " · " + staff.name() + " · "
                                        + words.get(staff.role().code())),
                        main));
    }

    private static Html password(Words words, String name, String label, String autocomplete) {
        return DeskLayout.field(
                words.get(label),
                el("input")
                        .with("type", "password")
                        .with("name", name)
                        .with("required")
                        .with("maxlength", Integer.toString(Password.MAX_LENGTH))
                        .with("autocomplete", autocomplete),
                name);
    }

    private static String text(MultiMap form, String name) {
        return Objects.requireNonNullElse(form.get(name), "");
    }
}
