package wenju.http;

import static wenju.http.Html.el;

import io.vertx.ext.web.RoutingContext;

/** {@code /desk}: finding the clause while a caller waits; {@code web/desk/search.js} draws it. */
final class DeskSearchPage {
    private static final Script SCRIPT = Script.desk(
            "/web/desk/search.js",
            "/web/copying.js",
            "/web/dom.js",
            "/web/quote.js",
            "/web/texts.js",
            "/web/texts/en.js",
            "/web/texts/zh-CN.js",
            "/web/validity.js");

    private final CopyTemplate copyTemplate;

    DeskSearchPage(Desk desk) {
        this.copyTemplate = desk.copyTemplate();
    }

    void show(RoutingContext ctx) {
        Visitor visitor = Visitor.of(ctx);
        Html.Element place = el("div", el("noscript", visitor.words().get("deskNeedsScript")))
                .with("id", "search")
                .with("data-template", copyTemplate.text());
        DeskRoutes.send(ctx, DeskLayout.page(visitor, Staff.of(ctx), Section.SEARCH, SCRIPT, place));
    }
}
