package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.Lines;

/**
 * Puts the paragraphs of one notice together again.
 *
 * <p>A line begins a paragraph when it carries a mark that {@linkplain Numbering continues the numbering} or when the
 * paragraph before it is over. In print that is so when its last line is short and ends a sentence or stands alone; in
 * clean text when its line ends a sentence or looks like a title, a label or a name. Everything else is the next part of a
 * sentence that a line, column or page end has cut.
 */
final class Paragraphs {
    /** A line that names who does it or what follows, and never runs on from the line above. */
    private static final Pattern LABEL =
            Pattern.compile("^[(（]?(?:(?:主要|相关|具体)?(?:牵头|责任|配合|参加|参与|落实|协办|主办|承办|支持|完成)(?:单位|部门|领导|人|时限|时间)"
                    + "|分管\\S{0,4}领导|完成时限|时间要求|附件?|具体措施|组长|副组长|成员|咨询电话|联系电话|备注|依据|答|问)[:：]");

    /** A number cut from its unit, with the seam written as a bar. */
    private static final Pattern UNIT_AFTER_NUMBER =
            Pattern.compile("\\d\\|(?:[年月日号个项名人户家条款章%％‰元吨米]|[十百千万亿]|平方|公里|小时|工作日)");

    /** {@code 本办法自2021年3月1日起施行}: the notice speaks of itself. */
    private static final Pattern TAKES_EFFECT = Pattern.compile(
            "^(?:本|以上)(?:通知|意见|方案|办法|细则|规定|措施|政策|规划|预案|计划|决定|通告|公告|规则|标准).{0,12}自.{1,20}(?:施行|实施|执行|起)");

    /** {@code 市　长　某某某} under a decree. */
    private static final Pattern SIGNED = Pattern.compile("代?[省市州县区]长\\p{IsHan}{2,4}");

    /** {@code 某市人民政府} over the date. */
    private static final Pattern SIGNING_BODY =
            Pattern.compile("\\p{IsHan}{2,8}?[省市县区旗州]\\p{IsHan}{0,30}(?:政府|[厅室局委会院部])");

    /** The number that a title without a colon follows. */
    private static final Pattern ATTACHMENT_NUMBER = Pattern.compile("^附[件录表]?(?:\\d+|[一二三四五六七八九十]+)(?![\\d:：\\s])");

    /** {@code 附件：1.甲}: the first of several attachments that are announced; {@code 2.乙} belongs to it. */
    private static final Pattern ANNOUNCED = Pattern.compile("附[件表录]?[:：]1[.．、]");

    /** A comma after words that are not parted by spaces, as a name and its post are, nor a label with its colon. */
    private static final Pattern SENTENCE_BEGUN = Pattern.compile("[^\\s：:]{6,}[，,][^：:]{4,}");

    /** A line that says who does it ends without a mark. */
    private static final Pattern WHO = Pattern.compile("(?:负责|配合|牵头|参加|分工|落实|实施)$");

    /** Words that no title, name or sentence ends with. */
    private static final Pattern UNFINISHED = Pattern.compile(
            "(?:(?<!目)的|(?<!总|缓|调|饱)和|(?<!参)与|(?<![普涉论])及|以及|[或把]|或者|按照|根据|依照|应当|不得|可以|必须|予以|为了|以便|并且|不予|[由自](?:本|市|县|区|各))$");

    /** What says that somebody must or may, as no title does. */
    private static final Pattern STATES = Pattern.compile("应当|不得|可以|必须|负责|不予|予以|要(?=[加建把对按将做抓完落强充认切积])");

    /** What a day can only go on with, where a line ends with it: {@code 2021年3月1日|前完成}. */
    private static final String AFTER_DAY = "前后起止至到以之内的和与或晚早上下";

    /** {@code 3　县一中}: print parts a list's number from its entry by a wide space, a figure from its noun by a thin one. */
    private static final Pattern ENTRY_NUMBER = Pattern.compile("^\\d{1,3} *\\u3000[ \\u3000]*(?=\\p{IsHan})");

