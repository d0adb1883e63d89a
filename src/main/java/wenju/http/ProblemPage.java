package wenju.http;

import static wenju.http.Html.el;
import static wenju.http.Html.nothing;

/** A problem for somebody who came with a browser. */
final class ProblemPage {
    private ProblemPage() {}

    /** @param question put back into the form, so that it need not be typed again; empty when none was asked */
    static String of(Problem problem, String question) {
        Html errors = problem.errors().isEmpty()
                ? nothing()
                : el(
                        "ul",
                        problem.errors().stream()
                                .map(error -> el("li", error.detail()))
                                .toList());
        return Layout.page(
                problem.title(),
                "problem",
                el(
                                "main",
                                el("h1", problem.title()),
                                el("p", problem.errors().isEmpty() ? problem.detail() : "请改正后再试："),
                                errors,
                                Layout.askForm(question),
                                el("p", problem.instance()).with("class", "instance"))
                        .with("id", "main"));
    }
}
