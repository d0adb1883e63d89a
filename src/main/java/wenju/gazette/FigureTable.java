package wenju.gazette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wenju.notice.Lines;

/**
 * A printed table of figures: lines that hold a name and then values parted by spaces, several of them near each other and
 * with equally many values. Nothing else in print looks like that, so such a table needs no head to be known.
 *
 * <pre>
 * 4. 城镇就业人数(万人) 359. 6 400 约束性     →  4.城镇就业人数（万人）⇥359.6⇥400⇥约束性
 * 合 | 计 110000 17300                        →  合计⇥110000⇥17300
 * 东区经济综 | 合实验区 | 2500 100            →  东区经济综合实验区⇥2500⇥100
 * </pre>
 *
 * @param from index of the first line
 * @param to index after the last line
 * @param rows the rows, cells parted by tabs; a line between rows (一、就业, a repeated head) is a row of one cell
 */
record FigureTable(int from, int to, List<Paragraph> rows) {
    private static final Pattern SPLIT_DECIMAL = Pattern.compile("(?<=\\d)\\.[ \\u3000]+(?=\\d)");
    private static final Pattern SPLIT_SIGN =
            Pattern.compile("[ \\u3000]*([∶])[ \\u3000]*|([≤≦≥≧<>])[ \\u3000]+(?=\\d)");
    private static final Pattern GAP = Pattern.compile("[\\s\\u3000]+");
    /** A figure; seven digits in a row are a telephone. */
    private static final Pattern VALUE = Pattern.compile("(?!.*\\d{7})[-—–≤≦≥≧<>]*\\d[\\d.,:∶%‰/+~-]*|[-—–]{1,3}");

    private static final Pattern REMARK = Pattern.compile("\\p{IsHan}{1,4}");
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_VALUES = 2;
    /** Lines of a head that is repeated at the top of a page. */
    private static final int MOST_BETWEEN = 12;

    private static final double EVEN = 0.6;
    private static final int MOST_LABEL_WORDS = 4;
    /** Half-width columns: a name in the first column, a cell of a head. */
    private static final int WIDEST_CELL = 40;

    FigureTable {
        rows = List.copyOf(rows);
    }

    /** A line as cells; the first is empty when the line holds values only. */
    private record Row(List<String> cells) {
        boolean named() {
            return !cells.getFirst().isEmpty();
        }
    }

