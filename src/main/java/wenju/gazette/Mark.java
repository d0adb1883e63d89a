package wenju.gazette;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number at the head of a paragraph: {@code 第三章}, {@code 第十八条}, {@code 一、}, {@code （二）}, {@code 3.}, {@code 2.1.3}.
 * Whether it really is one, or only a line that happens to begin like that, is decided by {@link Numbering}.
 *
 * @param kind its family
 * @param ordinal its number; for a decimal its last component
 * @param path for a decimal all components, otherwise only the ordinal
 * @param label as it is cited: {@code 第十八条}, {@code 一、}, {@code （二）}, {@code 3}, {@code 2.1.3}
 * @param length number of characters it takes at the head of the line; 0 when the whole line is one heading with it
 */
record Mark(Kind kind, int ordinal, List<Integer> path, String label, int length) {

    /** Families of marks from the outermost in; a family further down never holds one further up. */
    enum Kind {
        ATTACHMENT,
        PART,
        CHAPTER,
        SECTION,
        ARTICLE,
        CHINESE,
        DECIMAL,
        CHINESE_BRACKETED,
        ARABIC,
        ARABIC_BRACKETED,
        CIRCLED
    }

    private static final String NUMERAL = "[一二三四五六七八九十百千零〇○\\d]{1,7}";
    private static final String GAP = "[ \\t\\u3000\\u00A0]*";
    /** A numeral in letter-spaced print: {@code 二 十 一}. */
    private static final String SPACED_NUMERAL = NUMERAL + "(?:[ \\u3000]{1,4}[一二三四五六七八九十百]){0,4}";
    /** The paragraph may have been a list item of a Markdown rendering. */
    private static final String HEAD = "^" + GAP + "(?:[-*+] +)?";

    private static final Pattern NAMED = Pattern.compile(
            HEAD + "第" + GAP + "(?<n>" + SPACED_NUMERAL + ")" + GAP + "(?<unit>部分|编|章|节|条)(?:之(?<sub>[一二三四五六七八九十]))?");
    private static final Pattern CHINESE = Pattern.compile(HEAD + "(?<n>[一二三四五六七八九十百]{1,4})" + GAP + "[、．]");
    private static final Pattern CHINESE_BRACKETED =
            Pattern.compile(HEAD + "[(（]" + GAP + "(?<n>[一二三四五六七八九十百]{1,4})" + GAP + "[)）]");
    private static final Pattern ARABIC =
            Pattern.compile(HEAD + "(?<n>\\d{1,3})" + GAP + "[.．、](?!" + GAP + "\\d(?!\\d{3}年))");
    private static final Pattern ARABIC_BRACKETED =
            Pattern.compile(HEAD + "(?:[(（]" + GAP + "(?<n>\\d{1,2})" + GAP + "[)）]|(?<m>\\d{1,2})[)）])");
    private static final Pattern CIRCLED = Pattern.compile(HEAD + "(?<n>[①-⑳])");
    private static final Pattern DECIMAL = Pattern.compile(
            HEAD + "(?<path>[1-9]\\d?(?:" + GAP + "[.．]" + GAP + "\\d{1,2}){1,4})[.．]?(?=$|[\\s\\u3000]|\\p{IsHan})");
    private static final Pattern LONE_NUMBER = Pattern.compile(HEAD + "(?<n>\\d{1,2})(?=$|[\\s\\u3000]+\\p{IsHan})");
    /** {@code 1总则}, set without a space: a few characters that are no unit, and nothing else. */
    private static final Pattern TIGHT_NUMBER = Pattern.compile(
            HEAD + "(?<n>\\d{1,2})(?=(?![年月日号个名项户家条款章节元吨米台辆间座级倍周岁次份件处所万亿百千十多余]|人(?!员))\\p{IsHan}{2,14}" + GAP + "$)");

    private static final Pattern ATTACHMENT = Pattern.compile(
            HEAD + "附" + GAP + "(?:件|录|表)?" + GAP + "(?<n>[一二三四五六七八九十\\d]{0,2})" + GAP + "[:：]?" + GAP + "$");
    /** {@code 附件2：申报材料}, {@code 附 2 名单}: an attachment, or a line that announces one. */
    private static final Pattern TITLED_ATTACHMENT = Pattern.compile(HEAD + "附" + GAP + "(?:件|录|表)?" + GAP
            + "(?:(?<n>\\d{1,2}|[一二三四五六七八九十]{1,3}(?=" + GAP + "[:：]|[ \\u3000]))" + GAP + "[:：]?|[:：])"
            + "(?![ \\t\\u3000]*\\d{1,2}" + GAP + "[.．、])(?<title>[^。；;]{2,60})$");
    /** Of which nothing more is printed. */
    private static final Pattern LEFT_OUT = Pattern.compile("[(（]" + GAP + "(?:略|此处略|从略|另发).{0,12}[)）]" + GAP + "$");

    /** What follows 第N条 when it is a reference in mid-sentence and not the head of an article. */
    private static final Pattern REFERENCE =
            Pattern.compile("^(?:[、，。；）)」”—至和与或及]|第\\S{1,6}[款项条]|的?规定|所列|之规定|中的|要求|款|项)");
    /** The same where a gap parts the number from what follows, as it does at the head of an article. */
    private static final Pattern REFERENCE_AFTER_GAP = Pattern.compile("^(?:[、，。；）)」”—]|第\\S{1,6}[款项条])");

