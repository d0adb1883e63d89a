package wenju.http;

import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Layout.quoted;

import java.util.ArrayList;
import java.util.List;
import wenju.http.Html.Element;
import wenju.notice.Passage;

/**
 * A table put together again from its rows. Where the table was printed its first row carries what stands above it, the
 * caption without tabs and the header with them; the rows after it repeat the header as their lead-in, which is not shown again.
 */
final class PrintedTable {
    private final List<Passage> rows;
    private final String header;

    private PrintedTable(List<Passage> rows, String header) {
        this.rows = rows;
        this.header = header;
    }

    /** The rows from {@code start} on that are one table; at least one. */
    static PrintedTable at(List<Passage> passages, int start) {
        Passage first = passages.get(start);
        int end = start + 1;
        String header = first.leadIn().isEmpty() ? cellLines(first).getFirst() : last(first.leadIn());
        while (end < passages.size() && continues(first, header, passages.get(end))) {
            end++;
        }
        boolean headed = !first.leadIn().isEmpty() || cellLines(first).size() > 1;
        return new PrintedTable(passages.subList(start, end), headed ? header : "");
    }

    private static boolean continues(Passage first, String header, Passage other) {
        return other.form() == Passage.Form.ROW
                && !other.leadIn().isEmpty()
                && last(other.leadIn()).equals(header)
                && other.headings().equals(first.headings());
    }

    int size() {
        return rows.size();
    }

    Html of(Words words) {
        List<String> captions = captions();
        Html caption = captions.isEmpty() ? nothing() : quoted("caption", String.join(" ", captions));
        Html head = header.isEmpty() ? nothing() : el("thead", el("tr", cells(header, "th")));
        var body = new ArrayList<Element>();
        for (Passage row : rows) {
            boolean anchored = false;
            for (String line : ownLines(row)) {
                Element shown = el("tr", cells(line, "td"));
                body.add(anchored ? shown : shown.with("id", row.id()));
                anchored = true;
            }
        }
        return el("div", el("table", caption, head, el("tbody", body)))
                .with("class", "table")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", captions.isEmpty() ? words.get("table") : captions.getLast());
    }

    /** What was printed above the table, which its first row carries; or lines of a lead-in before the header. */
    private List<String> captions() {
        Passage first = rows.getFirst();
        String above = first.leadIn().isEmpty() ? first.text() : first.leadIn();
        return above.lines()
                .takeWhile(line -> !line.contains("\t") && !line.equals(header))
                .toList();
    }

    /** The lines of a row itself: not the caption, not the header. A row that has no cells at all is one line. */
    private List<String> ownLines(Passage row) {
        List<String> lines =
                row.leadIn().isEmpty() ? cellLines(row) : row.text().lines().toList();
        boolean opens = lines.size() > 1 && lines.getFirst().equals(header);
        return opens ? lines.subList(1, lines.size()) : lines;
    }

    private static List<String> cellLines(Passage row) {
        List<String> lines =
                row.text().lines().dropWhile(line -> !line.contains("\t")).toList();
        return lines.isEmpty() ? List.of(row.text()) : lines;
    }

    private static String last(String text) {
        return text.lines().toList().getLast();
    }

    /** As many as the header has, the last ones empty when the print has fewer. */
    private List<Html> cells(String line, String tag) {
        int columns = header.isEmpty() ? 0 : header.split("\t", -1).length;
        var cells = new ArrayList<>(List.of(line.split("\t", -1)));
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells.stream()
                .<Html>map(cell -> tag.equals("th") ? quoted(tag, cell).with("scope", "col") : quoted(tag, cell))
                .toList();
    }
}
