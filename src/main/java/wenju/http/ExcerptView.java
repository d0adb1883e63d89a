package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import java.util.ArrayList;
import java.util.List;
import wenju.answer.Excerpt;
import wenju.notice.Citation;

/** An excerpt with its citation. {@code web/elements/wenju-excerpt.js} builds the same from JSON. */
final class ExcerptView {
    private ExcerptView() {}

    static Html of(Excerpt excerpt) {
        return el(
                "wenju-excerpt",
                el(
                                "figure",
                                el("blockquote", marked(excerpt))
                                        .with("cite", excerpt.citation().url()),
                                excerpt.complete()
                                        ? nothing()
                                        : el("p", "以上是节选，全文见原文。").with("class", "partial"),
                                caption(excerpt.citation()))
                        .with("class", "excerpt"));
    }

    /** What was found, in one line: {@code 《示例市电梯安全管理办法》第三章 第十二条}. */
    static String source(Citation citation) {
        return "《" + citation.title() + "》" + citation.locator();
    }

    private static Html marked(Excerpt excerpt) {
        String text = excerpt.text();
        var parts = new ArrayList<Html>();
        int written = 0;
        for (Excerpt.Highlight highlight : excerpt.highlights()) {
            parts.add(text(text.substring(written, highlight.start())));
            parts.add(el("mark", text.substring(highlight.start(), highlight.end())));
            written = highlight.end();
        }
        parts.add(text(text.substring(written)));
        return all(parts);
    }

    private static Html caption(Citation citation) {
        var facts = new ArrayList<String>();
        if (citation.documentNumber() != null) {
            facts.add(citation.documentNumber());
        }
        facts.add(citation.issuer());
        if (citation.issuedOn() != null) {
            facts.add(ChineseDate.of(citation.issuedOn()));
        }
        List<Html> spans = facts.stream().<Html>map(fact -> el("span", fact)).toList();
        return el(
                "figcaption",
                el("cite", "《" + citation.title() + "》"),
                el("span", citation.locator()).with("class", "locator"),
                all(spans),
                ValidityMark.of(citation.validity()),
                el("a", "查看原文").with("class", "open").with("href", citation.url()));
    }
}
