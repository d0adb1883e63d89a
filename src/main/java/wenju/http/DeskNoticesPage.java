package wenju.http;

import static wenju.http.Html.el;

import io.vertx.ext.web.RoutingContext;
import wenju.store.Role;

/** {@code /desk/notices}: what is stored, withdrawn and about to end; {@code web/desk/notices.js} draws it. */
final class DeskNoticesPage {
    private static final Script SCRIPT = Script.desk(
            "/web/desk/notices.js",
            "/web/dom.js",
            "/web/texts.js",
            "/web/texts/en.js",
            "/web/texts/zh-CN.js",
            "/web/validity.js");

    void show(RoutingContext ctx) {
        Words words = Visitor.of(ctx).words();
        Html.Element place =
                el("div", el("noscript", words.get("deskNeedsScript"))).with("id", "notices");
        DeskRoutes.send(
                ctx,
                DeskLayout.page(
                        Visitor.of(ctx),
                        Staff.of(ctx),
                        Section.NOTICES,
                        SCRIPT,
                        Staff.of(ctx).role() == Role.EDITOR ? place.with("data-may-edit") : place));
    }
}
