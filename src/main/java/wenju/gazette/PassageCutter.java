package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Passage;

/**
 * Cuts the tree of a notice into passages: the smallest units that make sense alone, whole, none longer than
 * {@value #LONGEST} characters. An article stays together with its items while it fits, so does a list with its heading; a
 * longer one is cut by item, each item with the lead-in it needs. A bare heading goes with the first passage under it.
 * Every paragraph goes into exactly one passage, in order.
 */
final class PassageCutter {
    /** Measured on notices: 550 is better than 300 or 150, and fits an excerpt. */
    static final int LONGEST = 550;
    /** A section up to this length says one thing; cutting it further would part what belongs together. */
    private static final int SHORT = 220;
    /** Items that are shorter than this on average are parts of a list; longer ones stand for themselves. */
    private static final int SHORT_ITEM = 120;

    private static final int LONGEST_LEAD_IN = 120;
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_TITLE_LINES = 3;

    private static final Pattern RESPONSIBLE = Pattern.compile("(?:^|[（(])(?:主要|相关)?(?:牵头|责任|配合|落实)(?:单位|部门|领导|人)[:：]");
    private static final Pattern ROW_NUMBER = Pattern.compile("^(\\d{1,3})(?:[.、\\s](?!\\d)|$)");
    private static final Pattern COLUMNS = Pattern.compile("序号|编号|姓名|名称|单位");
    private static final Pattern BEGINS_AGAIN = Pattern.compile("1[.、\\s]\\D.*");
    private static final Pattern FIGURE = Pattern.compile("[-—–≤≦≥≧<>]*\\d[\\d.,:∶%‰]*|[-—–]+");

    private final String noticeId;
    private final List<Passage> passages = new ArrayList<>();

    private PassageCutter(String noticeId) {
        this.noticeId = noticeId;
    }

    static List<Passage> cut(String noticeId, Section notice) {
        var cutter = new PassageCutter(noticeId);
        cutter.cutContents(notice, List.of(), "");
        return cutter.passages;
    }

    private void cut(Section section, List<Paragraph> headings, String leadIn) {
        int length = section.length()
                + headings.stream().mapToInt(p -> p.text().length() + 1).sum();
        if (length <= LONGEST && staysWhole(section)) {
            var whole = new ArrayList<>(headings);
            whole.addAll(section.paragraphs());
            emit(section, Passage.Form.CLAUSE, leadIn, text(whole), lines(whole));
        } else {
            var opening = new ArrayList<>(headings);
            if (section.head() != null) {
                opening.add(section.head());
            }
            cutContents(section, opening, leadIn);
        }
    }

    private static boolean staysWhole(Section section) {
        List<Section> items = section.inner();
        if (holdsTable(section)) {
            return false;
        }
        if (items.isEmpty()) {
            return true;
        }
        if (items.stream().anyMatch(PassageCutter::holdsArticles)) {
            return false;
        }
        if (section.isArticle() || section.length() <= SHORT) {
            return true;
        }
        boolean areTasks = items.stream().anyMatch(PassageCutter::namesWhoIsResponsible);
        int average = items.stream().mapToInt(Section::length).sum() / items.size();
        return !areTasks && average < SHORT_ITEM;
    }

    /** An article is always a passage of its own, in a chapter as in a section of one. */
    private static boolean holdsArticles(Section section) {
        return section.isArticle() || section.inner().stream().anyMatch(PassageCutter::holdsArticles);
    }

    private static boolean holdsTable(Section section) {
        return section.paragraphs().stream().anyMatch(Paragraph::isRow);
    }

    private static boolean namesWhoIsResponsible(Section item) {
        return item.paragraphs().stream()
                .anyMatch(p -> RESPONSIBLE.matcher(p.text()).find());
    }

    /** Cuts a section that is too long for one passage, or the notice itself. */
    private void cutContents(Section section, List<Paragraph> opening, String leadInAbove) {
        var waiting = new ArrayList<>(opening);
        String leadIn = "";
        for (Section.Content content : section.contents()) {
            switch (content) {
                case Section.Text text -> waiting.add(text.paragraph());
                case Section.Inner inner -> {
                    List<Paragraph> headings = List.of();
                    if (waiting.stream().allMatch(p -> isBareHeading(section, p))) {
                        headings = List.copyOf(waiting);
                    } else {
                        leadIn = leadIn(section, waiting, leadIn);
                        flush(section, waiting, leadInAbove);
                    }
                    waiting.clear();
                    cut(inner.section(), headings, leadIn);
                }
            }
        }
        flush(section, waiting, leadInAbove);
    }

