package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A problem for somebody who came with a browser, in their language. The API's own words are Chinese and told as such. */
final class ProblemPage {
    private static final String QUESTION = "#/question";

    /** What people meet who follow an old link; the API's own words speak of operations and ids. */
    private static final Set<ProblemType> MISSING = EnumSet.of(ProblemType.NOT_FOUND, ProblemType.NOTICE_NOT_FOUND);

    private ProblemPage() {}

    /** {@code /problems/{type}}: what a problem means and what to do about it. */
    static String about(Visitor visitor, ProblemType type) {
        Words words = visitor.words();
        String title = words.title(type);
        return Layout.page(
                visitor,
                title,
                "problem",
                Script.READER,
                el(
                                "main",
                                el("h1", title),
                                el("p", el("code", type.uri()), text("　" + words.get("problemStatus", type.status()))),
                                el("p", words.advice(type)),
                                el("p", el("a", words.get("problemContract")).with("href", "/api")))
                        .with("id", "main"));
    }

    /** @param question put back into the form, so that it need not be typed again; empty when none was asked */
    static String of(Visitor visitor, Problem problem, String question) {
        Words words = visitor.words();
        String title = title(words, problem);
        return Layout.page(
                visitor,
                title,
                "problem",
                Script.CHAT,
                el(
                                "main",
                                el("h1", title),
                                el("p", lead(words, problem)).with("class", "lead"),
                                errors(words, problem.errors()),
                                Layout.askForm(words, question),
                                el(
                                                "ul",
                                                el("li", link("problemNotices", NoticeListPage.PATH, words)),
                                                el("li", link("problemHome", "/", words)))
                                        .with("class", "ways"),
                                isMissing(problem) ? nothing() : instance(words, problem))
                        .with("id", "main"));
    }

    /** What to name when it is reported. */
    static Html instance(Words words, Problem problem) {
        return el("p", words.around("problemInstance", el("code", problem.instance())))
                .with("class", "instance");
    }

    private static Html link(String text, String address, Words words) {
        return el("a", words.get(text)).with("href", address);
    }

    /** Whether there is nothing at the address; nobody has to report that. */
    static boolean isMissing(Problem problem) {
        return MISSING.contains(problem.kind());
    }

    /** What the problem is called on a page. */
    static String title(Words words, Problem problem) {
        return isMissing(problem) ? words.get(problem.kind().slug() + "-title") : words.title(problem.kind());
    }

    private static String lead(Words words, Problem problem) {
        if (isMissing(problem)) {
            return words.get(problem.kind().slug() + "-lead");
        }
        if (!problem.errors().isEmpty()) {
            return words.get("problemFix");
        }
        if (words == Words.CHINESE || problem.kind() == ProblemType.ANSWERING_OFF) {
            return problem.detail();
        }
        return problem.retryAfter() == null
                ? words.advice(problem.kind())
                : words.get("problemWait", problem.retryAfter());
    }

    private static Html errors(Words words, List<FieldError> errors) {
        return errors.isEmpty()
                ? nothing()
                : el("ul", errors.stream().map(error -> error(words, error)).toList());
    }

    /** What is wrong with a part of the request is told in Chinese only; to others the part is named, and the question explained. */
    private static Html error(Words words, FieldError error) {
        if (words == Words.CHINESE) {
            return el("li", error.detail());
        }
        if (QUESTION.equals(error.pointer())) {
            return el("li", words.get("problemQuestion"));
        }
        String part = error.pointer() != null ? error.pointer() : error.parameter();
        Html named = part == null ? nothing() : all(el("code", part), text("　"));
        return el("li", named, quoted("span", error.detail()));
    }
}
