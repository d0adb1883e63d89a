package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.Lines;

/**
 * A table that print took apart into a line for every line of every cell, put together again by its row numbers (序号).
 *
 * <p>Within a row a line goes on the cell of the line before it when that line filled its cell: print parts columns by no
 * empty line at all, or by nothing that can be seen, and a cell's last line is the one that is shorter than the others.
 */
final class PrintedTable {
    private static final Pattern HEAD = Pattern.compile("^序号.{0,60}");
    private static final Pattern ROW = Pattern.compile("^(\\d{1,3})(?:[\\s\\u3000]+(?<rest>\\D.*))?$");
    private static final int FEWEST_ROWS = 2;
    private static final Pattern GROUP = Pattern.compile("\\p{IsHan}{1,10}(?:奖|组|类)(?:[（(].{1,10}[)）])?");
    private static final Pattern TOTAL = Pattern.compile("^[合总小]计(?:\\d|$)");

    /** Lines of one cell differ by a character of justified print. */
    private static final int SLACK = 2;

    private PrintedTable() {}

    /** Whether a line is the head of a table, or begins one. */
    static boolean isHead(SourceLine line) {
        return HEAD.matcher(line.compact()).matches() && !Sentences.endsSentence(line.compact());
    }

    /** Whether a line repeats the head at the top of a page. */
    private static boolean repeats(SourceLine line, SourceLine head) {
        return line.turnsPage() && line.compact().equals(head.compact());
    }

    /**
     * The rows of a table, its head first, cells parted by tabs.
     *
     * @param lines the head and all lines after it that may be cells
     * @return empty when the row numbers are not in order or rows have no cells: the table cannot be restored
     */
    static Optional<List<Paragraph>> restore(List<SourceLine> lines) {
        List<Integer> starts = rowStarts(lines);
        if (starts.size() < FEWEST_ROWS) {
            return Optional.empty();
        }
        var rows = new ArrayList<Paragraph>();
        List<SourceLine> head = lines.subList(0, starts.getFirst());
        rows.add(row(head.size() == 1 ? words(head.getFirst()) : cells(head, lines.getFirst()), head));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            int total = rest(lines, starts.get(i) + 1, end);
            List<SourceLine> row = lines.subList(starts.get(i), total);
            List<String> cells = cells(row, lines.getFirst());
            if (cells.size() < 2) {
                return Optional.empty();
            }
            rows.add(row(cells, row));
            if (total < end) {
                List<SourceLine> rest = lines.subList(total, end);
                boolean group = namesGroup(rest.getFirst());
                rows.add(
                        group
                                ? row(List.of(Typography.repair(rest.getFirst().text()), ""), rest)
                                : row(
                                        rest.stream()
                                                .flatMap(line -> words(line).stream())
                                                .toList(),
                                        rest));
            }
        }
        return Optional.of(rows);
    }

    /** Where the line of sums or the name of the next group begins, which have no row number; {@code to} when there is none. */
    private static int rest(List<SourceLine> lines, int from, int to) {
        int i = from;
        while (i < to
                && !TOTAL.matcher(lines.get(i).compact()).find()
                && !(i + 1 == to && i + 1 < lines.size() && begins(lines, i + 1))) {
            i++;
        }
        return i;
    }

    /** Whether rows are numbered anew from this line on, under the name of a group: {@code 二等奖（1项）} over {@code 1 名称}. */
    private static boolean begins(List<SourceLine> lines, int at) {
        Matcher row = ROW.matcher(lines.get(at).text());
        return row.matches() && row.group(1).equals("1") && row.group("rest") != null && namesGroup(lines.get(at - 1));
    }

    /** Whether the line names a group of rows: {@code 二等奖（1项）}. */
    static boolean namesGroup(SourceLine line) {
        return GROUP.matcher(line.compact()).matches();
    }

    private static List<Integer> rowStarts(List<SourceLine> lines) {
        var starts = new ArrayList<Integer>();
        int number = 0;
        for (int i = 1; i < lines.size(); i++) {
            Matcher row = ROW.matcher(lines.get(i).text());
            if (!row.matches()) {
                continue;
            }
            if (Integer.parseInt(row.group(1)) == number + 1) {
                starts.add(i);
                number++;
            } else if (number > 0 && begins(lines, i)) {
                starts.add(i);
                number = 1;
            }
        }
        return starts;
    }

    private static List<String> words(SourceLine line) {
        return List.of(line.text().split("[\\s\\u3000]+"));
    }

    private static List<String> cells(List<SourceLine> row, SourceLine head) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        int widest = 0;
        SourceLine last = row.getFirst();
        for (SourceLine line : row) {
            if (repeats(line, head)) {
                continue;
            }
            Matcher numbered = ROW.matcher(line.text());
            if (line == row.getFirst() && numbered.matches()) {
                cells.add(numbered.group(1));
                if (numbered.group("rest") != null) {
                    cell.append(numbered.group("rest"));
                    widest = line.width();
                }
                last = line;
                continue;
            }
            if (!cell.isEmpty() && !goesOn(last, line, widest)) {
                cells.add(Typography.repair(cell.toString()));
                cell.setLength(0);
                widest = 0;
            }
            boolean names = cell.indexOf("\u3000") >= 0 && line.raw().indexOf('\u3000') >= 0;
            cell.append(names ? "\u3000 " : "").append(line.text());
            widest = Math.max(widest, line.width());
            last = line;
        }
        if (!cell.isEmpty()) {
            cells.add(Typography.repair(cell.toString()));
        }
        return cells;
    }

    private static boolean goesOn(SourceLine last, SourceLine line, int widest) {
        boolean columnEnds = line.before() == SourceLine.Gap.NONE && !line.turnsPage();
        return !columnEnds
                && !last.compact().endsWith("。")
                && last.width() >= widest - SLACK
                && line.width() <= widest + SLACK;
    }

    private static Paragraph row(List<String> cells, List<SourceLine> lines) {
        return new Paragraph(
                null,
                String.join("\t", cells),
                new Lines(lines.getFirst().number(), lines.getLast().number()),
                true);
    }
}
