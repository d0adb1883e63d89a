package wenju.http;

import static wenju.http.Html.el;

import java.util.List;
import wenju.http.Html.Element;

/**
 * {@code /guide}: every element in every state with its accessibility criteria, for whoever changes a page. What stands in the
 * specimens is invented, by {@link Specimens}.
 */
final class GuidePage {
    private final Words words;

    private GuidePage(Words words) {
        this.words = words;
    }

    /**
     * One element.
     *
     * @param name by which the texts know its title, its purpose and what must hold for everybody to be able to use it
     * @param element name of the element or class
     */
    private record Chapter(String name, String element, List<Specimen> states) {}

    /**
     * An element in one state.
     *
     * @param state as the texts know it
     */
    record Specimen(String state, Html shown) {}

    static String of(Visitor visitor) {
        return new GuidePage(visitor.words()).page(visitor);
    }

    private String page(Visitor visitor) {
        List<Chapter> chapters = chapters(new Specimens(words));
        List<Element> contents = chapters.stream()
                .map(chapter -> el("li", el("a", title(chapter)).with("href", "#" + chapter.name())))
                .toList();
        return Layout.page(
                visitor,
                words.get("guide"),
                "guide",
                Script.GUIDE,
                el(
                                "main",
                                el("h1", words.get("guide")),
                                el("p", words.get("guideLead")).with("class", "lead"),
                                el("nav", el("ol", contents)).with("aria-label", words.get("guideElements")),
                                el("div", chapters.stream().map(this::section).toList()))
                        .with("id", "main"));
    }

    private String title(Chapter chapter) {
        return words.get("guide-" + chapter.name());
    }

    private Html section(Chapter chapter) {
        String name = "guide-" + chapter.name();
        return el(
                        "section",
                        el("h2", title(chapter)),
                        el("p", el("code", chapter.element()), Html.text("　" + words.get(name + "-purpose"))),
                        el("h3", words.get("guideCriteria")),
                        el(
                                        "ul",
                                        words.list(name).stream()
                                                .map(criterion -> el("li", criterion))
                                                .toList())
                                .with("class", "criteria"),
                        el("div", chapter.states().stream().map(this::stage).toList()))
                .with("id", chapter.name())
                .with("class", "chapter");
    }

    private Html stage(Specimen specimen) {
        return el(
                        "div",
                        el("h3", words.get("state-" + specimen.state())),
                        el("div", specimen.shown()).with("class", "stage"))
                .with("class", "specimen")
                .with("data-state", specimen.state());
    }

    private static List<Chapter> chapters(Specimens specimens) {
        return List.of(
                new Chapter("ask", "wenju-ask", specimens.asking()),
                new Chapter("answer", "wenju-answer · wenju-excerpt", specimens.answers()),
                new Chapter("validity", ".validity", specimens.validities()),
                new Chapter("feedback", "wenju-feedback", specimens.feedback()),
                new Chapter("trouble", "wenju-trouble", specimens.troubles()),
                new Chapter("reader", ".banner · .outline · .passage · .table · .relations", specimens.reading()),
                new Chapter("empty", ".command", specimens.empty()));
    }
}
