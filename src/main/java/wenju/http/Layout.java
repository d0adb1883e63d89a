package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wenju.answer.Question;
import wenju.http.Html.Element;

/** What every page has: head, masthead, footer, and the form to ask. */
final class Layout {
    /** Where people turn when the notices do not say. */
    static final Html HOTLINE = el("a", "12345").with("href", "tel:12345");

    private static final String HAN = "zh-CN";

    private Layout() {}

    /**
     * A whole page.
     *
     * @param title shown before the name of the service; empty for the front page
     * @param kind class of the body, for the style sheet
     * @param script what makes it livelier; it imports what it needs
     */
    static String page(Visitor visitor, String title, String kind, Script script, Html main) {
        Words words = visitor.words();
        Html body = el(
                        "body",
                        masthead(words, visitor.senior()),
                        main,
                        el(
                                        "footer",
                                        el("p", words.around("footer", HOTLINE)),
                                        el("p", el("a", words.get("held")).with("href", NoticeListPage.PATH))
                                                .with("class", "held"))
                                .with("class", "colophon"))
                .with("class", kind);
        return "<!doctype html>\n"
                + el("html", head(words, title, script), body)
                        .with("lang", words.language())
                        .with("class", visitor.senior() ? "senior" : "")
                        .render();
    }

    /** Every module is named ahead, so that a slow line fetches them together and not one after the other. */
    static Element head(Words words, String title, Script script) {
        List<Element> modules = script.modules().stream()
                .map(module -> el("link").with("rel", "modulepreload").with("href", module))
                .toList();
        List<Element> sheets = script.sheets().stream()
                .map(sheet -> el("link").with("rel", "stylesheet").with("href", sheet))
                .toList();
        return el(
                "head",
                el("meta").with("charset", "utf-8"),
                el("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                el("meta").with("name", "color-scheme").with("content", "light dark"),
                el("title", title.isEmpty() ? words.get("name") : title + " · " + words.get("name")),
                el("link").with("rel", "icon").with("type", "image/svg+xml").with("href", "/web/seal.svg"),
                all(sheets),
                all(modules),
                el("script").with("type", "module").with("src", script.entry()));
    }

    private static Html masthead(Words words, boolean senior) {
        Html seal = el("span", "据").with("class", "seal").with("aria-hidden", "true");
        Html brand =
                el("a", seal, text(words.get("name"))).with("class", "brand").with("href", "/");
        Html switching =
                el("button", words.get("senior")).with("type", "submit").with("aria-pressed", Boolean.toString(senior));
        return all(
                el("a", words.get("skip")).with("class", "skip").with("href", "#main"),
                el(
                                "header",
                                brand,
                                el("p", words.get("tagline")),
                                el("form", switching)
                                        .with("class", "senior-switch")
                                        .with("action", "/senior")
                                        .with("method", "post"))
                        .with("class", "masthead"));
    }

    /** The form to ask; works without script. */
    static Html askForm(Words words, String question) {
        return askForm(words, question, "q");
    }

    /** @param id of the field, where a page has more than one */
    static Html askForm(Words words, String question, String id) {
        return el(
                "wenju-ask",
                el(
                                "form",
                                el("label", words.get("askLabel"))
                                        .with("for", id)
                                        .with("class", "unseen"),
                                el("textarea", question)
                                        .with("id", id)
                                        .with("name", "q")
                                        .with("rows", "1")
                                        .with("required")
                                        .with("maxlength", Integer.toString(Question.MAX_LENGTH))
                                        .with("placeholder", words.get("askPlaceholder"))
                                        .with("autocomplete", "off")
                                        .with("enterkeyhint", "send")
                                        .with("aria-describedby", id + "-hint"),
                                el("button", words.get("ask")).with("type", "submit"))
                        .with("class", "ask")
                        .with("action", "/")
                        .with("method", "get")
                        .with("role", "search"),
                el("p", words.get("askHint")).with("class", "hint").with("id", id + "-hint"));
    }

    /** Questions that can be asked with one tap; nothing when there are none. */
    static Html questions(String heading, List<String> questions) {
        if (questions.isEmpty()) {
            return nothing();
        }
        return el(
                        "section",
                        el("h2", heading),
                        el("ul", questions.stream().map(Layout::questionLink).toList())
                                .with("lang", HAN))
                .with("class", "questions");
    }

    private static Html questionLink(String question) {
        return el("li", el("a", question).with("href", address(question)).with("data-question", question));
    }

    /** Where a question is answered. */
    static String address(String question) {
        return "/?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    /** Words of a notice: Chinese, whatever language the page speaks. */
    static Element quoted(String tag, String words) {
        return el(tag, words).with("lang", HAN);
    }
}