    private static final Pattern LONE_NUMBER = Pattern.compile("\\d{1,3}");
    /** In half-width columns; what stands further in is set in the middle: a title, a signature. */
    private static final int MOST_INDENT = 8;

    private static final int SHORT_TITLE = 90;
    private static final int MOST_TITLE_LINES = 5;
    /** In half-width columns. */
    private static final int SHORTEST_STATEMENT = 24;
    /** In characters; titles of articles name their subject: {@code 第十条 资金拨付与使用}. */
    private static final int LONGEST_ARTICLE_TITLE = 12;
    /** Every table looks at all lines after it; a text that is all table heads must not take for ever. */
    private static final int MOST_TABLES_GIVEN_UP = 50;

    private final Shape shape;
    private final Seams seams;
    private final String enclosed;
    private final List<Paragraph> done = new ArrayList<>();
    private final Numbering numbering = new Numbering();
    private int tablesGivenUp;

    private Paragraphs(Shape shape, Seams seams, String enclosed) {
        this.shape = shape;
        this.seams = seams;
        this.enclosed = enclosed;
    }

    /**
     * The paragraphs of lines that follow each other in one notice.
     *
     * @param enclosed title of the document that the notice encloses, without spaces; empty when it encloses none
     */
    static List<Paragraph> of(List<SourceLine> lines, Shape shape, Seams seams, String enclosed) {
        return new Paragraphs(shape, seams, enclosed).join(lines);
    }

    private List<Paragraph> join(List<SourceLine> lines) {
        @Nullable Open open = null;
        Map<Integer, SpacedTable> spaced = SpacedTable.in(lines);
        Map<Integer, FigureTable> figures = shape.narrow() ? FigureTable.in(lines) : Map.of();
        for (int i = 0; i < lines.size(); i++) {
            SourceLine line = lines.get(i);
            SpacedTable even = spaced.get(i);
            if (even != null && figures.values().stream().noneMatch(other -> reachesBeyond(other, even))) {
                close(open);
                open = null;
                done.addAll(even.rows());
                i = even.to() - 1;
                continue;
            }
            FigureTable table = figures.get(i);
            if (table != null) {
                close(open);
                open = null;
                done.addAll(table.rows());
                i = table.to() - 1;
                continue;
            }
            if (line.raw().indexOf('\t') >= 0) {
                close(open);
                open = null;
                done.add(row(line));
                continue;
            }
            if (shape.narrow() && tablesGivenUp < MOST_TABLES_GIVEN_UP && PrintedTable.isHead(line)) {
                int end = tableEnd(lines, i);
                Optional<List<Paragraph>> rows = PrintedTable.restore(lines.subList(i, end));
                tablesGivenUp += rows.isEmpty() ? 1 : 0;
                if (rows.isPresent()) {
                    close(open);
                    open = null;
                    done.addAll(rows.get());
                    i = end - 1;
                    continue;
                }
            }
            if (open != null && open.announces(line)) {
                close(open);
                open = open.nextAnnounced(line);
                continue;
            }
            Optional<Mark> mark = open != null && open.mustGoOn(line) ? Optional.empty() : numbering.accept(lines, i);
            if (open != null && mark.isEmpty() && !signs(lines, i) && goesOn(open, line)) {
                open.add(line);
            } else {
                close(open);
                open = new Open(line, mark.orElse(null));
            }
        }
        close(open);
        return done;
    }

    /** Whether a table of figures holds lines of an even one and others: its names are broken into lines. */
    private static boolean reachesBeyond(FigureTable figures, SpacedTable even) {
        return figures.from() < even.to()
                && even.from() < figures.to()
                && (figures.from() < even.from() || even.to() < figures.to());
    }

