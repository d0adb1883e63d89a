package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import java.util.List;
import wenju.answer.Answer;
import wenju.answer.Excerpt;

/** {@code /}: the question, and its answer when one was asked. Whole without script; the elements in it do the rest. */
final class AskPage {
    private AskPage() {}

    /** Before anything was asked. */
    static String welcome(List<String> examples) {
        return page("", "welcome", nothing(), Layout.questions("可以这样问", examples));
    }

    /** With the answer to {@code /?q=…}. */
    static String answered(Reply reply) {
        return page(reply.question().text(), "answered", exchange(reply), nothing());
    }

    private static String page(String title, String kind, Html exchanges, Html examples) {
        Html greeting = el("h1", "有什么想问的？");
        return Layout.page(
                title,
                kind,
                el(
                                "main",
                                el(
                                                "wenju-conversation",
                                                greeting,
                                                el("div", exchanges)
                                                        .with("class", "log")
                                                        .with("role", "log")
                                                        .with("aria-label", "问与答"),
                                                Layout.askForm(""),
                                                examples)
                                        .with("endpoint", "/api/v1/ask"))
                        .with("id", "main"));
    }

    /** The answer goes along as JSON too: a script cannot read it from the page, and asking again would be a waste. */
    private static Html exchange(Reply reply) {
        Html answer = switch (reply.answer()) {
            case Answer.Answered answered -> found(answered);
            case Answer.Unanswered unanswered -> notFound();
        };
        String heading = reply.answer() instanceof Answer.Answered ? "还可以问" : "可以换个问法，或者问这些";
        return el(
                        "article",
                        el("h2", reply.question().text()).with("class", "question"),
                        el(
                                        "wenju-answer",
                                        answer,
                                        Layout.questions(heading, reply.answer().suggestions()))
                                .with(
                                        "data-answer",
                                        Json.write(AnswerJson.of(reply)).toString()))
                .with("class", "exchange")
                .with("data-question", reply.question().text());
    }

    private static Html found(Answer.Answered answer) {
        Excerpt first = answer.excerpts().getFirst();
        List<Excerpt> further = answer.excerpts().subList(1, answer.excerpts().size());
        return all(
                el("p", ExcerptView.source(first.citation())).with("class", "found"),
                ExcerptView.of(first),
                further.isEmpty() ? nothing() : el("p", "相关的还有").with("class", "further"),
                all(further.stream().map(AskPage::folded).toList()));
    }

    private static Html folded(Excerpt excerpt) {
        return el("details", el("summary", ExcerptView.source(excerpt.citation())), ExcerptView.of(excerpt))
                .with("class", "folded");
    }

    private static Html notFound() {
        return el(
                "div",
                el("p", "已收录的文件里没有找到能回答这个问题的条款。").with("class", "found"),
                el("p", text("可以拨打 "), el("a", "12345").with("href", "tel:12345"), text(" 政务服务便民热线，或向发文机关咨询。")));
    }
}