    /** Every character that a mark can begin with, the gaps and bullets before it among them. */
    private static final String FIRST = " \t\u3000\u00A0-*+第一二三四五六七八九十百(（0123456789附";

    /**
     * The mark that a line begins with, taken as it looks; several when it can be read in several ways, the likeliest
     * first.
     */
    static List<Mark> at(String line) {
        if (line.isEmpty() || FIRST.indexOf(line.charAt(0)) < 0 && (line.charAt(0) < '①' || line.charAt(0) > '⑳')) {
            return List.of();
        }
        Optional<Mark> attachment = attachment(line);
        if (attachment.isPresent()) {
            return List.of(attachment.get());
        }
        Mark named = named(line);
        if (named != null) {
            return List.of(named);
        }
        Mark simple = simple(CHINESE, Kind.CHINESE, line);
        if (simple == null) {
            simple = simple(CHINESE_BRACKETED, Kind.CHINESE_BRACKETED, line);
        }
        if (simple == null) {
            simple = simple(ARABIC_BRACKETED, Kind.ARABIC_BRACKETED, line);
        }
        if (simple == null) {
            simple = simple(CIRCLED, Kind.CIRCLED, line);
        }
        if (simple == null) {
            simple = simple(ARABIC, Kind.ARABIC, line);
        }
        if (simple != null) {
            return List.of(simple);
        }
        Mark decimal = decimal(line);
        return decimal == null ? List.of() : List.of(decimal);
    }

    private static Optional<Mark> attachment(String line) {
        Matcher m = ATTACHMENT.matcher(line);
        if (!m.find()) {
            return Optional.empty();
        }
        int ordinal = m.group("n").isEmpty() ? 0 : ChineseNumerals.value(m.group("n"));
        return Optional.of(new Mark(
                Kind.ATTACHMENT, ordinal, List.of(ordinal), "附件" + (ordinal == 0 ? "" : ordinal), line.length()));
    }

    /**
     * An attachment whose title stands beside its number, {@code 附件2：申报材料}. Only what follows tells it from a line that
     * announces the attachment; its length is 0, for number and title are one heading.
     */
    static Optional<Mark> titledAttachment(String line) {
        Matcher m = TITLED_ATTACHMENT.matcher(line);
        if (!m.find()
                || m.group("title").isBlank()
                || Sentences.endsSentence(line.strip())
                || LEFT_OUT.matcher(line).find()) {
            return Optional.empty();
        }
        int ordinal = m.group("n") == null ? 0 : ChineseNumerals.value(m.group("n"));
        return Optional.of(
                new Mark(Kind.ATTACHMENT, ordinal, List.of(ordinal), "附件" + (ordinal == 0 ? "" : ordinal), 0));
    }

    /** Whether it is the whole line: an attachment with its title. */
    boolean isWholeHeading() {
        return kind == Kind.ATTACHMENT && length == 0;
    }

    private static @Nullable Mark named(String line) {
        Matcher m = NAMED.matcher(line);
        if (!m.find()) {
            return null;
        }
        String n = Typography.compact(m.group("n"));
        int ordinal = ChineseNumerals.value(n);
        String rest = line.substring(m.end());
        String after = rest.strip();
        Pattern reference = !rest.startsWith(after) ? REFERENCE_AFTER_GAP : REFERENCE;
        if (ordinal < 0 || reference.matcher(after).find()) {
            return null;
        }
        Kind kind = switch (m.group("unit")) {
            case "部分", "编" -> Kind.PART;
            case "章" -> Kind.CHAPTER;
            case "节" -> Kind.SECTION;
            default -> Kind.ARTICLE;
        };
        String sub = m.group("sub") == null ? "" : "之" + m.group("sub");
        return new Mark(kind, ordinal, List.of(ordinal), "第" + n + m.group("unit") + sub, m.end());
    }

    private static @Nullable Mark simple(Pattern pattern, Kind kind, String line) {
        Matcher m = pattern.matcher(line);
        if (!m.find()) {
            return null;
        }
        String n = m.group("n") == null ? m.group("m") : m.group("n");
        int ordinal = kind == Kind.CIRCLED ? n.charAt(0) - '①' + 1 : ChineseNumerals.value(n);
        if (ordinal < 1) {
            return null;
        }
        String label = switch (kind) {
            case CHINESE -> n + "、";
            case CHINESE_BRACKETED, ARABIC_BRACKETED -> "（" + n + "）";
            default -> n;
        };
        return new Mark(kind, ordinal, List.of(ordinal), label, m.end());
    }

    private static @Nullable Mark decimal(String line) {
        Matcher m = DECIMAL.matcher(line);
        String digits;
        if (m.find()) {
            digits = m.group("path").replaceAll("[\\s\\u3000]", "").replace('．', '.');
        } else {
            m = LONE_NUMBER.matcher(line);
            if (!m.find()) {
                m = TIGHT_NUMBER.matcher(line);
                if (!m.find()) {
                    return null;
                }
            }
            digits = m.group("n");
        }
        List<Integer> path = java.util.Arrays.stream(digits.split("\\."))
                .map(Integer::valueOf)
                .toList();
        return new Mark(Kind.DECIMAL, path.getLast(), path, digits, m.end());
    }

    /** Depth among marks of the same family: decimals have one level a component, all others one. */
    int depth() {
        return path.size();
    }
}
