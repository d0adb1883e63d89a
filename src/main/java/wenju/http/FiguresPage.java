package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wenju.http.Html.Element;
import wenju.store.Door;
import wenju.store.Figures;
import wenju.store.Figures.Span;
import wenju.store.Role;

/**
 * {@code /desk/figures}: what was asked, by day, and about what. Every number is in a table; {@code web/desk/figures.js} draws
 * the charts from these.
 */
final class FiguresPage {
    private static final Script SCRIPT =
            Script.desk("/web/desk/figures.js", "/web/uplot/uPlot.js").with("/web/uplot/uPlot.css");

    private static final int[] PRESETS = {7, FiguresQuery.USUAL_DAYS, 90};
    private static final String NONE = "–";

    private final Desk desk;
    private final Clock clock;

    FiguresPage(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    void show(RoutingContext ctx) {
        Words words = Visitor.of(ctx).words();
        desk.figures()
                .of(FiguresQuery.of(ctx.queryParams(), clock))
                .onSuccess(figures -> DeskRoutes.send(
                        ctx,
                        DeskLayout.page(
                                Visitor.of(ctx),
                                Staff.of(ctx),
                                Section.FIGURES,
                                SCRIPT,
                                el("p", words.get("figuresLead")).with("class", "hint"),
                                presets(words, figures.span()),
                                filter(words, figures.span()),
                                totals(words, figures.total()),
                                days(words, figures),
                                notices(words, figures),
                                questions(words, figures, "asked", figures.asked(), nothing()),
                                questions(
                                        words,
                                        figures,
                                        "unanswered",
                                        figures.unanswered(),
                                        isEditor(ctx) ? toQueue(words) : nothing()),
                                isEditor(ctx) ? knowledge(words) : nothing())))
                .onFailure(ctx::fail);
    }

    private static boolean isEditor(RoutingContext ctx) {
        return Staff.of(ctx).role() == Role.EDITOR;
    }

    private static Html knowledge(Words words) {
        return el(
                        "section",
                        el("h2", words.get("knowledge")),
                        el("p", words.get("knowledgeLead", KnowledgeBook.SHEET)).with("class", "hint"),
                        el(
                                "p",
                                el("a", words.get("knowledgeTake"))
                                        .with("href", KnowledgeApi.PATH)
                                        .with("download")))
                .with("id", "knowledge");
    }

    // ---- which days

    private Html presets(Words words, Span span) {
        List<Element> links = Arrays.stream(PRESETS)
                .mapToObj(days -> {
                    Span last = FiguresQuery.last(days, clock, span.door());
                    Element link = el("a", words.get("figuresLast", days))
                            .with("href", FiguresQuery.address(Section.FIGURES.path(), last));
                    return el("li", last.equals(span) ? link.with("aria-current", "true") : link);
                })
                .toList();
        return el("ul", links).with("class", "row presets").with("aria-label", words.get("figuresDays"));
    }

    private static Html filter(Words words, Span span) {
        var doors = new ArrayList<Element>();
        doors.add(option("", words.get("doorAny"), span.door() == null));
        for (Door door : Door.values()) {
            doors.add(option(door.code(), words.get("door-" + door.code()), door == span.door()));
        }
        return el(
                        "form",
                        DeskLayout.field(
                                words.get("auditFrom"), day("from", span.from().toString()), "from"),
                        DeskLayout.field(
                                words.get("auditTo"), day("to", span.to().toString()), "to"),
                        DeskLayout.field(words.get("door"), el("select", doors).with("name", "door"), "door"),
                        el("button", words.get("figuresShow")).with("type", "submit"))
                .with("class", "filter")
                .with("action", Section.FIGURES.path())
                .with("method", "get");
    }

    private static Element day(String name, String value) {
        return el("input")
                .with("type", "date")
                .with("name", name)
                .with("required")
                .with("value", value);
    }

    private static Element option(String value, String label, boolean chosen) {
        Element option = el("option", label).with("value", value);
        return chosen ? option.with("selected") : option;
    }

    // ---- how many

    private static Html totals(Words words, Figures.Count total) {
        return el(
                        "dl",
                        total(words.get("figuresQuestions"), Long.toString(total.questions()), ""),
                        total(
                                words.get("figuresAnsweredShare"),
                                percent(total.answeredShare()),
                                words.get("figuresOfQuestions", total.answered())),
                        total(
                                words.get("figuresUsefulShare"),
                                percent(total.usefulShare()),
                                words.get("figuresOfFeedback", total.useful() + total.notUseful())),
                        total(
                                words.get("figuresUsually"),
                                millis(total.medianMillis()),
                                words.get("figuresSlowIs", millis(total.slowMillis()))))
                .with("class", "totals");
    }

    private static Element total(String name, String value, String more) {
        return el(
                "div",
                el("dt", name),
                el("dd", el("strong", value), el("span", more).with("class", "hint")));
    }

    private static Html days(Words words, Figures figures) {
        return el(
                        "section",
                        el("h2", words.get("figuresByDay")),
                        chart(
                                words,
                                figures,
                                "count",
                                "figuresQuestions",
                                column("figuresQuestions", count -> number(count.questions())),
                                column("figuresAnswered", count -> number(count.answered()))),
                        chart(
                                words,
                                figures,
                                "share",
                                "figuresShares",
                                column("figuresAnsweredShare", count -> share(count.answeredShare())),
                                column("figuresUsefulShare", count -> share(count.usefulShare()))),
                        chart(
                                words,
                                figures,
                                "millis",
                                "figuresMillis",
                                column("figuresMedian", count -> number(count.medianMillis())),
                                column("figuresSlow", count -> number(count.slowMillis()))),
                        download(words, figures.span(), "days"))
                .with("id", "days");
    }

    private record Column(String head, Function<Figures.Count, Element> cell) {}

    private static Column column(String head, Function<Figures.Count, Element> cell) {
        return new Column(head, cell);
    }

    /** @param unit how the script writes the numbers: count, share, millis */
    private static Html chart(Words words, Figures figures, String unit, String name, Column... columns) {
        List<String> heads = new ArrayList<>(List.of(words.get("figuresDay")));
        Arrays.stream(columns).map(column -> words.get(column.head())).forEach(heads::add);
        List<Element> rows = figures.days().stream()
                .map(day -> el("tr", el("th", day.day().toString()).with("scope", "row"))
                        .holding(Arrays.stream(columns)
                                .map(column -> column.cell().apply(day.count()))
                                .toList()))
                .toList();
        return el(
                        "figure",
                        el("figcaption", words.get(name)),
                        el("div").with("class", "plot"),
                        el(
                                "details",
                                el("summary", words.get("figuresTable", words.get(name))),
                                table(words.get(name), heads, rows)))
                .with("data-unit", unit);
    }

    private static Element number(@Nullable Long value) {
        return value == null ? el("td", NONE) : el("td", value.toString()).with("data-value", value.toString());
    }

    private static Element share(@Nullable Double value) {
        return value == null
                ? el("td", NONE)
                : el("td", percent(value))
                        .with("data-value", FiguresApi.rounded(value).toPlainString());
    }

    private static String percent(@Nullable Double share) {
        BigDecimal rounded = FiguresApi.rounded(share);
        return rounded == null ? NONE : rounded.movePointRight(2).toPlainString() + "%";
    }

    private static String millis(@Nullable Long millis) {
        return millis == null ? NONE : millis + " ms";
    }

    // ---- about what

    private static Html notices(Words words, Figures figures) {
        List<Element> rows = figures.notices().stream()
                .map(cited -> el(
                        "tr",
                        el(
                                        "th",
                                        el("a", cited.title())
                                                .with("href", "/notices/" + cited.id())
                                                .with("lang", "zh-CN"),
                                        cited.number() == null ? nothing() : text(" " + cited.number()))
                                .with("scope", "row"),
                        el("td", Long.toString(cited.answers())),
                        el("td", String.join("；", cited.headings())).with("lang", "zh-CN")))
                .toList();
        return list(
                words,
                figures.span(),
                "notices",
                List.of("figuresNotice", "figuresFirst", "figuresHeadings"),
                rows,
                nothing());
    }

    private static Html questions(Words words, Figures figures, String name, List<Figures.Asked> asked, Html more) {
        List<Element> rows = asked.stream()
                .map(one -> el(
                        "tr",
                        el("th", one.question()).with("scope", "row").with("lang", "zh-CN"),
                        el("td", Long.toString(one.times())),
                        el("td", Long.toString(one.unanswered()))))
                .toList();
        return list(
                words,
                figures.span(),
                name,
                List.of("figuresQuestion", "figuresTimes", "figuresUnansweredTimes"),
                rows,
                more);
    }

    private static Html toQueue(Words words) {
        return el("p", el("a", words.get("figuresToQueue")).with("href", Section.QUEUE.path()));
    }

    private static Html list(Words words, Span span, String name, List<String> heads, List<Element> rows, Html more) {
        String title = words.get("figures-" + name);
        return el(
                        "section",
                        el("h2", title),
                        rows.isEmpty()
                                ? el("p", words.get("figuresNothing")).with("class", "hint")
                                : all(
                                        table(
                                                title,
                                                heads.stream().map(words::get).toList(),
                                                rows),
                                        download(words, span, name)),
                        more)
                .with("id", name);
    }

    private static Html table(String caption, List<String> heads, List<Element> rows) {
        return el(
                        "div",
                        el(
                                "table",
                                el("caption", caption).with("class", "unseen"),
                                el(
                                        "thead",
                                        el(
                                                "tr",
                                                heads.stream()
                                                        .map(head ->
                                                                el("th", head).with("scope", "col"))
                                                        .toList())),
                                el("tbody", rows)))
                .with("class", "table")
                .with("tabindex", "0");
    }

    private static Html download(Words words, Span span, String table) {
        return el(
                "p",
                el("a", words.get("figures-csv-" + table))
                        .with("href", FiguresQuery.address(FiguresApi.CSV, span) + "&table=" + table)
                        .with("download"));
    }
}