    private static boolean isBareHeading(Section section, Paragraph paragraph) {
        return paragraph.isHeading() || paragraph.mark() == null && paragraph == section.head();
    }

    /** The last sentence before the items when it announces them; what announced them before when nothing new does. */
    private static String leadIn(Section section, List<Paragraph> before, String previous) {
        if (section.mark() == null) {
            return "";
        }
        String text = before.getLast().text();
        if (!text.endsWith("：") && !text.endsWith(":")) {
            return section.isArticle() ? previous : "";
        }
        int start = Math.max(text.lastIndexOf('。', text.length() - 2), text.lastIndexOf('；', text.length() - 2)) + 1;
        String sentence = text.substring(start).strip();
        return sentence.length() <= LONGEST_LEAD_IN ? sentence : "";
    }

    /** Makes passages of paragraphs that follow each other in one section. */
    private void flush(Section section, List<Paragraph> paragraphs, String leadIn) {
        int i = 0;
        if (passages.isEmpty()) {
            i = openingEnd(paragraphs);
            prose(section, paragraphs.subList(0, i), leadIn);
        }
        while (i < paragraphs.size()) {
            int end = i;
            if (paragraphs.get(i).isRow()) {
                while (end < paragraphs.size() && paragraphs.get(end).isRow()) {
                    end++;
                }
                table(section, List.of(), paragraphs.subList(i, end), leadIn);
            } else if (isUnmarkedFragment(paragraphs.get(i))) {
                while (end < paragraphs.size() && isUnmarkedFragment(paragraphs.get(end))) {
                    end++;
                }
                // A short line over sentences is their title: the enclosed document's, a person's over the duties.
                boolean few = end < paragraphs.size() && end - i <= MOST_TITLE_LINES;
                boolean overTable =
                        end < paragraphs.size() && paragraphs.get(end).isRow();
                if (overTable && (few || length(paragraphs.subList(i, end)) <= LONGEST_LEAD_IN)) {
                    int table = end;
                    while (end < paragraphs.size() && paragraphs.get(end).isRow()) {
                        end++;
                    }
                    table(section, paragraphs.subList(i, table), paragraphs.subList(table, end), leadIn);
                } else if (few) {
                    end = titledUnit(section, paragraphs, i, end, leadIn);
                } else {
                    fragments(section, paragraphs.subList(i, end), leadIn);
                }
            } else {
                while (end < paragraphs.size()
                        && !paragraphs.get(end).isRow()
                        && !isUnmarkedFragment(paragraphs.get(end))) {
                    end++;
                }
                prose(section, paragraphs.subList(i, end), leadIn);
            }
            i = end;
        }
    }

    private static boolean isUnmarkedFragment(Paragraph paragraph) {
        Mark mark = paragraph.mark();
        return paragraph.fragment() && !paragraph.isRow() && (mark == null || mark.kind() == Mark.Kind.ATTACHMENT);
    }

    /**
     * The opening of a notice: its title block with the sentences that follow, and what stands between these and the first
     * mark when that is only a signature and a title.
     */
    private static int openingEnd(List<Paragraph> paragraphs) {
        int end = 0;
        while (end < paragraphs.size() && isUnmarkedFragment(paragraphs.get(end))) {
            end++;
        }
        while (end < paragraphs.size()
                && !isUnmarkedFragment(paragraphs.get(end))
                && !paragraphs.get(end).isRow()) {
            end++;
        }
        boolean onlySignature = paragraphs.size() - end <= MOST_TITLE_LINES
                && paragraphs.subList(end, paragraphs.size()).stream().allMatch(PassageCutter::isUnmarkedFragment);
        return onlySignature ? paragraphs.size() : end;
    }

    private int titledUnit(Section section, List<Paragraph> paragraphs, int from, int titleEnd, String leadIn) {
        int end = titleEnd;
        while (end < paragraphs.size() && !paragraphs.get(end).isRow() && !isUnmarkedFragment(paragraphs.get(end))) {
            end++;
        }
        prose(section, paragraphs.subList(from, end), leadIn);
        return end;
    }

