package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import io.vertx.ext.web.RoutingContext;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.store.NoticeDossier;
import wenju.store.NoticeFacts;
import wenju.store.NoticeVersion;
import wenju.store.Role;

/**
 * {@code /desk/notices/{id}}: one notice, what was read of it and what editors correct; {@code web/desk/notice.js} draws it. And
 * {@code …/versions/{until}}: what a change made of it, or with {@code ?with=now} what has become of it since; drawn here.
 */
final class DeskNoticePage {
    /** Who may see it; changing is for editors. */
    static final Set<Role> ROLES = Set.of(Role.STAFF, Role.EDITOR, Role.AUDITOR);

    private static final Script SCRIPT = Script.desk(
            "/web/desk/notice.js",
            "/web/dom.js",
            "/web/texts.js",
            "/web/texts/en.js",
            "/web/texts/zh-CN.js",
            "/web/validity.js");
    private static final Script COMPARISON = Script.desk("/web/desk/desk.js").with("/web/reader.css");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Desk desk;

    DeskNoticePage(Desk desk) {
        this.desk = desk;
    }

    void show(RoutingContext ctx) {
        Visitor visitor = Visitor.of(ctx);
        Staff staff = Staff.of(ctx);
        String id = ctx.pathParam("id");
        desk.notices()
                .dossier(id)
                .map(found -> found.orElseThrow(NoticesApi::unknown))
                .onSuccess(dossier -> {
                    Html.Element place = el(
                                    "div", el("noscript", visitor.words().get("deskNeedsScript")))
                            .with("id", "notice")
                            .with("data-id", id);
                    DeskRoutes.send(
                            ctx,
                            DeskLayout.page(
                                    visitor,
                                    staff,
                                    Section.NOTICES,
                                    visitor.words().get("correctTitle"),
                                    SCRIPT,
                                    staff.role() == Role.EDITOR ? place.with("data-may-edit") : place));
                })
                .onFailure(ctx::fail);
    }

    /** Comparing takes the product of two lengths, so it is done off the event loop. */
    void compare(RoutingContext ctx) {
        Visitor visitor = Visitor.of(ctx);
        Staff staff = Staff.of(ctx);
        String until = ctx.pathParam("until");
        boolean now = "now".equals(ctx.request().getParam("with"));
        desk.notices()
                .dossier(ctx.pathParam("id"))
                .map(found -> found.orElseThrow(NoticesApi::unknown))
                .compose(dossier ->
                        ctx.vertx().executeBlocking(() -> comparison(visitor, staff, dossier, until, now), false))
                .onSuccess(page -> DeskRoutes.send(ctx, page))
                .onFailure(ctx::fail);
    }

    private static String comparison(Visitor visitor, Staff staff, NoticeDossier dossier, String until, boolean now) {
        Words words = visitor.words();
        Notice newer = dossier.stored().notice();
        NoticeVersion version = null;
        for (NoticeVersion candidate : dossier.versions().reversed()) {
            if (Long.toString(candidate.until()).equals(until)) {
                version = candidate;
                break;
            }
            newer = candidate.notice();
        }
        if (version == null) {
            throw Refusal.of(ProblemType.NOT_FOUND, "没有这一版。");
        }
        newer = now ? dossier.stored().notice() : newer;
        return DeskLayout.page(
                visitor,
                staff,
                Section.NOTICES,
                words.get("comparison"),
                COMPARISON,
                el(
                                "div",
                                el("p", el("a", words.get("correctBack")).with("href", "/desk/notices/" + newer.id())),
                                quoted("h2", newer.name()),
                                el(
                                        "p",
                                        words.get(
                                                now ? "correctComparedNow" : "correctCompared",
                                                time(words, version.replacedAt()))),
                                el("p", words.get("comparisonLead")).with("class", "hint"))
                        .with("class", "compared"),
                facts(words, version.notice(), newer),
                ComparisonPage.clauses(words, version.notice(), newer));
    }

    private static Html facts(Words words, Notice older, Notice newer) {
        Map<String, String> before = NoticeVersions.facts(words, NoticeFacts.of(older));
        List<Html> rows = new ArrayList<>();
        NoticeVersions.facts(words, NoticeFacts.of(newer)).forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                rows.add(el(
                        "tr",
                        el("th", words.get("correct-" + name)).with("scope", "row"),
                        el("td", value(words, "del", before.get(name))),
                        el("td", value(words, "ins", value))));
            }
        });
        return rows.isEmpty()
                ? nothing()
                : el(
                                "div",
                                el(
                                        "table",
                                        el(
                                                "thead",
                                                el(
                                                        "tr",
                                                        el("th", words.get("correctWhat"))
                                                                .with("scope", "col"),
                                                        el("th", words.get("older"))
                                                                .with("scope", "col"),
                                                        el("th", words.get("newer"))
                                                                .with("scope", "col"))),
                                        el("tbody", rows)))
                        .with("class", "table");
    }

    private static String time(Words words, OffsetDateTime at) {
        ZonedDateTime here = at.atZoneSameInstant(Collaborators.CHINA.getZone());
        return words.date(here.toLocalDate()) + " " + TIME.format(here);
    }

    private static Html value(Words words, String change, @Nullable String value) {
        return value == null || value.isEmpty() ? text(words.get("correctNone")) : all(quoted(change, value));
    }
}
