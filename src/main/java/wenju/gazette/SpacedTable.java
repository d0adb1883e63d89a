package wenju.gazette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wenju.notice.Lines;

/**
 * A table whose cells are parted by nothing but spaces: a head and lines of as many cells under it. Lists of names and posts
 * look the same but have no head; a head is known by its words, or by the figures under words that are none.
 *
 * <pre>
 * 乡　镇    面积（亩）  资金（万元）         乡镇⇥面积（亩）⇥资金（万元）
 * 城关镇    12000.5     127.62        →  城关镇⇥12000.5⇥127.62
 * 合计                  127.62           合计⇥127.62
 * </pre>
 *
 * @param from index of the head
 * @param to index after the last row
 * @param rows the head and the rows, cells parted by tabs; the name of a group of rows is a row of one cell
 */
record SpacedTable(int from, int to, List<Paragraph> rows) {
    private static final Pattern WIDE_GAP = Pattern.compile("[ \\u00A0]{2,}|[ \\u00A0]*\\u3000[ \\u00A0\\u3000]*");
    private static final Pattern GAP = Pattern.compile("[ \\u00A0\\u3000]+");
    private static final Pattern HEAD_WORD = Pattern.compile(
            ".{0,12}(?:[序编]号|名称|姓名|性别|单位|部门|机构|项目|类别|类型|种类|品种|标准|备注|说明|电话|联系人|负责人|时间|时限|期限|日期|内容|级别|等级|层级|地址|地点|位置|职务|职称"
                    + "|数量|总数|金额|资金|面积|比例|区域|区县|乡镇|街道|范围|条件|方式|措施|要求|任务|频次|次数|分值|得分|排名|单价|价格|规格|型号|依据|对象|事项)(?:[（(].{1,8}[)）])?"
                    + "|.{1,10}[（(](?:元|万元|亿元|亩|公顷|平方米|公里|个|人|户|套|吨|%|％)(?:/.{1,4})?[)）]");

    private static final Pattern FIGURE =
            Pattern.compile("[-—–≤≦≥≧<>约]?\\d[\\d.,:∶%‰/+~—-]*\\p{IsHan}{0,4}|[-—–/]{1,3}|无");
    private static final Pattern TOTAL = Pattern.compile("[合总小]计");
    private static final int LONGEST_CELL = 40;
    private static final int MOST_COLUMNS = 12;
    private static final int FEWEST_ROWS = 2;

    SpacedTable {
        rows = List.copyOf(rows);
    }

    /** The tables among the lines of a notice, by the index of their head. */
    static Map<Integer, SpacedTable> in(List<SourceLine> lines) {
        Map<Integer, SpacedTable> tables = new HashMap<>();
        int i = 0;
        while (i + FEWEST_ROWS < lines.size()) {
            SpacedTable table = at(lines, i, WIDE_GAP);
            table = table == null ? at(lines, i, GAP) : table;
            if (table != null) {
                tables.put(i, table);
            }
            i = table == null ? i + 1 : table.to();
        }
        return tables;
    }

    /** The table whose head is line {@code from}; null when there is none. */
    private static @Nullable SpacedTable at(List<SourceLine> lines, int from, Pattern gap) {
        List<String> head = cells(lines.get(from), gap);
        if (head.size() < 2 || !mayBeHead(lines.get(from), head)) {
            return null;
        }
        boolean words = saysSo(head);
        var rows = new ArrayList<>(List.of(row(head, lines.get(from))));
        Set<Integer> figures = columnsOfWords(head);
        int body = 0;
        int i = from + 1;
        for (; i < lines.size(); i++) {
            SourceLine line = lines.get(i);
            boolean again = line.compact().equals(lines.get(from).compact());
            if (again && body > 0) {
                // The head again, at the top of a page.
                continue;
            }
            List<String> cells = cells(line, gap);
            boolean total = body > 0
                    && cells.size() > 1
                    && TOTAL.matcher(cells.getFirst()).matches();
            boolean group = i + 1 < lines.size()
                    && PrintedTable.namesGroup(line)
                    && cells(lines.get(i + 1), gap).size() == head.size();
            if (group) {
                rows.add(row(List.of(Typography.repair(line.text()), ""), line));
                continue;
            }
            if (!total) {
                boolean like = !again && cells.size() == head.size();
                if (like && !words && (body < FEWEST_ROWS || head.size() == 2)) {
                    figures.removeIf(
                            column -> !FIGURE.matcher(cells.get(column)).matches());
                }
                if (!like || !words && figures.isEmpty()) {
                    break;
                }
                body++;
            }
            rows.add(row(cells, line));
        }
        return body >= FEWEST_ROWS ? new SpacedTable(from, i, rows) : null;
    }

    /** Whether the words are those of table heads, half of them and two at least. */
    private static boolean saysSo(List<String> head) {
        long words =
                head.stream().filter(cell -> HEAD_WORD.matcher(cell).matches()).count();
        return words * 2 >= head.size() && words > 1;
    }

    /** The columns whose head is no number, the first apart: under them figures tell a table. */
    private static Set<Integer> columnsOfWords(List<String> head) {
        return IntStream.range(1, head.size())
                .filter(column -> !Character.isDigit(head.get(column).charAt(0)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean mayBeHead(SourceLine line, List<String> cells) {
        return line.compact().indexOf('：') < 0
                && line.compact().indexOf(':') < 0
                && cells.stream().noneMatch(cell -> FIGURE.matcher(cell).matches() || cell.length() > LONGEST_CELL / 2);
    }

    /** The cells of a line; empty when it is part of a text or a list. */
    private static List<String> cells(SourceLine line, Pattern gap) {
        String text = line.text();
        if (text.length() > 200
                || text.indexOf('\t') >= 0
                || Sentences.endsSentence(line.compact())
                || text.indexOf('。') >= 0
                || text.indexOf('；') >= 0
                || gap == GAP && (text.indexOf('，') >= 0 || text.indexOf('、') >= 0)
                || Mark.at(line.raw()).stream()
                        .anyMatch(mark -> mark.kind() != Mark.Kind.DECIMAL || mark.depth() > 1)) {
            return List.of();
        }
        List<String> cells = List.of(gap.split(Typography.joinLoneCharacters(text)));
        return cells.size() <= MOST_COLUMNS && cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL)
                ? cells
                : List.of();
    }

    private static Paragraph row(List<String> cells, SourceLine line) {
        return new Paragraph(
                null,
                String.join("\t", cells.stream().map(Typography::repair).toList()),
                new Lines(line.number(), line.number()),
                true);
    }
}
