package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Standing;
import wenju.store.StoredNotice;

/** {@code /notices/{id}}: a notice to read. A pure function of what the store holds and of the day; needs no script. */
final class ReaderPage {
    private ReaderPage() {}

    static String of(StoredNotice stored, LocalDate today) {
        Notice notice = stored.notice();
        List<Outline.Entry> outline = Outline.of(notice.passages());
        return Layout.page(
                notice.title(),
                "reader",
                el("main", head(stored, today), outline(outline), el("article", body(notice), relations(stored)))
                        .with("id", "main"));
    }

    private static Html outline(List<Outline.Entry> entries) {
        if (entries.isEmpty()) {
            return nothing();
        }
        return el(
                        "nav",
                        el("h2", "目录"),
                        el(
                                "ol",
                                entries.stream()
                                        .map(entry -> el(
                                                        "li",
                                                        el("a", entry.heading()).with("href", "#" + entry.anchor()))
                                                .with("class", "level-" + entry.level()))
                                        .toList()))
                .with("class", "outline")
                .with("aria-label", "目录");
    }

    private static Html head(StoredNotice stored, LocalDate today) {
        return el(
                "header",
                el("a", "返回提问").with("class", "back").with("href", "/"),
                el("h1", stored.notice().title()),
                ValidityMark.banner(stored.standing().on(today)),
                facts(stored.notice(), stored.standing()));
    }

    private static Html facts(Notice notice, Standing standing) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("发文字号", notice.number() == null ? "" : notice.number().text());
        facts.put("发文机关", notice.issuer());
        facts.put("成文日期", date(notice.issuedOn()));
        facts.put("施行日期", date(standing.effectiveOn()));
        facts.put("有效期至", date(standing.expiresOn()));
        facts.put("文种", notice.kind());
        facts.put("取自", notice.gazette());
        return el(
                        "dl",
                        facts.entrySet().stream()
                                .filter(fact -> !fact.getValue().isEmpty())
                                .map(fact -> el("div", el("dt", fact.getKey()), el("dd", fact.getValue())))
                                .toList())
                .with("class", "facts");
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : ChineseDate.of(date);
    }

    private static Html body(Notice notice) {
        return el("div", PassageBlocks.of(notice.passages())).with("class", "text");
    }

    private static Html relations(StoredNotice stored) {
        List<RelatedNotice> related = RelatedNotice.of(stored);
        if (related.isEmpty()) {
            return nothing();
        }
        return el(
                        "section",
                        el("h2", "与其他文件的关系"),
                        el("ul", related.stream().map(ReaderPage::relation).toList()))
                .with("class", "relations");
    }

    private static Html relation(RelatedNotice related) {
        String url = related.url();
        return el(
                "li",
                el("span", related.label()).with("class", "relation"),
                url == null ? text(related.name()) : el("a", related.name()).with("href", url),
                related.on() == null ? nothing() : all(text("，自" + ChineseDate.of(related.on()) + "起")));
    }
}
