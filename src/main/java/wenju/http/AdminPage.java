package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import wenju.http.Html.Element;
import wenju.store.Account;
import wenju.store.ApiKey;
import wenju.store.ChannelState;
import wenju.store.Role;
import wenju.store.Scope;

/**
 * {@code /desk/admin}: for administrators the switch, the accounts and the keys, for auditors the {@link AuditPage}. A form names the
 * operation it stands for ({@code data-method}, {@code data-path}, {@code data-version}); {@code web/desk/admin.js} sends it.
 */
final class AdminPage {
    private static final Script SCRIPT = Script.desk("/web/desk/admin.js", "/web/dom.js");

    private final Desk desk;
    private final AuditPage audit;

    AdminPage(Desk desk, Clock clock) {
        this.desk = desk;
        this.audit = new AuditPage(desk, clock);
    }

    void show(RoutingContext ctx) {
        if (Staff.of(ctx).role() == Role.AUDITOR) {
            audit.show(ctx);
        } else {
            showAdministration(ctx);
        }
    }

    private void showAdministration(RoutingContext ctx) {
        Words words = Visitor.of(ctx).words();
        Future.all(desk.channels().list(), desk.accounts().list(), desk.keys().list())
                .onSuccess(found -> send(
                        ctx,
                        el("div").with("id", "once"),
                        channels(words, found.resultAt(0)),
                        accounts(words, found.resultAt(1)),
                        keys(words, found.resultAt(2))))
                .onFailure(ctx::fail);
    }

    static void send(RoutingContext ctx, Html... main) {
        DeskRoutes.send(ctx, DeskLayout.page(Visitor.of(ctx), Staff.of(ctx), Section.ADMIN, SCRIPT, main));
    }

    // ---- the switch

    private static Html channels(Words words, List<ChannelState> states) {
        return el(
                        "section",
                        el("h2", words.get("channels")),
                        el("p", words.get("channelsLead")).with("class", "hint"),
                        all(states.stream().map(state -> channel(words, state)).toList()))
                .with("id", "channels");
    }

    private static Html channel(Words words, ChannelState state) {
        String name = state.channel().code();
        Element form =
                operation("PUT", "/api/v1/desk/channels/" + name).with("data-version", Version.tag(state.version()));
        Element reason = el("input").with("name", "reason").with("required").with("maxlength", "300");
        return el(
                        "details",
                        el(
                                "summary",
                                text(words.get("channel-" + name) + "："),
                                el("strong", words.get(state.answers() ? "channelOn" : "channelOff"))
                                        .with("class", state.answers() ? "good" : "bad"),
                                state.answers() ? nothing() : text(" " + state.notice())),
                        form.holding(List.of(
                                hidden("answers", Boolean.toString(!state.answers()), "boolean"),
                                state.answers()
                                        ? DeskLayout.field(
                                                words.get("channelNotice"),
                                                el("textarea", words.get("channelNoticeUsual"))
                                                        .with("name", "notice")
                                                        .with("rows", "2")
                                                        .with("required")
                                                        .with("maxlength", Integer.toString(ChannelState.MAX_NOTICE)),
                                                "notice-" + name)
                                        : nothing(),
                                DeskLayout.field(words.get("channelReason"), reason, "reason-" + name),
                                submit(words.get(state.answers() ? "channelTurnOff" : "channelTurnOn")))))
                .with("class", "card");
    }

    // ---- accounts

    private static Html accounts(Words words, List<Account> accounts) {
        return el(
                        "section",
                        el("h2", words.get("accounts")),
                        table(
                                words,
                                "accounts",
                                List.of("signInName", "accountDisplayName", "accountRole", "accountState", "actions"),
                                accounts.stream()
                                        .map(account -> account(words, account))
                                        .toList()),
                        el(
                                        "details",
                                        el("summary", words.get("accountAdd")),
                                        operation("POST", "/api/v1/desk/accounts")
                                                .holding(List.of(
                                                        DeskLayout.field(
                                                                words.get("signInName"),
                                                                el("input")
                                                                        .with("name", "name")
                                                                        .with("required")
                                                                        .with("maxlength", "32")
                                                                        .with("pattern", "[a-z][a-z0-9._\\-]{1,31}")
                                                                        .with("title", words.get("accountNameRule"))
                                                                        .with("autocomplete", "off")
                                                                        .with("autocapitalize", "none"),
                                                                "new-name"),
                                                        DeskLayout.field(
                                                                words.get("accountDisplayName"),
                                                                displayName(""),
                                                                "new-display-name"),
                                                        DeskLayout.field(
                                                                words.get("accountRole"),
                                                                roles(words, Role.STAFF),
                                                                "new-role"),
                                                        submit(words.get("accountAddButton")))))
                                .with("class", "card"))
                .with("id", "accounts");
    }

    private static Element account(Words words, Account account) {
        String path = "/api/v1/desk/accounts/" + account.id();
        String state = account.disabled()
                ? "accountDisabled"
                : account.lockedUntil() != null
                        ? "accountLocked"
                        : account.oneTime() ? "accountOneTime" : "accountActive";
        Element change = operation("PUT", path)
                .with("data-version", Version.tag(account.version()))
                .holding(List.of(
                        DeskLayout.field(
                                words.get("accountDisplayName"),
                                displayName(account.displayName()),
                                "display-name-" + account.id()),
                        DeskLayout.field(
                                words.get("accountRole"), roles(words, account.role()), "role-" + account.id()),
                        checkbox(words.get("accountDisable"), "disabled", account.disabled()),
                        submit(words.get("save"))));
        return el(
                "tr",
                el("th", account.name()).with("scope", "row"),
                el("td", account.displayName()),
                el("td", words.get(account.role().code())),
                el("td", words.get(state)),
                el(
                        "td",
                        el("details", el("summary", words.get("accountChange")), change),
                        el(
                                        "div",
                                        operation("POST", path + "/password")
                                                .with("data-confirm", words.get("accountResetConfirm"))
                                                .holding(List.of(submit(words.get("accountReset")))),
                                        account.lockedUntil() == null
                                                ? nothing()
                                                : operation("POST", path + "/unlock")
                                                        .holding(List.of(submit(words.get("accountUnlock")))))
                                .with("class", "row")));
    }

