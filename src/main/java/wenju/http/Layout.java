package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wenju.answer.Question;

/** What every page has: head, masthead, footer, and the form to ask. */
final class Layout {
    private Layout() {}

    /**
     * A whole page.
     *
     * @param title shown before the name of the service; empty for the front page
     * @param kind class of the body, for the style sheet
     */
    static String page(String title, String kind, Html main) {
        return "<!doctype html>\n"
                + el("html", head(title), el("body", masthead(), main, footer()).with("class", kind))
                        .with("lang", "zh-CN")
                        .render();
    }

    private static Html head(String title) {
        return el(
                "head",
                el("meta").with("charset", "utf-8"),
                el("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                el("meta").with("name", "color-scheme").with("content", "light dark"),
                el("title", title.isEmpty() ? "问据" : title + " · 问据"),
                el("link").with("rel", "icon").with("type", "image/svg+xml").with("href", "/web/seal.svg"),
                el("link").with("rel", "stylesheet").with("href", "/web/wenju.css"),
                el("script").with("type", "module").with("src", "/web/main.js"));
    }

    private static Html masthead() {
        return all(
                el("a", "跳到正文").with("class", "skip").with("href", "#main"),
                el(
                                "header",
                                el("a", el("span", "据").with("class", "seal").with("aria-hidden", "true"), text("问据"))
                                        .with("class", "brand")
                                        .with("href", "/"),
                                el("p", "问政府文件，得条款原文"))
                        .with("class", "masthead"));
    }

    private static Html footer() {
        return el(
                        "footer",
                        el(
                                "p",
                                text("所引文字取自政府公报原文，未作改写；以公报为准。仍有疑问，可拨 "),
                                el("a", "12345").with("href", "tel:12345"),
                                text(" 政务服务便民热线。")))
                .with("class", "colophon");
    }

    /** The form to ask; works without script. */
    static Html askForm(String question) {
        return el(
                "wenju-ask",
                el(
                                "form",
                                el("label", "您想问什么？").with("for", "q").with("class", "unseen"),
                                el("textarea", question)
                                        .with("id", "q")
                                        .with("name", "q")
                                        .with("rows", "1")
                                        .with("required")
                                        .with("maxlength", Integer.toString(Question.MAX_LENGTH))
                                        .with("placeholder", "用平常的话问就行")
                                        .with("autocomplete", "off")
                                        .with("enterkeyhint", "send"),
                                el("button", "提问").with("type", "submit"))
                        .with("class", "ask")
                        .with("action", "/")
                        .with("method", "get")
                        .with("role", "search"));
    }

    /** Questions that can be asked with one tap; nothing when there are none. */
    static Html questions(String heading, List<String> questions) {
        if (questions.isEmpty()) {
            return nothing();
        }
        return el(
                        "section",
                        el("h2", heading),
                        el("ul", questions.stream().map(Layout::questionLink).toList()))
                .with("class", "questions");
    }

    private static Html questionLink(String question) {
        String address = "/?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
        return el("li", el("a", question).with("href", address).with("data-question", question));
    }
}
