package wenju.http;

import static wenju.http.Html.el;

import io.vertx.ext.web.RoutingContext;

/** {@code /desk/queue}: what needs an editor; {@code web/desk/queue.js} draws it and does what is to be done. */
final class DeskQueuePage {
    private static final Script SCRIPT = Script.desk("/web/desk/queue.js", "/web/dom.js");

    void show(RoutingContext ctx) {
        Words words = Visitor.of(ctx).words();
        DeskRoutes.send(
                ctx,
                DeskLayout.page(
                        Visitor.of(ctx),
                        Staff.of(ctx),
                        Section.QUEUE,
                        SCRIPT,
                        el("p", words.get("queueLead")).with("class", "hint"),
                        el("div", el("noscript", words.get("deskNeedsScript"))).with("id", "queue")));
    }
}
