package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets scarred print back to the Chinese standard (GB/T 15834): no spaces between characters, full-width punctuation in
 * Chinese context. Nothing is reworded: with white space removed and NFKC applied, a text is the same before and after.
 *
 * <pre>{@code
 * 处以 5000 元以上, 0. 5 倍 ( 含)   →  处以5000元以上，0.5倍（含）
 * PM2.5、 7: 30、 1,000、 http://a.b   →  PM2.5、7:30、1,000、http://a.b
 * 张　 弛　 宋　 磊　 孙江博          →  张弛 宋磊 孙江博
 * 收 费 管 理                        →  收费管理
 * }</pre>
 */
final class Typography {
    private static final String HAN = "\\p{IsHan}〇";
    private static final String CHINESE = "[" + HAN + "、。，；：？！（）《》〈〉〔〕【】“”‘’…—·①-⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]";

    private static final Pattern LONE_CHARACTERS =
            Pattern.compile("(?<![" + HAN + "])([" + HAN + "])[ \\u3000]+([" + HAN + "])(?![" + HAN + "])");
    /** Three characters or more that stand alone, with no word beside them. */
    private static final Pattern SPACED_OUT = Pattern.compile("(?<![" + HAN + "\\w])(?<![" + HAN
            + "\\w][ \\u3000]{1,8})[" + HAN + "](?:[ \\u3000]{1,8}[" + HAN + "]){2,60}(?![ \\u3000]*[" + HAN + "\\w])");

    private static final Pattern GAP = Pattern.compile("[ \\u3000]+");
    /** {@code 市　长　张　三}: an office and who holds it. */
    private static final Pattern OFFICE = Pattern.compile("(?:.长|主任|书记)\\p{IsHan}{2,3}");

    private static final Pattern SPLIT_DECIMAL = Pattern.compile("(?<=\\d)\\s*\\.\\s+(?=\\d)|(?<=\\d)\\s+\\.(?=\\d)");
    private static final Pattern SPLIT_RATIO =
            Pattern.compile("(?<=\\d)\\s*([:∶/／-])\\s+(?=\\d)|(?<=\\d)\\s+([:∶/／-])(?=\\d)");
    private static final Pattern SPLIT_UNIT = Pattern.compile("(?<=[A-Za-z\\d])\\s*/\\s*(?=[A-Za-z])");
    /** The one name of letters and digits that notices use all the time: PM2.5, PM10. */
    private static final Pattern SPLIT_PARTICLES = Pattern.compile("\\bPM\\s+(?=\\d)");

    /** In characters; a bracket that stays open longer has lost its partner. */
    private static final int LONGEST_BRACKET = 2000;

    /** From a full-width digit or letter to its plain form. */
    private static final int FULL_WIDTH = '０' - '0';

    private static final Pattern MARKDOWN_BOLD = Pattern.compile("\\*\\*");

    private Typography() {}

