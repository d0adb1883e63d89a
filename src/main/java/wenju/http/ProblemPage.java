package wenju.http;

import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Layout.quoted;

/** A problem for somebody who came with a browser; what went wrong is told in the words of the contract. */
final class ProblemPage {
    private ProblemPage() {}

    /** {@code /problems/{type}}: what a problem means and what to do about it. */
    static String about(Visitor visitor, ProblemType type) {
        return Layout.page(
                visitor,
                type.title(),
                "problem",
                Script.READER,
                el(
                                "main",
                                el("h1", type.title()),
                                el("p", el("code", type.uri()), Html.text("，HTTP 状态 " + type.status())),
                                el("p", type.advice()),
                                el("p", el("a", "接口说明").with("href", "/api")))
                        .with("id", "main"));
    }

    /** @param question put back into the form, so that it need not be typed again; empty when none was asked */
    static String of(Visitor visitor, Problem problem, String question) {
        Words words = visitor.words();
        Html errors = problem.errors().isEmpty()
                ? nothing()
                : el(
                        "ul",
                        problem.errors().stream()
                                .map(error -> quoted("li", error.detail()))
                                .toList());
        return Layout.page(
                visitor,
                problem.title(),
                "problem",
                Script.CHAT,
                el(
                                "main",
                                quoted("h1", problem.title()),
                                problem.errors().isEmpty()
                                        ? quoted("p", problem.detail()).with("class", "lead")
                                        : el("p", words.get("problemFix")).with("class", "lead"),
                                errors,
                                Layout.askForm(words, question),
                                el("p", el("a", words.get("problemHome")).with("href", "/")),
                                el("p", problem.instance()).with("class", "instance"))
                        .with("id", "main"));
    }
}