    /** A table is over where the outline goes on; its own rows may be numbered like items or grouped like chapters. */
    private int tableEnd(List<SourceLine> lines, int head) {
        for (int i = head + 1; i < lines.size(); i++) {
            for (Mark mark : Mark.at(lines.get(i).raw())) {
                boolean outline = switch (mark.kind()) {
                    case ATTACHMENT, PART, CHAPTER, SECTION, ARTICLE -> true;
                    case CHINESE, CHINESE_BRACKETED ->
                        mark.ordinal() > 1 && mark.ordinal() == numbering.standsAt(mark.kind()) + 1;
                    case DECIMAL -> mark.depth() > 1;
                    case ARABIC, ARABIC_BRACKETED, CIRCLED -> false;
                };
                if (outline && numbering.wouldAccept(lines, i)) {
                    return i;
                }
            }
        }
        return lines.size();
    }

    /** Whether the line names who signs: a body over the date. */
    private static boolean signs(List<SourceLine> lines, int at) {
        return at + 1 < lines.size()
                && Dates.whole(lines.get(at + 1).compact()).isPresent()
                && SIGNING_BODY.matcher(lines.get(at).compact()).matches();
    }

    private void close(@Nullable Open open) {
        if (open != null) {
            done.add(open.paragraph());
        }
    }

    private static Paragraph row(SourceLine line) {
        var cells = new ArrayList<String>();
        for (String cell : line.raw().split("\t", -1)) {
            cells.add(Typography.repair(cell));
        }
        return new Paragraph(null, String.join("\t", cells), new Lines(line.number(), line.number()), true);
    }

    private boolean goesOn(Open open, SourceLine line) {
        String next = line.compact();
        CharSequence text = open.compact();
        if (Sentences.beginsInside(next)) {
            return shape.form() != Shape.Form.WHOLE;
        }
        if (LABEL.matcher(next).find() || PrintedTable.isHead(line)) {
            return false;
        }
        if (LONE_NUMBER.matcher(next).matches() && line.before() != SourceLine.Gap.WIDE) {
            return false;
        }
        if (open.isBareMark()) {
            return true;
        }
        if (ENTRY_NUMBER.matcher(line.text()).lookingAt() && !open.hasClauses() && !Sentences.leavesOpen(text)) {
            return false;
        }
        if (shape.form() == Shape.Form.WHOLE
                || open.isDay() && AFTER_DAY.indexOf(next.charAt(0)) < 0
                || isEnclosedTitle(next) && !Sentences.leavesOpen(text)) {
            return false;
        }
        if (open.mark == null && open.size < MOST_TITLE_LINES && !enclosed.isEmpty()) {
            String title = plainTitle(open.raw.toString());
            if (title.equals(enclosed)) {
                return false;
            }
            if (enclosed.startsWith(title + plainTitle(line.raw()))) {
                return true;
            }
        }
        boolean ended = Sentences.endsSentence(text);
        if (open.endsWithAny("）", ")", "》") && TAKES_EFFECT.matcher(next).find()) {
            return false;
        }
        boolean signature = SIGNED.matcher(next).matches() || Dates.whole(next).isPresent();
        if (signature && (ended || !open.hasClauses())) {
            return false;
        }
        if (!ended && Sentences.leavesOpen(text)) {
            return true;
        }
        if (!ended && open.endsWithAny("、", "，", ",")) {
            return true;
        }
        return switch (shape.form()) {
            case PRINTED -> goesOnInPrint(open, line, ended);
            case WRAPPED -> goesOnInWrappedText(open, line, ended);
            default -> goesOnInCleanText(open, line, ended);
        };
    }

    private boolean isEnclosedTitle(String line) {
        return !enclosed.isEmpty() && plainTitle(line).equals(enclosed);
    }

    private static String plainTitle(String title) {
        return Typography.compact(Typography.repair(title));
    }

    /** Where paragraphs are indented, a line at the margin goes on; otherwise a full line does, unless an empty one follows. */
    private boolean goesOnInWrappedText(Open open, SourceLine line, boolean ended) {
        boolean close = line.before() == SourceLine.Gap.NONE || line.before() == SourceLine.Gap.PAGE;
        boolean full = shape.isFull(open.last.width(), open.widest);
        if (line.indent() > shape.margin() + 1 || !close && !(full && open.hasClauses())) {
            return false;
        }
        boolean inside = open.indent > shape.margin() + 1 && open.indent <= MOST_INDENT || open.size > 1;
        return ended ? full && inside && !open.endsWithAny("：", ":") : full || inside && open.hasClauses();
    }

