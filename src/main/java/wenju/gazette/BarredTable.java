package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables drawn with bars in plain text, as Markdown and old typesetting do: lines next to each other with equally many bars
 * become rows with tabs, lines that only draw are left out.
 *
 * <pre>
 * 序号｜项目｜要求          序号⇥项目⇥要求
 * ---|---|---        →
 * 1｜接地｜不大于4Ω         1⇥接地⇥不大于4Ω
 * </pre>
 */
final class BarredTable {
    private static final Pattern BAR = Pattern.compile("[|｜│┃║]");
    private static final Pattern RULE =
            Pattern.compile("(?=.*[|｜│┃║┌┐└┘├┤┬┴┼─━═┏┓┗┛])[|｜│┃║\\s\\u3000:\\-─━═┄┌┐└┘├┤┬┴┼╋┏┓┗┛┠┨┯┷╔╗╚╝╠╣╦╩╬]{3,}");
    private static final int FEWEST_ROWS = 2;
    /** Two cells beside one bar also occur in navigation lines. */
    private static final int FEWEST_ROWS_OF_TWO = 3;

    private BarredTable() {}

    /** The lines with the tables among them opened; all other lines as they are. */
    static List<SourceLine> open(List<SourceLine> lines) {
        if (lines.stream().noneMatch(line -> BAR.matcher(line.raw()).find())) {
            return lines;
        }
        var opened = new ArrayList<SourceLine>(lines.size());
        int i = 0;
        while (i < lines.size()) {
            int end = end(lines, i);
            List<SourceLine> rows =
                    lines.subList(i, end).stream().filter(line -> !isRule(line)).toList();
            boolean ruled = rows.size() < end - i;
            int fewest = ruled
                            || cells(rows.isEmpty() ? lines.get(i) : rows.getFirst())
                                            .size()
                                    > 2
                    ? FEWEST_ROWS
                    : FEWEST_ROWS_OF_TWO;
            if (rows.size() >= fewest) {
                rows.forEach(line -> opened.add(line.withRaw(String.join("\t", cells(line)))));
            } else {
                opened.addAll(lines.subList(i, Math.max(end, i + 1)));
            }
            i = Math.max(end, i + 1);
        }
        return opened;
    }

    /** Index after the last line of the table that begins at {@code from}; {@code from} when none does. */
    private static int end(List<SourceLine> lines, int from) {
        int columns = 0;
        int i = from;
        for (; i < lines.size(); i++) {
            SourceLine line = lines.get(i);
            if (isRule(line)) {
                continue;
            }
            int cells = cells(line).size();
            if (cells < 2 || columns > 0 && cells != columns) {
                break;
            }
            columns = cells;
        }
        return i;
    }

    private static boolean isRule(SourceLine line) {
        return RULE.matcher(line.compact()).matches();
    }

    private static List<String> cells(SourceLine line) {
        String text = line.text();
        List<String> cells = new ArrayList<>(List.of(BAR.split(text, -1)));
        if (cells.size() > 1 && cells.getFirst().isBlank()) {
            cells.removeFirst();
        }
        if (cells.size() > 1 && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        return cells.stream().map(String::strip).toList();
    }
}