    private void prose(Section section, List<Paragraph> paragraphs, String leadIn) {
        var pack = new ArrayList<Paragraph>();
        int length = 0;
        for (Paragraph paragraph : paragraphs) {
            int size = paragraph.text().length() + 1;
            if (length + size > LONGEST && !pack.isEmpty()) {
                emit(section, form(), leadIn, text(pack), lines(pack));
                pack.clear();
                length = 0;
            }
            if (size > LONGEST + 1) {
                for (String piece : Sentences.pieces(paragraph.text(), LONGEST)) {
                    emit(section, form(), leadIn, piece, paragraph.lines());
                }
                continue;
            }
            pack.add(paragraph);
            length += size;
        }
        if (!pack.isEmpty()) {
            emit(section, form(), leadIn, text(pack), lines(pack));
        }
    }

    private Passage.Form form() {
        return passages.isEmpty() ? Passage.Form.OPENING : Passage.Form.CLAUSE;
    }

    private static int length(List<Paragraph> paragraphs) {
        return paragraphs.stream().mapToInt(p -> p.text().length() + 1).sum();
    }

    private void table(Section section, List<Paragraph> caption, List<Paragraph> rows, String leadIn) {
        if (!NamePairs.are(rows)) {
            rows(section, caption, rows);
            return;
        }
        var lines = new ArrayList<>(caption);
        for (Paragraph line : NamePairs.lines(rows)) {
            if (line.fragment()) {
                lines.add(line);
                continue;
            }
            list(section, lines, leadIn);
            lines.clear();
            prose(section, List.of(line), leadIn);
        }
        list(section, lines, leadIn);
    }

    /** A table that kept its cells: every row is a passage, its header goes with it; caption and header open the first. */
    private void rows(Section section, List<Paragraph> caption, List<Paragraph> rows) {
        boolean headed = rows.size() > 1
                && rows.getFirst().cells().size() > 1
                && rows.getFirst().cells().stream()
                        .noneMatch(cell -> cell.isEmpty()
                                || ROW_NUMBER.matcher(cell).find()
                                || FIGURE.matcher(cell).matches());
        // Without a head of its own the table is understood by what stands over it.
        String header = headed
                ? rows.getFirst().text().stripTrailing()
                : length(caption) <= LONGEST_LEAD_IN
                        ? String.join(" ", caption.stream().map(Paragraph::text).toList())
                        : "";
        int numbers = numberColumn(headed ? rows.subList(1, rows.size()) : rows);
        var waiting = new ArrayList<>(caption);
        for (int i = 0; i < rows.size(); i++) {
            waiting.add(rows.get(i));
            boolean opensGroup = rows.get(i).cells().size() == 1 && i + 1 < rows.size() && length(waiting) < SHORT;
            if (i == 0 && headed || opensGroup) {
                continue;
            }
            String text = text(waiting).stripTrailing();
            if (!text.isBlank()) {
                Locator locator = rowLocator(section, rows.get(i), numbers);
                boolean underCaption = !caption.isEmpty() && waiting.getFirst() == caption.getFirst();
                for (String piece : Sentences.pieces(text, LONGEST)) {
                    emit(locator, section, Passage.Form.ROW, underCaption ? "" : header, piece, lines(waiting));
                }
                waiting.clear();
            }
        }
    }

    private static Locator rowLocator(Section section, Paragraph row, int numbers) {
        OptionalInt number = rowNumber(row, numbers);
        return number.isPresent() ? locator(section).in("序号 " + number.getAsInt()) : locator(section);
    }

    /** The column, the first or the second, whose numbers count the rows; -1 when none does. */
    private static int numberColumn(List<Paragraph> rows) {
        for (int column = 0; column < 2; column++) {
            int numbers = 0;
            int counting = 0;
            int before = 0;
            for (Paragraph row : rows) {
                OptionalInt number = rowNumber(row, column);
                if (number.isPresent()) {
                    numbers++;
                    counting += number.getAsInt() == before + 1 || number.getAsInt() == 1 ? 1 : 0;
                    before = number.getAsInt();
                }
            }
            if (numbers > 0 && counting * 2 > numbers) {
                return column;
            }
        }
        return -1;
    }

    private static OptionalInt rowNumber(Paragraph row, int column) {
        List<String> cells = row.cells();
        Matcher number = ROW_NUMBER.matcher(column >= 0 && column < cells.size() ? cells.get(column) : "");
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }

