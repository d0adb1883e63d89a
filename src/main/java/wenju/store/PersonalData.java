package wenju.store;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes personal data out of what people type, before it is kept. {@code 我叫张三，手机13800138000} becomes
 * {@code 我叫张三，手机［手机号］}. Numbers are told by their form and, where they have one, their check digit:
 *
 * <ul>
 *   <li>身份证 of 18 characters with a possible birthday and the check digit of GB 11643, and the old one of 15 digits
 *   <li>手机 and 固话 by the numbering plan, with or without +86, spaces and hyphens; a 固话 without its area code only after
 *       a word that announces it, for seven digits alone may be anything
 *   <li>银行卡 of 16 to 19 digits by Luhn's formula (ISO/IEC 7812-1)
 *   <li>邮箱; 车牌 as GA 36 forms them, new energy included; 护照
 * </ul>
 *
 * Not taken for personal: document numbers, 12345 and other short numbers, article numbers, dates, and a
 * 统一社会信用代码 with the right check character (GB 32100), which names an organisation.
 *
 * <p>Names and addresses in words are not recognised. Pure; safe for use by several threads.
 */
public final class PersonalData {
    private static final String START = "(?<![0-9A-Za-z])";
    private static final String END = "(?![0-9A-Za-z])";
    private static final String GAP = "[ \\-]?";
    private static final String DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
    private static final String PLATE = "[0-9A-HJ-NP-Z]";

    /** Of something to be found, looked for where nothing else was found before. */
    private record Kind(String name, Pattern form, Predicate<String> check) {
        Kind(String name, String form, Predicate<String> check) {
            this(name, Pattern.compile(form), check);
        }

        Kind(String name, String form) {
            this(name, form, text -> true);
        }
    }

    /** Found so that nothing else is found there, and left as it is. */
    private static final Kind ORGANISATION = new Kind(
            "统一社会信用代码", START + "[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}" + END, CheckDigits::isCreditCode);

    /**
     * The longer and better checked first. One number in thirty-one passes for an organisation's by chance, so what is also
     * a person's is taken for a person's.
     */
    private static final List<Kind> KINDS = List.of(
            new Kind("邮箱", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"),
            new Kind(
                    "身份证号",
                    START + "[1-9]\\d{5}" + GAP + "(?:18|19|20)\\d{2}" + DAY + GAP + "\\d{3}[0-9Xx]" + END,
                    CheckDigits::isIdentity),
            ORGANISATION,
            new Kind("身份证号", START + "[1-8]\\d{5}\\d{2}" + DAY + "\\d{3}" + END),
            new Kind(
                    "银行卡号",
                    START + "[2-9]\\d{3}(?:" + GAP + "\\d{4}){3}(?:" + GAP + "\\d{1,3})?" + END,
                    CheckDigits::isCard),
            new Kind("手机号", START + "(?:(?:\\+|00)?86" + GAP + ")?1[3-9]\\d" + GAP + "\\d{4}" + GAP + "\\d{4}" + END),
            new Kind(
                    "电话号码",
                    START + "(?:\\+86" + GAP + "[1-9]\\d{1,2}[ \\-]|[(（]0\\d{2,3}[)）]|0\\d{2,3}[ \\-])\\s?[2-9]\\d{2,3}"
                            + GAP + "\\d{4}(?:[转\\-]\\d{1,5})?" + END),
            new Kind("电话号码", START + "0(?:10|2\\d|[3-9]\\d{2})[2-9]\\d{6,7}" + END),
            new Kind("电话号码", "(?<=(?:电话|座机|固话|致电|拨打)[是为：:]?\\s?)[2-9]\\d{2,3}" + GAP + "\\d{4}" + END),
            new Kind(
                    "车牌号",
                    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.]?(?:" + PLATE + "{5,6}|" + PLATE + "{4}[学警港澳挂])"
                            + END,
                    text -> text.chars().anyMatch(c -> c >= '0' && c <= '9')),
            new Kind("护照号", START + "(?:[DEGHPSdeghps]\\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\\d{7})" + END));

    private PersonalData() {}

    /** The text with each piece of personal data replaced by what it was: {@code ［手机号］}; the rest stays as it is. */
    public static String masked(String text) {
        String narrow = narrow(text);
        if (narrow.chars().noneMatch(PersonalData::mayBeInPersonalData)) {
            return text;
        }
        var settled = new BitSet(text.length());
        var found = new TreeMap<Integer, Found>();
        for (Kind kind : KINDS) {
            find(kind, narrow, settled).stream()
                    .filter(match -> kind != ORGANISATION)
                    .forEach(match -> found.put(match.start(), new Found(match.end(), kind.name())));
        }
        var masked = new StringBuilder();
        int kept = 0;
        for (Map.Entry<Integer, Found> entry : found.entrySet()) {
            masked.append(text, kept, entry.getKey())
                    .append('［')
                    .append(entry.getValue().name())
                    .append('］');
            kept = entry.getValue().end();
        }
        return masked.append(text, kept, text.length()).toString();
    }

    /** Of these characters at least one stands in every form. */
    private static boolean mayBeInPersonalData(int c) {
        return c >= '0' && c <= '9' || c >= '@' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** Where it ends, and what it is. */
    private record Found(int end, String name) {}

    private static List<MatchResult> find(Kind kind, String text, BitSet settled) {
        List<MatchResult> found = kind.form()
                .matcher(text)
                .results()
                .filter(match -> settled.get(match.start(), match.end()).isEmpty())
                .filter(match -> kind.check().test(match.group().replaceAll("[ \\-]", "")))
                .toList();
        found.forEach(match -> settled.set(match.start(), match.end()));
        return found;
    }

    /** Full-width digits, letters and signs as their narrow ones, character for character. */
    private static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            narrow.append(c >= '！' && c <= '～' && c != '（' && c != '）' && c != '：' ? (char) (c - '！' + '!') : c);
        }
        return narrow.toString().replace('　', ' ');
    }
}
