package wenju.search;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numerals in Chinese and Arabic script, made one. Stateless. */
public final class Numerals {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern NUMERAL = Pattern.compile("\\d+(?:\\.\\d+)?[百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+");
    private static final Pattern ORDINAL = Pattern.compile("(?<=第)[零〇一二两三四五六七八九十百千]+(?=[章节条款项号])");

    private static final String CHINESE = "零〇一二两三四五六七八九十百千万亿";

    private Numerals() {}

    /** Whether any character of a text is one that numerals are made of: many a sentence has none, which is cheap to see. */
    static boolean mayBeIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || CHINESE.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What a numeral looks like; whether it is one only {@link #value} tells. The text must be in normal form. */
    static Matcher matcher(String text) {
        return NUMERAL.matcher(text);
    }

    /**
     * The value in plain Arabic digits: {@code 五十 → 50}, {@code 二〇二一 → 2021}, {@code 1.5万 → 15000}, {@code 两百 → 200}.
     *
     * @return empty when it is not a number: 万 and 百 alone, 十百千万
     */
    public static Optional<String> value(String numeral) {
        if (numeral.isEmpty()) {
            return Optional.empty();
        }
        if (Character.isDigit(numeral.charAt(0))) {
            return Optional.of(arabic(numeral));
        }
        String digits = numeral.replace('〇', '零').replace('两', '二');
        return digits.chars().allMatch(c -> DIGITS.indexOf(c) >= 0) ? Optional.of(spelled(digits)) : counted(digits);
    }

    /** Writes ordinals of articles, chapters and numbers in Arabic digits: {@code 第十八条 → 第18条}. */
    public static String ordinals(String text) {
        return ORDINAL.matcher(text).replaceAll(found -> value(found.group()).orElse(found.group()));
    }

    private static String arabic(String numeral) {
        int end = 0;
        while (end < numeral.length() && (Character.isDigit(numeral.charAt(end)) || numeral.charAt(end) == '.')) {
            end++;
        }
        BigDecimal value = new BigDecimal(numeral.substring(0, end));
        for (int i = end; i < numeral.length(); i++) {
            value = value.multiply(BigDecimal.valueOf(unit(numeral.charAt(i))));
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Digit by digit, as years and telephone numbers are written: {@code 二零二一}. */
    private static String spelled(String digits) {
        var value = new StringBuilder();
        digits.chars().forEach(c -> value.append(DIGITS.indexOf(c)));
        return value.toString();
    }

    /** With units: {@code 三百五十万}. Units must fall within each group of four, or it is a slogan such as 十百千万. */
    private static Optional<String> counted(String numeral) {
        long total = 0;
        long group = 0;
        long digit = -1;
        long lastUnit = Long.MAX_VALUE;
        long lastLarge = Long.MAX_VALUE;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                if (digit > 0) {
                    return Optional.empty();
                }
                digit = value;
                continue;
            }
            long unit = unit(c);
            if (unit >= 10_000) {
                group += Math.max(digit, 0);
                if (group == 0 || unit >= lastLarge) {
                    return Optional.empty();
                }
                total += group * unit;
                group = 0;
                lastLarge = unit;
                lastUnit = Long.MAX_VALUE;
            } else {
                boolean bareTen = unit == 10 && group == 0 && digit < 0;
                if (unit >= lastUnit || digit <= 0 && !bareTen) {
                    return Optional.empty();
                }
                group += (bareTen ? 1 : digit) * unit;
                lastUnit = unit;
            }
            digit = -1;
        }
        return Optional.of(Long.toString(total + group + Math.max(digit, 0)));
    }

    private static long unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> throw new IllegalArgumentException("not a unit: " + c);
        };
    }
}