    /**
     * Short lines in a row: the cells of a table that was taken apart, or a list of names. Rows are told apart where their
     * numbers stand in order, in every group anew; otherwise the lines stay together in reading order.
     */
    private void fragments(Section section, List<Paragraph> fragments, String leadIn) {
        List<Row> rows = numberedRows(fragments);
        if (rows.size() < FEWEST_ROWS) {
            list(section, fragments, leadIn);
            return;
        }
        List<Paragraph> head = fragments.subList(0, rows.getFirst().from());
        // Where groups follow, the line over the first row is the first group's name, unless it names columns.
        boolean grouped = head.size() > 1
                && rows.stream().anyMatch(Row::opensGroup)
                && !COLUMNS.matcher(head.getLast().text()).find();
        String header = cells(grouped ? head.subList(0, head.size() - 1) : head);
        String group = grouped ? head.getLast().text() : "";
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            int end = k + 1 < rows.size() ? rows.get(k + 1).from() : fragments.size();
            List<Paragraph> all = fragments.subList(k == 0 ? 0 : row.from(), end);
            group = row.opensGroup() ? fragments.get(row.from()).text() : group;
            String cells = cells(fragments.subList(row.from() + (row.opensGroup() ? 1 : 0), end));
            String above = k == 0 ? cells(head) : row.opensGroup() ? group : "";
            String text = above.isEmpty() ? cells : above + "\n" + cells;
            if (text.length() > LONGEST) {
                list(section, all, leadIn);
            } else {
                String over = group.isEmpty() ? header : (header + " " + group).strip();
                emit(
                        locator(section).in("序号 " + row.number()),
                        section,
                        Passage.Form.ROW,
                        over.length() <= LONGEST_LEAD_IN ? over : group,
                        text,
                        lines(all));
            }
        }
    }

    /**
     * A row among fragments.
     *
     * @param from index of its first fragment, the name of the group when it opens one
     */
    private record Row(int from, int number, boolean opensGroup) {}

    private static List<Row> numberedRows(List<Paragraph> fragments) {
        var rows = new ArrayList<Row>();
        int number = 0;
        for (int i = 0; i < fragments.size(); i++) {
            Matcher row = ROW_NUMBER.matcher(fragments.get(i).text());
            if (!row.find()) {
                continue;
            }
            if (Integer.parseInt(row.group(1)) == number + 1) {
                rows.add(new Row(i, ++number, false));
            } else if (number > 0 && beginsAgain(fragments, i)) {
                number = 1;
                rows.add(new Row(i - 1, 1, true));
            }
        }
        return rows;
    }

    /** Whether a group of rows begins: its name, then {@code 1 甲}, then {@code 2 乙}. */
    private static boolean beginsAgain(List<Paragraph> fragments, int at) {
        return BEGINS_AGAIN.matcher(fragments.get(at).text()).matches()
                && !ROW_NUMBER.matcher(fragments.get(at - 1).text()).find()
                && at + 1 < fragments.size()
                && fragments.get(at + 1).text().startsWith("2");
    }

    private void list(Section section, List<Paragraph> fragments, String leadIn) {
        var pack = new ArrayList<Paragraph>();
        int length = 0;
        for (Paragraph fragment : fragments) {
            int size = fragment.text().length() + 1;
            if (length + size > LONGEST) {
                emit(section, listForm(), leadIn, text(pack), lines(pack));
                pack.clear();
                length = 0;
            }
            pack.add(fragment);
            length += size;
        }
        if (!pack.isEmpty()) {
            emit(section, listForm(), leadIn, text(pack), lines(pack));
        }
    }

    private Passage.Form listForm() {
        return passages.isEmpty() ? Passage.Form.OPENING : Passage.Form.LIST;
    }

    private static String cells(List<Paragraph> fragments) {
        return String.join("\t", fragments.stream().map(Paragraph::text).toList());
    }

    private static String text(List<Paragraph> paragraphs) {
        return String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
    }

    private static Lines lines(List<Paragraph> paragraphs) {
        return paragraphs.stream().map(Paragraph::lines).reduce(Lines::union).orElseThrow();
    }

    private static Locator locator(Section section) {
        Locator locator = section.locator();
        return locator.parts().isEmpty() ? Locator.of("正文") : locator;
    }

    private void emit(Section section, Passage.Form form, String leadIn, String text, Lines lines) {
        emit(locator(section), section, form, leadIn, text, lines);
    }

    private void emit(Locator locator, Section section, Passage.Form form, String leadIn, String text, Lines lines) {
        int position = passages.size();
        passages.add(new Passage(
                noticeId + "-" + position,
                position,
                form,
                locator,
                section.headingsAbove(),
                text.contains(leadIn) ? "" : leadIn,
                text,
                lines));
    }
}
