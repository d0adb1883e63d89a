package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the file that holds something, as it stands there.
 *
 * @param number from 1
 * @param raw the line without its line break, {@linkplain Typography#plain in plain characters}
 * @param compact the line without any space: what it says, for matching
 * @param before what stood between this line and the one before it
 */
record SourceLine(int number, String raw, String compact, Gap before) {

    private static final Pattern LONE_NUMERAL = Pattern.compile("[一二三四五六七八九十]{1,3}|\\d{1,2}");

    private static final Pattern ARTICLE = Pattern.compile("第[ \\u3000]*[一二三四五六七八九十百零〇\\d]{1,5}[ \\u3000]*条");
    /** In characters, with what tells a reference from the head of an article. */
    private static final int LONGEST_MARK = 24;
    /** In characters. */
    private static final int LONGEST_HEADING = 40;

    /** What stands between two lines that hold something. */
    enum Gap {
        /** Nothing: the lines follow each other. Printed pages: a new page or another column of a table. */
        NONE,
        /** One empty line. Printed pages: the next line of print; clean text: the next paragraph. */
        EMPTY,
        /** Several empty lines, or lines that hold nothing but spaces: the print changed its font in mid-line. */
        WIDE,
        /** Page furniture that was taken out. */
        PAGE
    }

    /** The file's lines that hold something; line ends may be LF, CR LF or CR. */
    static List<SourceLine> of(String text) {
        var lines = new ArrayList<SourceLine>();
        Gap gap = Gap.NONE;
        int number = 0;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            number++;
            String line = Typography.plain(raw);
            String compact = Typography.compact(line);
            if (!compact.isEmpty()) {
                lines.add(new SourceLine(number, line, compact, gap));
                gap = Gap.NONE;
            } else {
                gap = line.isEmpty() && gap == Gap.NONE ? Gap.EMPTY : Gap.WIDE;
            }
        }
        return lines;
    }

    /**
     * Puts a mark together again whose number stands on a line of its own: {@code 三} over {@code 、发展目标}. The line below
     * cannot begin anything by itself, so nothing else can be meant.
     */
    static List<SourceLine> withWholeMarks(List<SourceLine> lines) {
        var whole = new ArrayList<SourceLine>(lines.size());
        for (SourceLine line : lines) {
            SourceLine above = whole.isEmpty() ? null : whole.getLast();
            if (above != null
                    && line.compact.startsWith("、")
                    && LONE_NUMERAL.matcher(above.compact).matches()) {
                whole.removeLast();
                whole.add(new SourceLine(
                        above.number,
                        above.raw.strip() + line.raw.strip(),
                        above.compact + line.compact,
                        above.before));
            } else {
                whole.add(line);
            }
        }
        return whole;
    }

    /**
     * Parts articles that were set one behind the other in a paragraph, or behind the heading of their chapter:
     * {@code 第一条 甲。第二条 乙。} is two articles. Only the next number counts, and only where a sentence has ended.
     */
    static List<SourceLine> withArticlesApart(List<SourceLine> lines) {
        var apart = new ArrayList<SourceLine>(lines.size());
        int last = 0;
        for (SourceLine line : lines) {
            List<Mark> marks = Mark.at(line.raw);
            Mark.Kind kind = marks.isEmpty() ? null : marks.getFirst().kind();
            if (kind == Mark.Kind.ARTICLE || kind == Mark.Kind.ATTACHMENT) {
                last = kind == Mark.Kind.ARTICLE ? marks.getFirst().ordinal() : 0;
            }
            int from = 0;
            for (int cut : line.articlesInside(last, kind == Mark.Kind.CHAPTER || kind == Mark.Kind.SECTION)) {
                apart.add(line.withRaw(line.raw.substring(from, cut)));
                from = cut;
                last++;
            }
            apart.add(from == 0 ? line : line.withRaw(line.raw.substring(from)));
        }
        return apart;
    }

    /** Where the articles after number {@code last} begin inside this line, in order. */
    private List<Integer> articlesInside(int last, boolean heading) {
        if (raw.indexOf('条') < 0) {
            return List.of();
        }
        var cuts = new ArrayList<Integer>();
        Matcher article = ARTICLE.matcher(raw);
        int quotations = 0;
        int seen = 0;
        while (article.find()) {
            int at = article.start();
            for (; seen < at; seen++) {
                quotations += raw.charAt(seen) == '“' ? 1 : raw.charAt(seen) == '”' ? -1 : 0;
            }
            int next = last + cuts.size() + 1;
            boolean begins = Mark.at(raw.substring(at, Math.min(raw.length(), at + LONGEST_MARK))).stream()
                    .anyMatch(mark -> mark.kind() == Mark.Kind.ARTICLE && mark.ordinal() == next);
            boolean behind = heading && cuts.isEmpty()
                    ? at > 0 && at <= LONGEST_HEADING && !Sentences.holdsStop(raw.substring(0, at))
                    : endsSentenceBefore(at);
            if (begins && behind && quotations <= 0) {
                cuts.add(at);
            }
        }
        return cuts;
    }

    private boolean endsSentenceBefore(int at) {
        int i = at - 1;
        while (i >= 0 && Character.isWhitespace(raw.charAt(i))) {
            i--;
        }
        return i >= 0 && raw.charAt(i) == '。';
    }

    /** The same line in other words. */
    SourceLine withRaw(String raw) {
        return new SourceLine(number, raw, Typography.compact(raw), before);
    }

    /** The same line after page furniture. */
    SourceLine afterPage() {
        return new SourceLine(number, raw, compact, Gap.PAGE);
    }

    /** Whether the print began a new page or column here: one leading space and no empty line before. */
    boolean turnsPage() {
        return before == Gap.PAGE || before == Gap.NONE && raw.startsWith(" ");
    }

    /** Spaces before the text, in half-width columns. */
    int indent() {
        int columns = 0;
        for (int i = 0; i < raw.length() && Character.isWhitespace(raw.charAt(i)); i++) {
            columns += raw.charAt(i) == '\u3000' ? 2 : 1;
        }
        return columns;
    }

    /** Without the spaces around it. */
    String text() {
        return raw.strip();
    }

    /**
     * The printed length in half-width columns: two for a Chinese character or mark, one for a letter or digit, and half a
     * column for the thin space that print sets between the two; other spaces do not count.
     */
    int width() {
        int halves = 0;
        boolean before = false;
        boolean first = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isWhitespace(c) || c == '\u3000') {
                continue;
            }
            boolean latin = c < 0x80 && Character.isLetterOrDigit(c);
            halves += latin ? 2 : 4;
            halves += !first && latin != before ? 1 : 0;
            before = latin;
            first = false;
        }
        return halves / 2;
    }
}
