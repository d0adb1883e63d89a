package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Validity;
import wenju.store.NoticeFacts;
import wenju.store.StoredNotice;

/** {@code /notices/{id}}: a notice to read. A pure function of what the store holds and of the day; needs no script. */
final class ReaderPage {
    private static final Set<String> DATES = Set.of("issuedOn", "effectiveOn", "expiresOn");

    private final Words words;
    private final StoredNotice stored;
    private final List<RelatedNotice> related;
    /** What was read of the head where editors corrected it, by the name of the fact. */
    private final Map<String, String> corrected;

    private ReaderPage(Words words, StoredNotice stored) {
        this.words = words;
        this.stored = stored;
        this.related = RelatedNotice.of(stored);
        this.corrected = readOtherwise(words, stored);
    }

    static String of(Visitor visitor, StoredNotice stored, LocalDate today) {
        var page = new ReaderPage(visitor.words(), stored);
        Html main = el(
                        "main",
                        page.head(today),
                        page.outline(),
                        el("article", page.body(), page.versions(), page.relations()))
                .with("id", "main");
        boolean outlined = !Outline.of(stored.notice().passages()).isEmpty();
        String kind = outlined ? "reader outlined" : "reader";
        return Layout.page(visitor, stored.notice().title(), kind, Script.READER, main);
    }

    private Html outline() {
        List<Outline.Entry> entries = Outline.of(stored.notice().passages());
        if (entries.isEmpty()) {
            return nothing();
        }
        return el(
                        "nav",
                        el("h2", words.get("outline")),
                        el(
                                "ol",
                                entries.stream()
                                        .map(entry -> el(
                                                        "li",
                                                        quoted("a", entry.heading())
                                                                .with("href", "#" + entry.anchor()))
                                                .with("class", "level-" + entry.level()))
                                        .toList()))
                .with("class", "outline")
                .with("aria-label", words.get("outline"));
    }

    private Html head(LocalDate today) {
        return el(
                "header",
                el(
                                "div",
                                el("a", words.get("back")).with("class", "back").with("href", "/"),
                                el("button", words.get("print"))
                                        .with("class", "print")
                                        .with("type", "button")
                                        .with("hidden"))
                        .with("class", "bar"),
                quoted("h1", stored.notice().title()),
                asRead("title"),
                banner(today),
                facts());
    }

    /** The validity with its reason in the open; the notice or the clause that says so, if one does, is a link. */
    private Html banner(LocalDate today) {
        Validity validity = stored.standing().on(today);
        return el(
                        "div",
                        el(
                                "p",
                                el("strong", ValidityMark.word(words, validity)),
                                text("　"),
                                ValidityMark.reason(words, validity, named(validity))),
                        stored.standing().ruledOn(today) ? nothing() : evidence(validity))
                .with("class", "banner")
                .with("data-status", validity.status().code());
    }

    /** What the ground names: the notice that acts upon this one is a link. */
    private Html named(Validity validity) {
        String what = validity.ground() == null ? "" : validity.ground().what();
        return stored.standing().acts().stream()
                .filter(act -> act.name().equals(what))
                .findFirst()
                .map(act -> quoted("a", what).with("href", "/notices/" + act.noticeId()))
                .orElse(quoted("span", what));
    }

    private Html evidence(Validity validity) {
        Optional<Html> link = switch (validity.status()) {
            case EXPIRED -> clauseOn(stored.standing().expiresOn(), "有效期").or(() -> clauseSaying("有效期"));
            case IN_FORCE, NOT_YET_EFFECTIVE -> clauseOn(stored.standing().effectiveOn(), "施行");
            case REPEALED, PARTLY_AMENDED, UNKNOWN -> Optional.empty();
        };
        return link.<Html>map(found -> el("p", words.around("evidence", found))).orElse(nothing());
    }

    /** The last clause that says a word and a date together. */
    private Optional<Html> clauseOn(@Nullable LocalDate date, String word) {
        return date == null ? Optional.empty() : clause(word, Words.CHINESE.date(date));
    }

    private Optional<Html> clauseSaying(String word) {
        return clause(word, "");
    }

