package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import wenju.notice.Passage;

/**
 * The text of a notice as blocks of a page: headings, paragraphs with the passage's id as anchor, and tables put together
 * again from rows that follow one another under the same header.
 */
final class PassageBlocks {
    private final List<Passage> passages;
    private final List<Html> blocks = new ArrayList<>();

    private PassageBlocks(List<Passage> passages) {
        this.passages = passages;
    }

    static Html of(List<Passage> passages) {
        var blocks = new PassageBlocks(passages);
        blocks.addAll();
        return all(blocks.blocks);
    }

    private void addAll() {
        List<String> headings = List.of();
        int next = 0;
        while (next < passages.size()) {
            Passage passage = passages.get(next);
            List<Outline.Entry> opened = Outline.opened(headings, passage);
            opened.forEach(entry -> blocks.add(heading(entry)));
            headings = passage.headings();
            int end = passage.form() == Passage.Form.ROW ? endOfTable(next) : next + 1;
            blocks.add(
                    passage.form() == Passage.Form.ROW ? table(passages.subList(next, end)) : section(passage, opened));
            next = end;
        }
    }

    private int endOfTable(int start) {
        Passage first = passages.get(start);
        return IntStream.range(start, passages.size())
                .filter(i -> !sameTable(first, passages.get(i)))
                .findFirst()
                .orElse(passages.size());
    }

    private static boolean sameTable(Passage first, Passage other) {
        return other.form() == Passage.Form.ROW
                && other.leadIn().equals(first.leadIn())
                && other.headings().equals(first.headings());
    }

    private static Html heading(Outline.Entry entry) {
        return el("h" + Math.min(entry.level() + 1, 6), entry.heading()).with("id", entry.anchor());
    }

    /** A heading that is printed within the passage's text has just been shown and is not shown twice. */
    private static Html section(Passage passage, List<Outline.Entry> opened) {
        List<String> paragraphs = new ArrayList<>(passage.text().lines().toList());
        for (Outline.Entry entry : opened) {
            if (!paragraphs.isEmpty()
                    && entry.heading().equals(paragraphs.getFirst().strip())) {
                paragraphs.removeFirst();
            }
        }
        return el("section", paragraphs.stream().map(line -> el("p", line)).toList())
                .holding(List.of(link(passage)))
                .with("id", passage.id())
                .with("class", "passage " + passage.form().name().toLowerCase(Locale.ROOT));
    }

    private static Html link(Passage passage) {
        String locator = passage.locator().text();
        return locator.isEmpty()
                ? nothing()
                : el("a", "¶")
                        .with("class", "here")
                        .with("href", "#" + passage.id())
                        .with("aria-label", locator + "的链接")
                        .with("title", locator);
    }

    /** The lead-in of a row ends with the header; lines before it are the table's caption. */
    private static Html table(List<Passage> rows) {
        List<String> leadIn = rows.getFirst().leadIn().lines().toList();
        Html caption =
                leadIn.size() < 2 ? nothing() : el("caption", String.join(" ", leadIn.subList(0, leadIn.size() - 1)));
        Html head = leadIn.isEmpty() ? nothing() : el("thead", el("tr", cells(leadIn.getLast(), "th")));
        Html body = el(
                "tbody",
                rows.stream()
                        .map(row -> el("tr", cells(row.text(), "td")).with("id", row.id()))
                        .toList());
        return el("div", el("table", caption, head, body))
                .with("class", "table")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "表格");
    }

    private static List<Html> cells(String line, String tag) {
        return Arrays.stream(line.split("\t", -1))
                .<Html>map(cell -> tag.equals("th") ? el(tag, cell).with("scope", "col") : el(tag, cell))
                .toList();
    }
}