    /**
     * A line of a file without what cannot be seen and does not belong to the text (control characters, soft hyphens,
     * zero-width marks), and with full-width digits and letters in their plain form: {@code ２０２１} is {@code 2021}.
     */
    static String plain(String line) {
        int i = 0;
        while (i < line.length() && isPlain(line.charAt(i))) {
            i++;
        }
        if (i == line.length()) {
            return line;
        }
        var out = new StringBuilder(line.length()).append(line, 0, i);
        for (; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isFullWidth(c)) {
                out.append((char) (c - FULL_WIDTH));
            } else if (!isUnseen(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return !isFullWidth(c) && !isUnseen(c);
    }

    private static boolean isFullWidth(char c) {
        return c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
    }

    private static boolean isUnseen(char c) {
        return Character.isISOControl(c) && !Character.isWhitespace(c)
                || c == '\u00AD'
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    /** The text without any white space. */
    static String compact(String text) {
        int i = 0;
        while (i < text.length() && !isSpace(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Repairs one paragraph or table cell of running text; the result has no line break. */
    static String repair(String text) {
        String line = text.strip();
        if (isClean(line)) {
            return line;
        }
        String plain = MARKDOWN_BOLD.matcher(line).replaceAll("");
        line = plain.isBlank() ? line : plain;
        line = joinSpacedWords(line);
        if (holdsSpace(line)) {
            line = closeNumbers(line);
        }
        return punctuate(closeSpaces(line));
    }

    /** Numbers, ratios and units that were spaced out. */
    private static String closeNumbers(String text) {
        String line = text.indexOf('.') < 0 ? text : SPLIT_DECIMAL.matcher(text).replaceAll(".");
        if (line.chars().anyMatch(c -> ":∶/／-".indexOf(c) >= 0)) {
            line = SPLIT_RATIO.matcher(line).replaceAll(m -> m.group(1) != null ? m.group(1) : m.group(2));
            line = SPLIT_UNIT.matcher(line).replaceAll("/");
        }
        return line.contains("PM") ? SPLIT_PARTICLES.matcher(line).replaceAll("PM") : line;
    }

    private static boolean holdsSpace(String text) {
        return text.chars().anyMatch(c -> isSpace((char) c));
    }

    /** Whether the text holds nothing that could need repair: no space, no mark of half width. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c) || c < 0x80 && !Character.isLetterOrDigit(c) && c != '%' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** Words that were spaced out, character by character. */
    static String joinSpacedWords(String line) {
        return joinLoneCharacters(joinSpacedOut(line));
    }

    /**
     * Headings that were spaced out, character by character. Where gaps differ the wide ones part words; names are left, for
     * they are spaced out two by two.
     */
    private static String joinSpacedOut(String line) {
        if (!holdsSpace(line)) {
            return line;
        }
        return SPACED_OUT.matcher(line).replaceAll(m -> {
            List<String> gaps =
                    GAP.matcher(m.group()).results().map(MatchResult::group).toList();
            int narrow = gaps.stream().mapToInt(Typography::columns).min().orElse(0);
            var words = new ArrayList<StringBuilder>();
            words.add(new StringBuilder(m.group().substring(0, 1)));
            int at = 1;
            for (String gap : gaps) {
                at += gap.length();
                if (columns(gap) > narrow) {
                    words.add(new StringBuilder());
                }
                words.getLast().append(m.group().charAt(at++));
            }
            if (words.stream().anyMatch(word -> word.length() == 1)) {
                words = new ArrayList<>(
                        List.of(new StringBuilder(GAP.matcher(m.group()).replaceAll(""))));
            }
            return words.stream()
                    .map(word ->
                            arePeople(word) ? String.join(" ", word.toString().split("")) : word.toString())
                    .collect(Collectors.joining("\u3000"));
        });
    }

    private static boolean arePeople(CharSequence word) {
        return OFFICE.matcher(word).matches() || NamePairs.areNames(word);
    }

    /** A printed gap in half-width columns. */
    private static int columns(String gap) {
        return gap.chars().map(c -> c == ' ' ? 1 : 2).sum();
    }

    /** Names and labels that were spaced out: a single character, a space, a single character. */
    static String joinLoneCharacters(String line) {
        if (!holdsSpace(line)) {
            return line;
        }
        Matcher lone = LONE_CHARACTERS.matcher(line);
        return lone.find() ? lone.replaceAll("$1$2") : line;
    }

    /**
     * Removes the spaces that only the print put there. A gap stays, as one space, where it parts words that have nothing
     * else between them: a wide gap, two numbers, Latin words, names and units in a list.
     */
    private static String closeSpaces(String line) {
        var out = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (!isSpace(c)) {
                out.append(c);
                i++;
                continue;
            }
            int start = i;
            boolean wide = false;
            while (i < line.length() && isSpace(line.charAt(i))) {
                wide |= line.charAt(i) > ' ';
                i++;
            }
            if (!out.isEmpty()
                    && i < line.length()
                    && parts(out.charAt(out.length() - 1), line.charAt(i), wide, line, start, i)) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == '\u3000'
                || c == '\u00A0'
                || c == '\u200B'
                || c == '\uFEFF'
                || Character.isWhitespace(c);
    }

    private static boolean parts(char left, char right, boolean wide, String line, int start, int end) {
        if (isWord(left) && isWord(right)) {
            return true;
        }
        if (!isHan(left) && left != '）' && left != ')' || !isHan(right)) {
            return wide && (isHan(left) || isWord(left)) && (isHan(right) || isWord(right));
        }
        // Between two Chinese words: letter-spaced print has single characters on one side, a list has words on both.
        return wide || end - start > 1 || (runBefore(line, start) > 1 && runAfter(line, end) > 1);
    }

    private static int runBefore(String line, int end) {
        int i = end;
        while (i > 0 && isHan(line.charAt(i - 1))) {
            i--;
        }
        return end - i;
    }

    private static int runAfter(String line, int start) {
        int i = start;
        while (i < line.length() && isHan(line.charAt(i))) {
            i++;
        }
        return i - start;
    }

    private static boolean isWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c) || c == '%';
    }

    private static boolean isHan(char c) {
        return c >= '一' && c <= '\u9FFF' || c > 0x80 && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** Sets half-width punctuation to full width where it stands in Chinese. */
    private static String punctuate(String line) {
        var out = new StringBuilder(line);
        int openQuotes = 0;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            switch (c) {
                case ',' -> set(out, i, '，', chineseAround(out, i) && !digitsAround(out, i));
                case ';' -> set(out, i, '；', chineseAround(out, i) || endsChinese(out, i));
                case ':' -> set(out, i, '：', (chineseAround(out, i) || endsChinese(out, i)) && !digitsAround(out, i));
                case '?' -> set(out, i, '？', i > 0 && isChinese(out.charAt(i - 1)));
                case '!' -> set(out, i, '！', i > 0 && isChinese(out.charAt(i - 1)));
                case '(' -> bracket(out, i);
                case '"' -> {
                    if (chineseAround(out, i)) {
                        out.setCharAt(i, openQuotes++ % 2 == 0 ? '“' : '”');
                    }
                }
                default -> {}
            }
        }
        // A bracket left over: its partner is in another line or missing.
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) == ')' && chineseAround(out, i) && unmatched(out, i)) {
                out.setCharAt(i, '）');
            }
        }
        return out.toString();
    }

    private static void set(StringBuilder out, int at, char full, boolean condition) {
        if (condition) {
            out.setCharAt(at, full);
        }
    }

    /** Both brackets are set full-width when Chinese stands between or beside them. */
    private static void bracket(StringBuilder out, int open) {
        int depth = 0;
        for (int i = open; i < Math.min(out.length(), open + LONGEST_BRACKET); i++) {
            char c = out.charAt(i);
            if (c == '(' || c == '（') {
                depth++;
            } else if ((c == ')' || c == '）') && --depth == 0) {
                boolean chinese = open > 0 && isChinese(out.charAt(open - 1))
                        || i + 1 < out.length() && isChinese(out.charAt(i + 1))
                        || out.substring(open + 1, i).chars().anyMatch(x -> isChinese((char) x));
                if (chinese) {
                    out.setCharAt(open, '（');
                    out.setCharAt(i, '）');
                }
                return;
            }
        }
        set(out, open, '（', chineseAround(out, open));
    }

    private static boolean unmatched(StringBuilder out, int close) {
        int depth = 0;
        for (int i = close; i >= Math.max(0, close - LONGEST_BRACKET); i--) {
            char c = out.charAt(i);
            if (c == ')' || c == '）') {
                depth++;
            } else if ((c == '(' || c == '（') && --depth == 0) {
                return c == '（';
            }
        }
        return true;
    }

    private static boolean chineseAround(CharSequence text, int at) {
        return at > 0 && isChinese(text.charAt(at - 1)) || at + 1 < text.length() && isChinese(text.charAt(at + 1));
    }

    /** Whether the mark ends a paragraph that begins in Chinese, as {@code …的20%;} does. */
    private static boolean endsChinese(CharSequence text, int at) {
        return at == text.length() - 1 && text.chars().limit(30).anyMatch(c -> isHan((char) c));
    }

    private static boolean digitsAround(CharSequence text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean isChinese(char c) {
        return isHan(c) || "、。，；：？！（）《》〈〉〔〕【】“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ".indexOf(c) >= 0;
    }
}
