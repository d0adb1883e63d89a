package wenju.http;

import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wenju.http.Html.Element;
import wenju.store.AuditEntry;
import wenju.store.AuditLog;

/** What auditors see of {@code /desk/admin}: what was done, to what, by whom, and what it changed, newest first. */
final class AuditPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int PAGE = 50;

    /** Done to a notice, whose id they name. */
    private static final Set<String> OF_NOTICES =
            Set.of("withdraw", "restore", "correct_notice", "take_back_correction", "carry_correction");

    private final Desk desk;
    private final Clock clock;

    AuditPage(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    void show(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        desk.audit()
                .list(AuditApi.filter(checked(query), clock, PAGE))
                .onSuccess(entries -> AdminPage.send(ctx, audit(Visitor.of(ctx).words(), query, entries)))
                .onFailure(ctx::fail);
    }

    /** A query that somebody may have typed by hand. */
    private static MultiMap checked(MultiMap query) {
        for (String day : List.of("from", "to")) {
            try {
                if (query.contains(day) && !query.get(day).isBlank()) {
                    LocalDate.parse(query.get(day));
                }
            } catch (DateTimeParseException e) {
                throw Refusal.invalid(List.of(FieldError.parameter(day, "应为日期，形如 2026-11-20")));
            }
        }
        String before = query.get("before");
        if (before != null && !before.matches("[0-9]{1,18}")) {
            throw Refusal.invalid(List.of(FieldError.parameter("before", "应为编号")));
        }
        return query;
    }

    private Html audit(Words words, MultiMap query, List<AuditEntry> entries) {
        Long next = AuditApi.next(entries, PAGE);
        return el(
                        "section",
                        el("h2", words.get("audit")),
                        filter(words, query),
                        entries.isEmpty()
                                ? el("p", words.get("auditNone")).with("class", "none")
                                : el(
                                                "ol",
                                                entries.stream()
                                                        .map(entry -> entry(words, entry))
                                                        .toList())
                                        .with("class", "audited"),
                        next == null
                                ? nothing()
                                : el("p", el("a", words.get("auditOlder")).with("href", address(query, next))))
                .with("id", "audit");
    }

    private static Html filter(Words words, MultiMap query) {
        var actions = new ArrayList<Element>();
        String chosen = Objects.requireNonNullElse(query.get("action"), "");
        actions.add(AdminPage.option("", words.get("auditAll"), chosen.isEmpty()));
        AuditLog.actions()
                .forEach(action -> actions.add(AdminPage.option(action, named(words, action), action.equals(chosen))));
        return el(
                        "form",
                        DeskLayout.field(words.get("auditFrom"), day(query, "from"), "from"),
                        DeskLayout.field(words.get("auditTo"), day(query, "to"), "to"),
                        DeskLayout.field(
                                words.get("auditActor"),
                                el("input")
                                        .with("name", "actor")
                                        .with("maxlength", "100")
                                        .with("value", Objects.requireNonNullElse(query.get("actor"), "")),
                                "actor"),
                        DeskLayout.field(
                                words.get("auditAction"), el("select", actions).with("name", "action"), "action"),
                        AdminPage.submit(words.get("auditFilter")))
                .with("class", "filter")
                .with("action", Section.ADMIN.path())
                .with("method", "get");
    }

    private static Element day(MultiMap query, String name) {
        return el("input")
                .with("type", "date")
                .with("name", name)
                .with("value", Objects.requireNonNullElse(query.get(name), ""));
    }

    private Element entry(Words words, AuditEntry entry) {
        Element time = el("time", TIME.format(entry.at().atZone(clock.getZone())))
                .with("datetime", entry.at().toString());
        return el(
                "li",
                el(
                        "div",
                        el("p", el("strong", named(words, entry.action())), text(" "), subject(words, entry))
                                .with("class", "deed"),
                        el(
                                        "p",
                                        time,
                                        text("　"),
                                        words.around(
                                                "auditBy",
                                                Map.of("actor", text(entry.actor()), "origin", text(entry.origin()))))
                                .with("class", "facts")),
                AuditChange.of(words, entry));
    }

    /** An action that has no name yet goes by its own. */
    private static String named(Words words, String action) {
        return words.texts().getOrDefault("action-" + action, action);
    }

    private static Html subject(Words words, AuditEntry entry) {
        String subject = entry.subject();
        if (OF_NOTICES.contains(entry.action())) {
            return el("a", subject).with("href", Section.NOTICES.path() + "/" + encoded(subject));
        }
        return text(
                entry.action().equals("switch") ? words.texts().getOrDefault("channel-" + subject, subject) : subject);
    }

    private static String address(MultiMap query, long before) {
        var parameters = new ArrayList<String>();
        for (String name : List.of("from", "to", "actor", "action")) {
            String value = query.get(name);
            if (value != null && !value.isBlank()) {
                parameters.add(name + "=" + encoded(value));
            }
        }
        parameters.add("before=" + before);
        return Section.ADMIN.path() + "?" + String.join("&", parameters);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
