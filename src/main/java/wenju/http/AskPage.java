package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Layout.quoted;

import java.util.List;
import wenju.answer.Answer;
import wenju.answer.Excerpt;

/** {@code /}: the question, and its answer when one was asked. Whole without script; the elements in it do the rest. */
final class AskPage {
    private AskPage() {}

    /** Before anything was asked. */
    static String welcome(Visitor visitor, List<String> examples) {
        Words words = visitor.words();
        return page(
                visitor,
                "",
                "welcome",
                all(el("h1", words.get("greeting")), el("p", words.get("lead")).with("class", "lead")),
                nothing(),
                all(Layout.askForm(words, ""), Layout.questions(words.get("examples"), examples)));
    }

    /** While nothing is answered; tells why, in the words of whoever switched it off. */
    static String off(Visitor visitor, String notice) {
        return Layout.page(
                visitor,
                "",
                "welcome",
                Script.READER,
                el(
                                "main",
                                el("h1", visitor.words().get("offTitle")),
                                quoted("p", notice).with("class", "lead off"))
                        .with("id", "main"));
    }

    /** When there is nothing to ask about; tells an operator what to do. */
    static String empty(Visitor visitor) {
        Words words = visitor.words();
        return Layout.page(
                visitor,
                "",
                "welcome",
                Script.READER,
                el(
                                "main",
                                el("h1", words.get("emptyTitle")),
                                el("p", words.get("emptyLead")).with("class", "lead"),
                                el("pre", el("code", words.get("emptyCommand")))
                                        .with("class", "command")
                                        .with("tabindex", "0"))
                        .with("id", "main"));
    }

    /** With the answer to {@code /?q=…}. */
    static String answered(Visitor visitor, Reply reply) {
        Words words = visitor.words();
        return page(
                visitor,
                reply.question().text(),
                "talking",
                el("h1", words.get("conversation")),
                exchange(words, reply),
                Layout.askForm(words, ""));
    }

    private static String page(Visitor visitor, String title, String kind, Html heading, Html exchanges, Html asking) {
        Words words = visitor.words();
        return Layout.page(
                visitor,
                title,
                kind,
                Script.CHAT,
                el(
                                "main",
                                el(
                                        "wenju-conversation",
                                        heading,
                                        el("div", exchanges).with("class", "exchanges"),
                                        el("div")
                                                .with("class", "unseen")
                                                .with("role", "log")
                                                .with("aria-label", words.get("conversation")),
                                        thread(words),
                                        asking))
                        .with("id", "main"));
    }

    private static Html thread(Words words) {
        return el(
                        "div",
                        el("a", words.get("newTopic"))
                                .with("class", "new-topic")
                                .with("href", "/"),
                        el("span", words.get("onThisDevice")),
                        el(
                                        "details",
                                        el("summary", words.get("privacyTitle")),
                                        el("p", words.get("privacyKept")),
                                        el("p").with("class", "topic").with("hidden"))
                                .with("class", "privacy"))
                .with("class", "thread");
    }

    /** The answer goes along as JSON too: a script cannot read it from the page, and asking again would be a waste. */
    private static Html exchange(Words words, Reply reply) {
        return el(
                        "article",
                        quoted("h2", reply.question().text()).with("class", "question"),
                        answer(words, reply.question().text(), reply.answer())
                                .with(
                                        "data-answer",
                                        Json.write(AnswerJson.of(reply)).toString()))
                .with("class", "exchange")
                .with("data-question", reply.question().text());
    }

    /** {@code web/elements/wenju-answer.js} builds the same from JSON. */
    static Html.Element answer(Words words, String asked, Answer answer) {
        return switch (answer) {
            case Answer.Answered answered ->
                el(
                        "wenju-answer",
                        corrected(words, asked, answer),
                        ApprovedView.of(words, answered.approved()),
                        found(words, answered),
                        el("wenju-feedback"),
                        Layout.questions(words.get("askNext"), questions(answered.suggestions())));
            case Answer.Unanswered unanswered ->
                el(
                        "wenju-answer",
                        corrected(words, asked, answer),
                        el("p", words.get("unanswered")).with("class", "found"),
                        el("p", words.around("whereElse", Layout.HOTLINE)).with("class", "elsewhere"),
                        el("wenju-feedback"),
                        Layout.questions(words.get("askInstead"), questions(unanswered.suggestions())));
        };
    }

    /** What was searched in place of typing errors, and the way back. */
    private static Html corrected(Words words, String asked, Answer answer) {
        return answer.corrections().isEmpty()
                ? nothing()
                : el(
                                "p",
                                words.around("corrected", quoted("span", answer.understoodAs())),
                                el("a", words.get("verbatim"))
                                        .with("href", Layout.address(asked) + "&verbatim=1")
                                        .with("data-question", asked)
                                        .with("data-verbatim", ""))
                        .with("class", "corrected");
    }

    private static Html found(Words words, Answer.Answered answer) {
        Excerpt first = answer.excerpts().getFirst();
        List<Excerpt> further = answer.excerpts().subList(1, answer.excerpts().size());
        return all(
                quoted("h3", ExcerptView.found(first.citation())).with("class", "found"),
                ExcerptView.of(words, first),
                further.isEmpty()
                        ? nothing()
                        : el("p", words.get("further", further.size())).with("class", "further"),
                all(further.stream().map(excerpt -> folded(words, excerpt)).toList()));
    }

    private static Html folded(Words words, Excerpt excerpt) {
        return el("details", quoted("summary", ExcerptView.found(excerpt.citation())), ExcerptView.of(words, excerpt))
                .with("class", "folded");
    }

    /** The hotline is among what the API suggests; the page has said it in a sentence of its own, and it is no question. */
    private static List<String> questions(List<String> suggestions) {
        return suggestions.stream()
                .filter(suggestion -> !suggestion.contains("12345政务服务便民热线"))
                .toList();
    }
}