    private Optional<Html> clause(String word, String date) {
        return stored.notice().passages().reversed().stream()
                .filter(passage ->
                        passage.text().contains(word) && passage.text().contains(date))
                .findFirst()
                .map(passage -> quoted("a", called(passage)).with("href", "#" + passage.id()));
    }

    private String called(Passage passage) {
        String locator = passage.locator().text();
        return locator.isEmpty() ? "《" + stored.notice().title() + "》" : locator;
    }

    private Html facts() {
        Notice notice = stored.notice();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "documentNumber", notice.number() == null ? "" : notice.number().text());
        facts.put("issuer", notice.issuer());
        facts.put("issuedOn", date(notice.issuedOn()));
        facts.put("effectiveOn", date(stored.standing().effectiveOn()));
        facts.put("expiresOn", date(stored.standing().expiresOn()));
        facts.put("kind", notice.kind());
        facts.put("gazette", notice.gazette());
        return el(
                        "dl",
                        facts.entrySet().stream()
                                .filter(fact -> !fact.getValue().isEmpty() || corrected.containsKey(fact.getKey()))
                                .map(fact -> el(
                                        "div",
                                        el("dt", words.get(fact.getKey())),
                                        el("dd", fact(fact.getKey(), fact.getValue()), asRead(fact.getKey()))))
                                .toList())
                .with("class", "facts");
    }

    /** Words of the notice, or a date as the page writes it. */
    private static Html fact(String name, String value) {
        return DATES.contains(name) ? el("span", value) : quoted("span", value);
    }

    /** Where editors corrected it: what was read, as the text still shows it. */
    private Html asRead(String name) {
        String read = corrected.get(name);
        if (read == null) {
            return nothing();
        }
        Html told = read.isEmpty() ? text(words.get("correctedNothing")) : fact(name, read);
        return el("p", words.around("correctedByHand", told)).with("class", "as-read");
    }

    private static Map<String, String> readOtherwise(Words words, StoredNotice stored) {
        if (stored.read() == null) {
            return Map.of();
        }
        Map<String, String> read = NoticeVersions.facts(words, stored.read());
        read.entrySet()
                .removeAll(NoticeVersions.facts(words, NoticeFacts.of(stored.notice()))
                        .entrySet());
        return read;
    }

    private String date(@Nullable LocalDate date) {
        return date == null ? "" : words.date(date);
    }

    private Html body() {
        return el("div", PassageBlocks.of(words, stored.notice().passages()))
                .with("class", "text")
                .with("lang", "zh-CN");
    }

    /** Older and newer editions that the store holds, with what changed between them. */
    private Html versions() {
        List<Html> entries = related.stream()
                .filter(other -> other.isEditionOf(stored.notice().title()))
                .<Html>map(this::version)
                .toList();
        return entries.isEmpty() ? nothing() : section("versions", entries);
    }

    private Html version(RelatedNotice other) {
        String changes = other.isOlder()
                ? "/notices/" + stored.notice().id() + "/changes/" + other.noticeId()
                : "/notices/" + other.noticeId() + "/changes/" + stored.notice().id();
        return el(
                "li",
                el("span", words.get(other.isOlder() ? "older" : "newer")).with("class", "relation"),
                quoted("a", other.name()).with("href", other.address()),
                el("a", words.get("compare")).with("class", "compare").with("href", changes));
    }

    private Html relations() {
        List<Html> entries = related.stream().<Html>map(this::relation).toList();
        return entries.isEmpty() ? nothing() : section("relations", entries);
    }

    private Html relation(RelatedNotice other) {
        return el(
                "li",
                el("span", words.get(other.kind())).with("class", "relation"),
                other.noticeId() == null
                        ? quoted("span", other.name())
                        : quoted("a", other.name()).with("href", other.address()),
                other.on() == null ? nothing() : all(text("　"), el("span", words.get("from", words.date(other.on())))));
    }

    private Html section(String name, List<Html> entries) {
        return el("section", el("h2", words.get(name)), el("ul", entries)).with("class", "relations");
    }
}