    private boolean goesOnInPrint(Open open, SourceLine line, boolean ended) {
        boolean full = shape.isFull(open.last.width(), open.widest);
        if (ended) {
            // A sentence that ends right at the column's end: inside a paragraph far more often than at its end.
            return full && open.size > 1 && !open.endsWithAny("：", ":");
        }
        if (line.before() == SourceLine.Gap.WIDE) {
            return true;
        }
        if (isLastWord(open.last, line)
                || UNIT_AFTER_NUMBER.matcher(open.tail() + "|" + line.compact()).lookingAt()) {
            return true;
        }
        if (line.before() == SourceLine.Gap.NONE && !line.turnsPage()) {
            return full && seams.usual(open.last.compact(), line.compact());
        }
        boolean unfinished = open.isProse() && open.size > 1;
        return full || unfinished || open.hasClauses() && seams.usual(open.last.compact(), line.compact());
    }

    /** Print sets no single character on a last line: it ends the line before it early, and a few characters follow. */
    private boolean isLastWord(SourceLine last, SourceLine next) {
        return Sentences.endsSentence(next.compact())
                && next.width() < 0.5 * shape.column()
                && last.width() >= 0.6 * shape.column();
    }

    private boolean goesOnInCleanText(Open open, SourceLine line, boolean ended) {
        if (ended) {
            return false;
        }
        if (isListItem(open)
                || open.isSentence()
                || UNFINISHED.matcher(open.compact()).find()) {
            return true;
        }
        if (open.isStatement() && Sentences.endsSentence(line.compact())) {
            return true;
        }
        boolean oneWord = seams.usual(open.last.compact(), line.compact());
        boolean titleLike = open.size == 1 && open.last.width() <= SHORT_TITLE && !open.isProse();
        if (titleLike || LABEL.matcher(open.compact()).find()) {
            return oneWord && line.width() > SHORT_TITLE / 3 && !open.looksLikeList();
        }
        return true;
    }

    /** Items of a list whose first ends with a semicolon all end with a mark; one that does not is not over. */
    private boolean isListItem(Open open) {
        Paragraph above = done.isEmpty() ? null : done.getLast();
        return open.mark != null
                && above != null
                && above.mark() != null
                && above.mark().kind() == open.mark.kind()
                && above.text().endsWith("；");
    }

    /** A paragraph whose end has not been seen yet. */
    private static final class Open {
        private final @Nullable Mark mark;
        private final StringBuilder raw = new StringBuilder();
        /** The same without any space; kept beside it, for it is asked for at every line. */
        private final StringBuilder compact = new StringBuilder();

        private boolean holdsStop;
        private final int first;
        private final int indent;
        private SourceLine last;
        private int size;
        private int widest;
        /** Number of the attachment it announces in a list of several; 0 when it announces none. */
        private int announced;

        private Open(SourceLine line, @Nullable Mark mark) {
            this.mark = mark;
            this.first = line.number();
            this.indent = line.indent();
            this.last = line;
            raw.append(
                    mark == null
                            ? line.text()
                            : line.raw().substring(mark.length()).strip());
            compacted(raw.toString());
            size = 1;
            widest = line.width();
        }

        /** Whether the line announces the attachment after the one announced here. */
        private boolean announces(SourceLine line) {
            if (announced == 0 && mark == null && ANNOUNCED.matcher(compact).lookingAt()) {
                announced = 1;
            }
            return announced > 0
                    && Mark.at(line.raw()).stream()
                            .anyMatch(next -> next.kind() == Mark.Kind.ARABIC && next.ordinal() == announced + 1);
        }

        private Open nextAnnounced(SourceLine line) {
            var next = new Open(line, null);
            next.announced = announced + 1;
            return next;
        }

