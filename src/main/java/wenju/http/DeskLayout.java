package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.http.Html.Element;

/** What every page of the desk has: head, navigation by role, who is signed in. */
final class DeskLayout {
    private static final Script PLAIN = Script.desk("/web/desk/desk.js");

    private DeskLayout() {}

    /**
     * A page for somebody who is signed in. {@code web/desk/desk.js} finds the text that goes with every change in the head, and
     * shows what went wrong in {@code #trouble}.
     *
     * @param script its own module, see {@link Script#desk}
     * @param main the parts of the page after its heading
     */
    static String page(Visitor visitor, Staff staff, Section section, Script script, Html... main) {
        return page(visitor, staff, section, visitor.words().get(section.text()), script, main);
    }

    /** A page that belongs to a section under a heading of its own. */
    static String page(Visitor visitor, Staff staff, Section section, String heading, Script script, Html... main) {
        Words words = visitor.words();
        Html body =
                el("body", masthead(words, staff, section), main(heading, main)).with("class", "desk");
        Element head = head(words, heading, script)
                .holding(List.of(el("meta").with("name", "csrf").with("content", staff.csrf())));
        return whole(visitor, head, body);
    }

    /** A page for somebody who is not signed in, or for whom something went wrong. */
    static String outside(Visitor visitor, String title, Html... main) {
        Words words = visitor.words();
        return whole(
                visitor,
                head(words, title, PLAIN),
                el("body", masthead(words, null, null), main(title, main)).with("class", "desk outside"));
    }

    /** A problem that somebody at the desk met. */
    static String problem(Visitor visitor, Problem problem) {
        Words words = visitor.words();
        boolean missing = ProblemPage.isMissing(problem);
        String advice = words == Words.CHINESE ? problem.detail() : words.advice(problem.kind());
        return outside(
                visitor,
                ProblemPage.title(words, problem),
                el("p", missing ? words.get("deskMissing") : advice).with("class", "lead"),
                el("p", el("a", words.get("deskHome")).with("href", "/desk")),
                missing ? nothing() : ProblemPage.instance(words, problem));
    }

    /** A field with its label. */
    static Html field(String label, Element input, String id) {
        return el("p", el("label", label).with("for", id), input.with("id", id)).with("class", "field");
    }

    /** What a form of somebody signed in sends along, see {@link Sessions#checkCsrf}. */
    static Html csrf(Staff staff) {
        return el("input")
                .with("type", "hidden")
                .with("name", Sessions.CSRF_FIELD)
                .with("value", staff.csrf());
    }

    /** What went wrong, read out at once; nothing when nothing did. */
    static Html trouble(@Nullable String detail) {
        return detail == null
                ? nothing()
                : el("p", detail).with("class", "trouble").with("role", "alert");
    }

    private static Element head(Words words, String title, Script script) {
        return Layout.head(words, title + " · " + words.get("desk"), script);
    }

    private static String whole(Visitor visitor, Html head, Html body) {
        return "<!doctype html>\n"
                + el("html", head, body)
                        .with("lang", visitor.words().language())
                        .render();
    }

    private static Html main(String heading, Html... parts) {
        return el("main", el("h1", heading), el("div").with("id", "trouble"), all(parts))
                .with("id", "main");
    }

    private static Html masthead(Words words, @Nullable Staff staff, @Nullable Section here) {
        Html seal = el("span", "据").with("class", "seal").with("aria-hidden", "true");
        Html brand =
                el("a", seal, text(words.get("desk"))).with("class", "brand").with("href", "/desk");
        return all(
                el("a", words.get("skip")).with("class", "skip").with("href", "#main"),
                el("header", brand, staff == null ? nothing() : all(navigation(words, staff, here), who(words, staff)))
                        .with("class", "masthead"));
    }

    private static Html navigation(Words words, Staff staff, @Nullable Section here) {
        List<Element> links = Arrays.stream(Section.values())
                .filter(section -> section.roles().contains(staff.role()))
                .map(section -> {
                    Element link = el("a", words.get(section.text())).with("href", section.path());
                    return el("li", section == here ? link.with("aria-current", "page") : link);
                })
                .toList();
        return el("nav", el("ul", links)).with("class", "sections").with("aria-label", words.get("deskSections"));
    }

    private static Html who(Words words, Staff staff) {
        return el(
                        "form",
                        csrf(staff),
                        el(
                                "span",
                                staff.account().displayName() + " · "
                                        + words.get(staff.role().code())),
                        el("button", words.get("signOut")).with("type", "submit"))
                .with("class", "who")
                .with("action", "/desk/sign-out")
                .with("method", "post");
    }
}
