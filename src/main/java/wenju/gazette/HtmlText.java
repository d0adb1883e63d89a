package wenju.gazette;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The words of a web page as people see them: a line for every block, a tabbed line for every table row. What serves the page
 * and not the document (scripts, navigation, forms) is left out.
 */
final class HtmlText {
    private static final String NO_CONTENT =
            "script, style, noscript, template, nav, header, footer, aside, form, button, select, iframe, svg, object, [hidden]";
    private static final int SEARCHED_FOR_TAG = 2048;
    /** A browser renders no deeper nesting either. */
    private static final int DEEPEST = 512;

    private final StringBuilder out = new StringBuilder();
    /** The number of the last item of every ordered list. */
    private final Map<Element, Integer> numbered = new IdentityHashMap<>();

    private HtmlText() {}

    static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(text.length(), SEARCHED_FOR_TAG))
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || head.startsWith("<") && (head.contains("<html") || head.contains("<body") || head.contains("<head"));
    }

    static GazetteText take(String name, String html) {
        Document page = Jsoup.parse(html);
        String title = title(page);
        page.select(NO_CONTENT).remove();
        var text = new HtmlText();
        text.walk(page.body(), 0);
        return new GazetteText(name, GazetteText.Format.HTML, title, text.out.toString(), List.of());
    }

    /** The only {@code <h1>}; else the title that government pages carry for machines; else the window's, without the site. */
    private static String title(Document page) {
        List<String> headings =
                page.select("h1").eachText().stream().filter(h -> !h.isBlank()).toList();
        if (headings.size() == 1) {
            return Typography.repair(headings.getFirst());
        }
        Element meta = page.selectFirst("meta[name=ArticleTitle]");
        if (meta != null && !meta.attr("content").isBlank()) {
            return Typography.repair(meta.attr("content"));
        }
        return Typography.repair(page.title().split("\\s*[_|]|\\s+-+\\s+", 2)[0]);
    }

    private void walk(Node node, int depth) {
        if (depth > DEEPEST) {
            out.append(node instanceof Element element ? element.wholeText() : "");
            return;
        }
        for (Node child : node.childNodes()) {
            switch (child) {
                case TextNode text -> out.append(text.text().replace('\t', ' '));
                case Element element -> element(element, depth);
                default -> {}
            }
        }
    }

    private void element(Element element, int depth) {
        switch (element.normalName()) {
            case "br" -> out.append('\n');
            case "table" -> table(element, depth);
            case "li" -> {
                breakLine();
                out.append(number(element));
                walk(element, depth + 1);
                breakLine();
            }
            default -> {
                if (element.isBlock()) {
                    breakLine();
                    walk(element, depth + 1);
                    breakLine();
                } else {
                    walk(element, depth + 1);
                }
            }
        }
    }

    /** The number that a browser would print before an item of {@code <ol>}. */
    private String number(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "";
        }
        int start = list.attr("start").matches("\\d{1,4}") ? Integer.parseInt(list.attr("start")) : 1;
        return numbered.merge(list, start, (last, first) -> last + 1) + ". ";
    }

    /** A table that only arranges the page is read as blocks, one that holds data row by row. */
    private void table(Element table, int depth) {
        List<Element> rows = table.select("tr");
        boolean arranges =
                !table.select("table table").isEmpty() || rows.stream().allMatch(row -> row.childrenSize() <= 1);
        breakLine();
        if (arranges) {
            walk(table, depth + 1);
        } else {
            var grid = new CellGrid();
            for (Element row : rows) {
                grid.newRow();
                for (Element cell : row.children()) {
                    grid.add(cell.text().replace('\t', ' '), span(cell, "colspan"), span(cell, "rowspan"));
                }
            }
            grid.lines().forEach(line -> out.append(line).append('\n'));
        }
        breakLine();
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute);
        return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }

    private void breakLine() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
