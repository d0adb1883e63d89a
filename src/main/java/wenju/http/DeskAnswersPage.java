package wenju.http;

import static wenju.http.Html.el;

import io.vertx.ext.web.RoutingContext;
import wenju.store.Role;

/** {@code /desk/answers}: the standard answers; {@code web/desk/answers.js} draws and changes them. */
final class DeskAnswersPage {
    private static final Script SCRIPT = Script.desk(
            "/web/desk/answers.js", "/web/dom.js", "/web/texts.js", "/web/texts/en.js", "/web/texts/zh-CN.js");

    /** @param ctx its {@code question}, if any, begins a new answer */
    void show(RoutingContext ctx) {
        Visitor visitor = Visitor.of(ctx);
        Staff staff = Staff.of(ctx);
        Html.Element place = el("div", el("noscript", visitor.words().get("deskNeedsScript")))
                .with("id", "answers");
        DeskRoutes.send(
                ctx,
                DeskLayout.page(
                        visitor,
                        staff,
                        Section.ANSWERS,
                        SCRIPT,
                        el("p", visitor.words().get("answersLead")).with("class", "hint"),
                        staff.role() == Role.EDITOR ? place.with("data-may-edit") : place));
    }
}
