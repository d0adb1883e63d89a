package wenju.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.store.Account;
import wenju.store.Password;
import wenju.store.Role;

/** {@code /api/v1/desk/accounts}. */
final class AccountsApi {
    private final Desk desk;

    AccountsApi(Desk desk) {
        this.desk = desk;
    }

    /** The body, as validated against the contract. */
    record NewAccount(String name, String displayName, String role) {}

    /** The body, as validated against the contract. */
    record AccountChange(String displayName, String role, boolean disabled) {}

    /** Account of the contract. */
    record AccountJson(
            String id,
            String name,
            String displayName,
            String role,
            boolean oneTime,
            boolean disabled,
            @Nullable Instant lockedUntil,
            Instant createdAt,
            String etag) {
        static AccountJson of(Account account) {
            return new AccountJson(
                    account.id(),
                    account.name(),
                    account.displayName(),
                    account.role().code(),
                    account.oneTime(),
                    account.disabled(),
                    account.lockedUntil(),
                    account.createdAt(),
                    Version.tag(account.version()));
        }
    }

    record AccountListJson(List<AccountJson> accounts) {}

    /** @param password is told once */
    record AccountWithPassword(AccountJson account, String password) {}

    void list(RoutingContext ctx) {
        desk.accounts()
                .list()
                .onSuccess(accounts -> send(
                        ctx,
                        200,
                        new AccountListJson(
                                accounts.stream().map(AccountJson::of).toList())))
                .onFailure(ctx::fail);
    }

    void add(RoutingContext ctx) {
        NewAccount wanted = Json.read(ctx.body().buffer(), NewAccount.class);
        Password password = Password.random();
        desk.accounts()
                .add(
                        wanted.name(),
                        wanted.displayName(),
                        role(wanted.role()),
                        password,
                        true,
                        Staff.of(ctx).actor())
                .map(added ->
                        added.orElseThrow(() -> Refusal.of(ProblemType.NAME_TAKEN, "已经有名为 " + wanted.name() + " 的账户。")))
                .onSuccess(added -> send(ctx, 201, new AccountWithPassword(AccountJson.of(added), password.reveal())))
                .onFailure(ctx::fail);
    }

    void change(RoutingContext ctx) {
        AccountChange wanted = Json.read(ctx.body().buffer(), AccountChange.class);
        int version = Version.expected(ctx);
        existing(desk.accounts().find(ctx.pathParam("id")))
                .compose(account -> desk.accounts()
                        .change(
                                account.id(),
                                version,
                                wanted.displayName(),
                                role(wanted.role()),
                                wanted.disabled(),
                                Staff.of(ctx).actor()))
                .onSuccess(changed -> send(ctx, 200, AccountJson.of(changed)))
                .onFailure(ctx::fail);
    }

    void resetPassword(RoutingContext ctx) {
        Password password = Password.random();
        existing(desk.accounts()
                        .setPassword(
                                ctx.pathParam("id"),
                                password,
                                true,
                                Staff.of(ctx).actor()))
                .onSuccess(
                        changed -> send(ctx, 200, new AccountWithPassword(AccountJson.of(changed), password.reveal())))
                .onFailure(ctx::fail);
    }

    void unlock(RoutingContext ctx) {
        existing(desk.accounts().unlock(ctx.pathParam("id"), Staff.of(ctx).actor()))
                .onSuccess(unlocked -> send(ctx, 200, AccountJson.of(unlocked)))
                .onFailure(ctx::fail);
    }

    private static Future<Account> existing(Future<Optional<Account>> found) {
        return found.map(account -> account.orElseThrow(() -> Refusal.of(ProblemType.ACCOUNT_NOT_FOUND, "没有这个账户。")));
    }

    private static Role role(String code) {
        return Role.of(code).orElseThrow();
    }

    private static void send(RoutingContext ctx, int status, Object body) {
        ctx.response().setStatusCode(status).putHeader("Cache-Control", "no-store");
        Body.json(ctx, body);
    }
}
