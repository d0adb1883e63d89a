package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import java.util.ArrayList;
import java.util.regex.Pattern;
import wenju.answer.Excerpt;
import wenju.notice.Citation;
import wenju.notice.Validity;

/** An excerpt with its citation. {@code web/elements/wenju-excerpt.js} builds the same from JSON. */
final class ExcerptView {
    /** Before an article. */
    private static final Pattern CHAPTERS = Pattern.compile("^(?:第[^ ]+[编章节] )+(?=第[^ ]+条)");

    private ExcerptView() {}

    static Html of(Words words, Excerpt excerpt) {
        Citation citation = excerpt.citation();
        return el(
                "wenju-excerpt",
                el(
                                "figure",
                                warning(words, citation.validity()),
                                el("blockquote", Quote.of(words, excerpt))
                                        .with("cite", citation.url())
                                        .with("lang", "zh-CN"),
                                excerpt.complete()
                                        ? nothing()
                                        : el("p", words.get("partial")).with("class", "partial"),
                                caption(words, citation),
                                el(
                                                "div",
                                                el("a", words.get("open"))
                                                        .with("class", "open")
                                                        .with("href", citation.url()))
                                        .with("class", "actions"))
                        .with("class", "excerpt"));
    }

    /**
     * What was found, in one line: {@code 《示例市电梯安全管理办法》第十二条}. Articles are counted through, so that their chapter is
     * not needed to find them.
     */
    static String found(Citation citation) {
        return "《" + citation.title() + "》"
                + CHAPTERS.matcher(citation.locator()).replaceFirst("");
    }

    /** Before a text by which nobody may go. */
    private static Html warning(Words words, Validity validity) {
        return switch (validity.status()) {
            case NOT_YET_EFFECTIVE, EXPIRED, REPEALED ->
                el(
                                "p",
                                el("strong", ValidityMark.word(words, validity)),
                                text("　"),
                                ValidityMark.reason(words, validity))
                        .with("class", "banner")
                        .with("data-status", validity.status().code());
            case IN_FORCE, PARTLY_AMENDED, UNKNOWN -> nothing();
        };
    }

    private static Html caption(Words words, Citation citation) {
        var facts = new ArrayList<Html>();
        if (citation.documentNumber() != null) {
            facts.add(quoted("span", citation.documentNumber()));
        }
        facts.add(quoted("span", citation.issuer()));
        if (citation.issuedOn() != null) {
            facts.add(el("span", words.date(citation.issuedOn())));
        }
        return el(
                "figcaption",
                quoted("cite", "《" + citation.title() + "》"),
                el("p", all(facts)).with("class", "facts"),
                ValidityMark.of(words, citation.validity()));
    }
}
