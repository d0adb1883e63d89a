package wenju.http;

import static wenju.http.Html.el;

import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import wenju.store.Role;

/** {@code /desk/notices/import}: gazettes are previewed, looked at and imported; {@code web/desk/import.js} draws it. */
final class DeskImportPage {
    static final String PATH = "/desk/notices/import";

    static final Set<Role> ROLES = Set.of(Role.EDITOR);

    private static final Script SCRIPT = Script.desk(
            "/web/desk/import.js", "/web/dom.js", "/web/texts.js", "/web/texts/en.js", "/web/texts/zh-CN.js");

    void show(RoutingContext ctx) {
        Visitor visitor = Visitor.of(ctx);
        Words words = visitor.words();
        DeskRoutes.send(
                ctx,
                DeskLayout.page(
                        visitor,
                        Staff.of(ctx),
                        Section.NOTICES,
                        words.get("importTitle"),
                        SCRIPT,
                        el("p", words.get("importLead")).with("class", "hint"),
                        el("div", el("noscript", words.get("deskNeedsScript")))
                                .with("id", "import")
                                .with("data-most-bytes", Integer.toString(Bodies.MAX_UPLOAD_BYTES))));
    }
}