    private static Element displayName(String value) {
        return el("input")
                .with("name", "displayName")
                .with("required")
                .with("maxlength", Integer.toString(Account.MAX_DISPLAY_NAME))
                .with("autocomplete", "off")
                .with("value", value);
    }

    private static Element roles(Words words, Role chosen) {
        return el(
                        "select",
                        Arrays.stream(Role.values())
                                .map(role -> option(role.code(), words.get(role.code()), role == chosen))
                                .toList())
                .with("name", "role");
    }

    // ---- keys

    private static Html keys(Words words, List<ApiKey> keys) {
        return el(
                        "section",
                        el("h2", words.get("keys")),
                        keys.isEmpty()
                                ? el("p", words.get("keysNone")).with("class", "hint")
                                : table(
                                        words,
                                        "keys",
                                        List.of(
                                                "keyId",
                                                "keyName",
                                                "keyScopes",
                                                "keyPerMinute",
                                                "accountState",
                                                "actions"),
                                        keys.stream()
                                                .map(key -> key(words, key))
                                                .toList()),
                        el(
                                        "details",
                                        el("summary", words.get("keyCreate")),
                                        operation("POST", "/api/v1/desk/keys")
                                                .holding(List.of(
                                                        DeskLayout.field(
                                                                words.get("keyName"),
                                                                el("input")
                                                                        .with("name", "name")
                                                                        .with("required")
                                                                        .with("maxlength", "100"),
                                                                "key-name"),
                                                        el(
                                                                "fieldset",
                                                                el("legend", words.get("keyScopes")),
                                                                all(Arrays.stream(Scope.values())
                                                                        .map(AdminPage::scope)
                                                                        .toList())),
                                                        DeskLayout.field(
                                                                words.get("keyPerMinuteRule"),
                                                                el("input")
                                                                        .with("name", "perMinute")
                                                                        .with("type", "number")
                                                                        .with("min", "0")
                                                                        .with("max", "1000000"),
                                                                "key-per-minute"),
                                                        submit(words.get("keyCreateButton")))))
                                .with("class", "card"))
                .with("id", "keys");
    }

    private static Html scope(Scope scope) {
        return el(
                        "label",
                        el("input")
                                .with("type", "checkbox")
                                .with("name", "scopes")
                                .with("value", scope.code())
                                .with("data-type", "list"),
                        text(" " + scope.code()))
                .with("class", "choice");
    }

    private static Element key(Words words, ApiKey key) {
        boolean valid = key.validAt(Instant.now());
        String path = "/api/v1/desk/keys/" + key.id();
        String state = key.revokedAt() != null ? "keyRevoked" : valid ? "accountActive" : "keyExpired";
        return el(
                "tr",
                el("th", key.id()).with("scope", "row"),
                el("td", key.name()),
                el(
                        "td",
                        String.join(
                                " ",
                                key.scopes().stream().map(Scope::code).sorted().toList())),
                el(
                        "td",
                        key.perMinute() == null
                                ? words.get("keyAsConfigured")
                                : key.perMinute() == 0 ? words.get("keyUnlimited") : Integer.toString(key.perMinute())),
                el("td", words.get(state)),
                el(
                        "td",
                        valid
                                ? el(
                                                "div",
                                                operation("POST", path + "/rotate")
                                                        .with("data-confirm", words.get("keyRotateConfirm"))
                                                        .holding(List.of(
                                                                hidden("overlapHours", "24", "number"),
                                                                submit(words.get("keyRotate")))),
                                                operation("DELETE", path)
                                                        .with("data-confirm", words.get("keyRevokeConfirm"))
                                                        .holding(List.of(submit(words.get("keyRevoke")))))
                                        .with("class", "row")
                                : nothing()));
    }

    // ---- what all of them are made of

    private static Html table(Words words, String caption, List<String> heads, List<Element> rows) {
        return el(
                        "div",
                        el(
                                "table",
                                el("caption", words.get(caption)).with("class", "unseen"),
                                el(
                                        "thead",
                                        el(
                                                "tr",
                                                heads.stream()
                                                        .map(head -> el("th", words.get(head))
                                                                .with("scope", "col"))
                                                        .toList())),
                                el("tbody", rows)))
                .with("class", "table")
                .with("tabindex", "0");
    }

    private static Element operation(String method, String path) {
        return el("form").with("data-method", method).with("data-path", path);
    }

    static Element submit(String label) {
        return el("button", label).with("type", "submit");
    }

    /** @param type how it goes into JSON: boolean or number */
    private static Element hidden(String name, String value, String type) {
        return el("input")
                .with("type", "hidden")
                .with("name", name)
                .with("value", value)
                .with("data-type", type);
    }

    private static Html checkbox(String label, String name, boolean on) {
        Element box = el("input").with("type", "checkbox").with("name", name);
        return el("label", on ? box.with("checked") : box, text(" " + label)).with("class", "choice");
    }

    static Element option(String value, String label, boolean chosen) {
        Element option = el("option", label).with("value", value);
        return chosen ? option.with("selected") : option;
    }
}
