package wenju.gazette;

import java.util.List;

/** Whole numbers in Chinese numerals as articles and headings use them: 一 to 九千九百九十九. */
final class ChineseNumerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final List<String> UNITS = List.of("千", "百", "十", "");

    private ChineseNumerals() {}

    /**
     * The value: {@code 二十一} is 21, {@code 一百零三} is 103, {@code 一〇三} is 103, {@code 12} is 12.
     *
     * @return -1 when the text is not such a number
     */
    static int value(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() <= 4 ? Integer.parseInt(text) : -1;
        }
        String plain = text.replace('零', '〇').replace('O', '〇').replace('○', '〇');
        if (plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            int value = 0;
            for (char c : plain.toCharArray()) {
                value = value * 10 + DIGITS.indexOf(c);
            }
            return plain.length() <= 4 ? value : -1;
        }
        int total = 0;
        int digit = 0;
        for (char c : plain.toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit > 0) {
                total += (digit == 0 && unit == 10 ? 1 : digit) * unit;
                digit = 0;
            } else if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else {
                return -1;
            }
        }
        return total + digit;
    }

    /**
     * The numeral of a value from 1 to 9999: {@code 21} gives {@code 二十一}, {@code 103} gives {@code 一百零三}; other values in
     * digits.
     */
    static String of(int value) {
        if (value < 1 || value > 9999) {
            return String.valueOf(value);
        }
        var text = new StringBuilder();
        boolean gap = false;
        int rest = value;
        int place = 1000;
        for (String unit : UNITS) {
            int digit = rest / place;
            rest %= place;
            place /= 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            text.append(gap ? "零" : "");
            gap = false;
            boolean teen = text.isEmpty() && digit == 1 && unit.equals("十");
            text.append(teen ? "" : DIGITS.substring(digit, digit + 1)).append(unit);
        }
        return text.toString();
    }
}
