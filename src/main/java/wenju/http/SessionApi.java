package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import wenju.store.Account;
import wenju.store.Password;
import wenju.store.SessionStore.PasswordChange;
import wenju.store.SignIn;

/** {@code /api/v1/desk/session} and {@code /api/v1/desk/password}. */
final class SessionApi {
    private final Desk desk;
    private final Sessions sessions;

    SessionApi(Desk desk, Sessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    /** The body, as validated against the contract. */
    record Credentials(String name, String password) {}

    /** The body, as validated against the contract. */
    record Change(String current, String chosen) {}

    /** DeskSession of the contract. */
    record SessionJson(AccountJson account, String csrf, Instant endsAt) {
        static SessionJson of(Staff staff) {
            return new SessionJson(
                    AccountJson.of(staff.account()),
                    staff.csrf(),
                    staff.session().endsAt());
        }
    }

    record AccountJson(String id, String name, String displayName, String role, boolean oneTime) {
        static AccountJson of(Account account) {
            return new AccountJson(
                    account.id(),
                    account.name(),
                    account.displayName(),
                    account.role().code(),
                    account.oneTime());
        }
    }

    void create(RoutingContext ctx) {
        sessions.checkOrigin(ctx);
        Credentials given = Json.read(ctx.body().buffer(), Credentials.class);
        String address = sessions.address(ctx);
        desk.sessions()
                .signIn(given.name(), Password.typed(given.password()), address)
                .onSuccess(signIn -> {
                    switch (signIn) {
                        case SignIn.Done done -> {
                            sessions.give(ctx, done.token());
                            ctx.response().setStatusCode(201);
                            send(ctx, new Staff(done.session(), done.token().csrf(), address));
                        }
                        case SignIn.Refused refused -> ctx.fail(refused(ctx));
                        case SignIn.Locked locked -> ctx.fail(locked(locked.seconds()));
                    }
                })
                .onFailure(ctx::fail);
    }

    void get(RoutingContext ctx) {
        send(ctx, Staff.of(ctx));
    }

    void delete(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        desk.sessions()
                .close(staff.session(), staff.actor())
                .onSuccess(closed -> {
                    sessions.take(ctx);
                    ctx.response().setStatusCode(204).end();
                })
                .onFailure(ctx::fail);
    }

    void changePassword(RoutingContext ctx) {
        Staff staff = Staff.of(ctx);
        Change change = Json.read(ctx.body().buffer(), Change.class);
        desk.sessions()
                .changePassword(
                        staff.session(),
                        Password.typed(change.current()),
                        Password.chosen(change.chosen(), staff.name()),
                        staff.actor())
                .onSuccess(changed -> {
                    switch (changed) {
                        case PasswordChange.Done done ->
                            ctx.response().setStatusCode(204).end();
                        case PasswordChange.Refused refused -> ctx.fail(wrongPassword());
                        case PasswordChange.Locked locked -> ctx.fail(locked(locked.seconds()));
                    }
                })
                .onFailure(ctx::fail);
    }

    /** What is said of a wrong name or password; never which. */
    static Refusal refused(RoutingContext ctx) {
        ctx.response().putHeader("WWW-Authenticate", "Session realm=\"wenju\"");
        return Refusal.of(ProblemType.SIGN_IN_REFUSED, "用户名或口令不对。");
    }

    static Refusal wrongPassword() {
        return Refusal.of(ProblemType.PASSWORD_UNSUITABLE, "现在的口令不对。");
    }

    static Refusal locked(int seconds) {
        return Refusal.later(ProblemType.SIGN_IN_LOCKED, "口令错得太多，请在 %d 秒后再试。", seconds);
    }

    private static void send(RoutingContext ctx, Staff staff) {
        ctx.response().putHeader("Cache-Control", "no-store");
        Body.json(ctx, SessionJson.of(staff));
    }
}