        private void add(SourceLine line) {
            String next = line.text();
            if (!raw.isEmpty() && partsWords(raw.charAt(raw.length() - 1), next.charAt(0))) {
                raw.append(' ');
            }
            raw.append(next);
            compacted(next);
            last = line;
            size++;
            widest = Math.max(widest, line.width());
        }

        private void compacted(String next) {
            compact.append(Typography.compact(next));
            holdsStop |= Sentences.holdsStop(next);
        }

        private static boolean partsWords(char left, char right) {
            return isLatin(left) && isLatin(right);
        }

        private static boolean isLatin(char c) {
            return c < 0x80 && Character.isLetterOrDigit(c);
        }

        private CharSequence compact() {
            return compact;
        }

        /** The last character, empty when there is none. */
        private String tail() {
            return compact.isEmpty() ? "" : compact.substring(compact.length() - 1);
        }

        private boolean endsWithAny(String... endings) {
            for (String ending : endings) {
                if (compact.length() >= ending.length()
                        && compact.indexOf(ending, compact.length() - ending.length()) >= 0) {
                    return true;
                }
            }
            return false;
        }

        private boolean isBareMark() {
            return mark != null && mark.kind() != Mark.Kind.ATTACHMENT && compact.isEmpty();
        }

        /** Whether it is a day and nothing else: the date of a signature. */
        private boolean isDay() {
            return mark == null && size == 1 && Dates.whole(compact.toString()).isPresent();
        }

        /** Whether the sentence so far cannot stop here, whatever the next line looks like. */
        private boolean mustGoOn(SourceLine line) {
            if (isBareMark() || last.raw().indexOf('\t') >= 0) {
                return false;
            }
            return !Sentences.endsSentence(compact)
                    && endsWithAny("第", "〔", "PM")
                    && line.before() != SourceLine.Gap.NONE;
        }

        /** Whether it has the look of sentences rather than of a title or a cell. */
        private boolean isProse() {
            return holdsStop || size > 1 && compact.length() > 40 || compact.length() > 60;
        }

        /** Whether it holds more than one clause: a comma, or a full sentence. */
        private boolean hasClauses() {
            return isProse() || compact.indexOf("，") >= 0 || compact.indexOf(",") >= 0;
        }

        /**
         * Whether the line is the beginning of a sentence: an article too long for a title, or an unmarked line with a comma
         * and no name or office in front.
         */
        private boolean isSentence() {
            if (mark != null) {
                return mark.kind() == Mark.Kind.ARTICLE && compact.length() > LONGEST_ARTICLE_TITLE;
            }
            return size == 1
                    && SENTENCE_BEGUN.matcher(raw).matches()
                    && !WHO.matcher(compact).find();
        }

        /** Whether an unmarked line states a rule at some length and ends nowhere. */
        private boolean isStatement() {
            return mark == null
                    && size == 1
                    && widest >= SHORTEST_STATEMENT
                    && !looksLikeList()
                    && raw.indexOf("：") < 0
                    && !WHO.matcher(compact).find()
                    && STATES.matcher(compact).find();
        }

        private boolean looksLikeList() {
            return raw.length() < 40 && raw.indexOf(" ") > 0 && raw.indexOf("，") < 0;
        }

        private Paragraph paragraph() {
            Matcher entry = ENTRY_NUMBER.matcher(raw);
            boolean numbered = mark == null && entry.lookingAt();
            String body = numbered
                    ? entry.group().strip() + " " + Typography.repair(raw.substring(entry.end()))
                    : Typography.repair(raw.toString());
            String text = mark == null
                    ? body
                    : mark.isWholeHeading()
                            ? ATTACHMENT_NUMBER.matcher(body).replaceFirst("$0 ")
                            : (Paragraph.head(mark) + body).strip();
            return new Paragraph(
                    mark,
                    text,
                    new Lines(first, last.number()),
                    !Sentences.endsSentence(text) && !Sentences.holdsStop(text) && text.length() <= 60);
        }
    }
}
