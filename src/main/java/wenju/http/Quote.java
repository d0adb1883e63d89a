package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.text;

import java.util.ArrayList;
import java.util.List;
import wenju.answer.Excerpt;
import wenju.http.Html.Element;

/**
 * The text of an excerpt as people read it: a paragraph for each line, a table for lines with tabs, the answering words
 * marked, and what only surrounds the cited clause told apart. {@code web/quote.js} builds the same from JSON.
 */
final class Quote {
    private final Words words;
    private final Excerpt excerpt;

    private Quote(Words words, Excerpt excerpt) {
        this.words = words;
        this.excerpt = excerpt;
    }

    /** A stretch of the text, {@code [start, end)}. */
    private record Line(int start, int end, boolean cells) {}

    static Html of(Words words, Excerpt excerpt) {
        return new Quote(words, excerpt).blocks();
    }

    private Html blocks() {
        List<Line> lines = lines(excerpt.text());
        var blocks = new ArrayList<Html>();
        int next = 0;
        while (next < lines.size()) {
            int end = next + 1;
            while (lines.get(next).cells()
                    && end < lines.size()
                    && lines.get(end).cells()) {
                end++;
            }
            blocks.add(lines.get(next).cells() ? table(lines.subList(next, end)) : paragraph(lines.get(next)));
            next = end;
        }
        return all(blocks);
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            lines.add(new Line(start, end, text.substring(start, end).contains("\t")));
            start = end + 1;
        }
        return lines;
    }

    private Html paragraph(Line line) {
        return told(el("p", marked(line.start(), line.end())), line);
    }

    /** The first of several lines is the header. */
    private Html table(List<Line> lines) {
        boolean headed = lines.size() > 1;
        Html head = headed ? el("thead", el("tr", cells(lines.getFirst(), "th"))) : all();
        List<Element> rows = (headed ? lines.subList(1, lines.size()) : lines)
                .stream().map(line -> told(el("tr", cells(line, "td")), line)).toList();
        return el("div", el("table", head, el("tbody", rows)))
                .with("class", "table")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", words.get("table"));
    }

    private List<Html> cells(Line line, String tag) {
        var cells = new ArrayList<Html>();
        int start = line.start();
        while (start <= line.end()) {
            int tab = excerpt.text().indexOf('\t', start);
            int end = tab < 0 || tab > line.end() ? line.end() : tab;
            Element cell = el(tag, marked(start, end));
            cells.add(tag.equals("th") ? cell.with("scope", "col") : cell);
            start = end + 1;
        }
        return cells;
    }

    private Element told(Element element, Line line) {
        boolean cited = line.start() < excerpt.clause().end()
                && line.end() > excerpt.clause().start();
        return cited ? element : element.with("class", "around");
    }

    private Html marked(int start, int end) {
        String whole = excerpt.text();
        var parts = new ArrayList<Html>();
        int written = start;
        for (Excerpt.Highlight highlight : excerpt.highlights()) {
            int from = Math.max(written, highlight.start());
            int to = Math.min(end, highlight.end());
            if (from < to) {
                parts.add(text(whole.substring(written, from)));
                parts.add(el("mark", whole.substring(from, to)));
                written = to;
            }
        }
        parts.add(text(whole.substring(written, end)));
        return all(parts);
    }
}