    /** The tables among the lines of a notice, by the index of their first line. */
    static Map<Integer, FigureTable> in(List<SourceLine> lines) {
        Map<Integer, FigureTable> tables = new HashMap<>();
        Map<Integer, Row> rows = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (!cells.isEmpty()) {
                rows.put(i, new Row(cells));
            }
        }
        int i = 0;
        while (i < lines.size()) {
            if (!rows.containsKey(i)) {
                i++;
                continue;
            }
            int last = last(lines, rows, i);
            List<Row> found = between(rows, i, last);
            if (found.size() >= FEWEST_ROWS && isEven(found)) {
                int from = beginsEarlier(lines, rows, i, last);
                tables.put(from, new FigureTable(from, last + 1, restore(lines, rows, from, last)));
            }
            i = last + 1;
        }
        return tables;
    }

    private static List<Row> between(Map<Integer, Row> rows, int from, int to) {
        var found = new ArrayList<Row>();
        for (int i = from; i <= to; i++) {
            if (rows.containsKey(i)) {
                found.add(rows.get(i));
            }
        }
        return found;
    }

    /** Index of the last row that belongs to the table of row {@code from}. */
    private static int last(List<SourceLine> lines, Map<Integer, Row> rows, int from) {
        int last = from;
        for (int i = from + 1; i < lines.size() && i - last <= MOST_BETWEEN; i++) {
            SourceLine line = lines.get(i);
            if (rows.containsKey(i)) {
                last = i;
            } else if (line.width() > WIDEST_CELL || Sentences.endsSentence(line.compact()) || opensPart(line)) {
                break;
            }
        }
        return last;
    }

    private static boolean opensPart(SourceLine line) {
        return Mark.at(line.raw()).stream().anyMatch(mark -> mark.kind().compareTo(Mark.Kind.ARTICLE) <= 0);
    }

    /** The first name may have begun a line earlier: 合 | 计, or wholly stand there; or the first group's name does. */
    private static int beginsEarlier(List<SourceLine> lines, Map<Integer, Row> rows, int first, int last) {
        boolean name = first > 0
                && (!rows.get(first).named() || lines.get(first - 1).compact().length() == 1);
        int from = name ? first - 1 : first;
        boolean group = from > 0
                && isGroup(lines.get(from - 1), 1)
                && lines.subList(first, last).stream().anyMatch(line -> isGroup(line, 2));
        return group ? from - 1 : from;
    }

    /** Whether a line is the name of a group of rows: {@code 二、社会保障}. */
    private static boolean isGroup(SourceLine line, int ordinal) {
        return line.width() <= WIDEST_CELL
                && Mark.at(line.raw()).stream()
                        .anyMatch(mark -> mark.kind() == Mark.Kind.CHINESE && mark.ordinal() == ordinal);
    }

    private static boolean isEven(List<Row> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
        return widths.values().stream().mapToInt(Integer::intValue).max().orElse(0) >= EVEN * rows.size();
    }

    private static List<Paragraph> restore(List<SourceLine> lines, Map<Integer, Row> rows, int from, int last) {
        var table = new ArrayList<Paragraph>();
        var waiting = new ArrayList<SourceLine>();
        for (int i = from; i <= last; i++) {
            Row row = rows.get(i);
            if (row == null) {
                waiting.add(lines.get(i));
                continue;
            }
            List<SourceLine> name = nameBefore(waiting, row);
            flush(table, waiting.subList(0, waiting.size() - name.size()));
            waiting.clear();
            name.add(lines.get(i));
            var label = new StringBuilder();
            name.subList(0, name.size() - 1).forEach(line -> label.append(line.text()));
            var cells = new ArrayList<String>();
            cells.add(Typography.repair(label + row.cells().getFirst()));
            row.cells().stream().skip(1).map(Typography::repair).forEach(cells::add);
            table.add(row(String.join("\t", cells), name));
        }
        return table;
    }

    /** The lines of the name that a row's line only ends, or that stands wholly above its values. */
    private static List<SourceLine> nameBefore(List<SourceLine> waiting, Row row) {
        int lines = 0;
        if (row.named()) {
            lines = !waiting.isEmpty() && waiting.getLast().compact().length() == 1 ? 1 : 0;
        } else if (!waiting.isEmpty()) {
            lines = waiting.size() == 2 && Mark.at(waiting.getLast().raw()).isEmpty() ? 2 : 1;
        }
        return new ArrayList<>(waiting.subList(waiting.size() - lines, waiting.size()));
    }

    /** What stands between rows: a group's name, or the head again. */
    private static void flush(List<Paragraph> table, List<SourceLine> between) {
        if (!between.isEmpty()) {
            String text = String.join(
                    " ",
                    between.stream().map(line -> Typography.repair(line.text())).toList());
            table.add(row(text + "\t", between));
        }
    }

    private static Paragraph row(String text, List<SourceLine> lines) {
        return new Paragraph(
                null, text, new Lines(lines.getFirst().number(), lines.getLast().number()), true);
    }

    /** Name and values of a line; empty when it is no row. */
    private static List<String> cells(SourceLine line) {
        String raw = line.raw();
        if (raw.length() > 200 || raw.indexOf('\t') >= 0 || raw.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        String glued = SPLIT_SIGN
                .matcher(SPLIT_DECIMAL.matcher(raw.strip()).replaceAll("."))
                .replaceAll(m -> m.group(1) == null ? m.group(2) : m.group(1));
        List<String> words = List.of(GAP.split(glued));
        int end = words.size();
        if (end > FEWEST_VALUES && REMARK.matcher(words.getLast()).matches()) {
            end--;
        }
        int start = end;
        while (start > 0 && VALUE.matcher(words.get(start - 1)).matches()) {
            start--;
        }
        boolean figures =
                words.subList(start, end).stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
        String name = String.join(" ", words.subList(0, start));
        if (end - start < FEWEST_VALUES
                || !figures
                || start > MOST_LABEL_WORDS
                || !name.isEmpty() && (name.chars().noneMatch(Character::isIdeographic) || Sentences.holdsStop(name))) {
            return List.of();
        }
        var cells = new ArrayList<String>();
        cells.add(name);
        cells.addAll(words.subList(start, words.size()));
        return cells;
    }
}
