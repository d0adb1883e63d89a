package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Layout.quoted;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.http.Html.Element;
import wenju.notice.DocumentNumber;
import wenju.notice.Validity;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;
import wenju.store.NoticeSummary;

/** {@code /notices}: what is held, newest first, for whoever would rather look through it than ask; needs no script. */
final class NoticeListPage {
    static final String PATH = "/notices";

    /** Rows on a page. */
    static final int ROWS = 50;

    private final Words words;
    private final NoticeFilter filter;

    private NoticeListPage(Words words, NoticeFilter filter) {
        this.words = words;
        this.filter = filter;
    }

    /** @param filter what {@code found} was looked for with; its day is the one that validity is told for */
    static String of(Visitor visitor, NoticeFilter filter, NoticePage found) {
        var page = new NoticeListPage(visitor.words(), filter);
        String title = visitor.words().get("held");
        return Layout.page(
                visitor,
                title,
                "listing",
                Script.READER,
                el(
                                "main",
                                el("h1", title),
                                el("p", visitor.words().around("heldLead", page.toAsking()))
                                        .with("class", "lead"),
                                page.choosing(),
                                page.rows(found.notices()),
                                page.turning(found.next()))
                        .with("id", "main"));
    }

    private Html toAsking() {
        return el("a", words.get("heldAsk")).with("href", "/");
    }

    // ---- which

    private Html choosing() {
        Integer year = filter.year();
        Element printed = el("input")
                .with("inputmode", "numeric")
                .with("pattern", "[0-9]{4}")
                .with("maxlength", "4")
                .with("autocomplete", "off")
                .with("value", year == null ? "" : year.toString());
        return el(
                        "form",
                        field("year", "heldYear", printed),
                        field("status", "heldValidity", el("select", states())),
                        el("button", words.get("heldShow")).with("type", "submit"))
                .with("class", "choosing")
                .with("action", PATH)
                .with("method", "get");
    }

    private Html field(String id, String label, Element input) {
        return el(
                "p",
                el("label", words.get(label)).with("for", id),
                input.with("id", id).with("name", id));
    }

    private List<Element> states() {
        var states = new ArrayList<Element>();
        states.add(option("", words.get("heldAny"), filter.status() == null));
        Arrays.stream(Validity.Status.values())
                .map(status -> option(status.code(), words.get(status.code()), status == filter.status()))
                .forEach(states::add);
        return states;
    }

    private static Element option(String value, String label, boolean chosen) {
        Element option = el("option", label).with("value", value);
        return chosen ? option.with("selected") : option;
    }

    // ---- the list

    private Html rows(List<NoticeSummary> notices) {
        LocalDate today = Objects.requireNonNull(filter.day());
        return notices.isEmpty()
                ? el("p", words.get("heldNone")).with("class", "none")
                : el("ol", notices.stream().map(notice -> row(notice, today)).toList())
                        .with("class", "listed");
    }

    private Html row(NoticeSummary notice, LocalDate today) {
        Validity validity = notice.standing().on(today);
        DocumentNumber number = notice.number();
        LocalDate issuedOn = notice.issuedOn();
        Html facts = all(
                number == null ? nothing() : quoted("span", number.text()),
                quoted("span", notice.issuer()),
                issuedOn == null ? nothing() : el("span", words.date(issuedOn)));
        return el(
                "li",
                quoted("a", notice.title()).with("href", PATH + "/" + notice.id()),
                el("p", facts).with("class", "facts"),
                el("p", ValidityMark.word(words, validity))
                        .with("class", "standing")
                        .with("data-status", validity.status().code()));
    }

    private Html turning(@Nullable String next) {
        Html first = filter.after() == null
                ? nothing()
                : el("a", words.get("heldFirst")).with("href", address(null));
        Html more = next == null
                ? nothing()
                : el("a", words.get("heldNext")).with("href", address(next)).with("rel", "next");
        return el("nav", first, more).with("class", "turning").with("aria-label", words.get("heldPages"));
    }

    private String address(@Nullable String after) {
        var parameters = new ArrayList<String>();
        if (filter.year() != null) {
            parameters.add("year=" + filter.year());
        }
        if (filter.status() != null) {
            parameters.add("status=" + filter.status().code());
        }
        if (after != null) {
            parameters.add("after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        }
        return parameters.isEmpty() ? PATH : PATH + "?" + String.join("&", parameters);
    }
}
