package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wenju.notice.Passage;

/**
 * The text of a notice as blocks of a page: headings, paragraphs with the passage's id as anchor, and tables put together
 * again from their rows.
 */
final class PassageBlocks {
    private final Words words;
    private final List<Passage> passages;
    private final List<Html> blocks = new ArrayList<>();

    private PassageBlocks(Words words, List<Passage> passages) {
        this.words = words;
        this.passages = passages;
    }

    static Html of(Words words, List<Passage> passages) {
        var blocks = new PassageBlocks(words, passages);
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
            if (passage.form() == Passage.Form.ROW) {
                PrintedTable table = PrintedTable.at(passages, next);
                blocks.add(table.of(words));
                next += table.size();
            } else {
                blocks.add(section(passage, opened));
                next++;
            }
        }
    }

    private static Html heading(Outline.Entry entry) {
        return el("h" + Math.min(entry.level() + 1, 6), entry.heading()).with("id", entry.anchor());
    }

    /** A heading that is printed within the passage's text has just been shown and is not shown twice. */
    private Html section(Passage passage, List<Outline.Entry> opened) {
        List<String> paragraphs = new ArrayList<>(passage.text().lines().toList());
        for (Outline.Entry entry : opened) {
            if (!paragraphs.isEmpty()
                    && entry.heading().equals(paragraphs.getFirst().strip())) {
                paragraphs.removeFirst();
            }
        }
        return el(
                        "section",
                        paragraphs.stream()
                                .map(line -> paragraph(passage, line))
                                .toList())
                .holding(List.of(link(passage)))
                .with("id", passage.id())
                .with("class", "passage " + passage.form().name().toLowerCase(Locale.ROOT));
    }

    /** What opens a notice is title, number and salutation, line by line, and then running text, which is indented as in print. */
    private static Html paragraph(Passage passage, String line) {
        boolean running = passage.form() == Passage.Form.OPENING && line.endsWith("。");
        return running ? el("p", line).with("class", "running") : el("p", line);
    }

    private Html link(Passage passage) {
        String locator = passage.locator().text();
        return locator.isEmpty()
                ? nothing()
                : el("a", "¶")
                        .with("class", "here")
                        .with("href", "#" + passage.id())
                        .with("aria-label", words.get("linkTo", locator))
                        .with("title", locator);
    }
}
