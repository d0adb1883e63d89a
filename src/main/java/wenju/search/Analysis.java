package wenju.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * From text to terms, for indexing and for asking alike. Stateless.
 *
 * <p>smartcn has no user dictionary and drops nothing but what we drop here (terms without a letter or digit), so words are
 * never relied on alone: pairs and single characters stand beside them.
 */
public final class Analysis {
    /** Part of the version of every index; to be raised whenever the terms of any text change. */
    static final int VERSION = 1;

    private static final Pattern SPACE_BESIDE_HAN =
            Pattern.compile("(?<=[\\p{IsHan}\\p{P}])[^\\S\\n]+|[^\\S\\n]+(?=[\\p{IsHan}\\p{P}])");

    /**
     * A single Chinese numeral counts as a number only after 第 or before one of these: 一般, 统一 and 三轮车 are words.
     */
    private static final String COUNTED = "元年月日天周倍级类档条款项章节号次人户岁%亩吨米套台部";

    /** A semicolon and a line end close a sentence as well: items of a list are answers of their own. */
    private static final String SENTENCE_ENDS = "。!?;\n";

    private Analysis() {}

    /**
     * The form in which texts are compared: NFKC, lower case, no white space beside Chinese characters and punctuation; line
     * ends are kept, for they part paragraphs. {@code 郑政办 〔2021〕 45 号 → 郑政办〔2021〕45号}.
     */
    public static String normal(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean spaced = plain.chars().anyMatch(c -> c != '\n' && Character.isWhitespace(c));
        return spaced ? SPACE_BESIDE_HAN.matcher(plain).replaceAll("") : plain;
    }

    /** The terms of a text in any form. */
    public static Terms terms(String text) {
        String normal = normal(text);
        return terms(normal, words(normal));
    }

    /** The terms of a text without its words, which cost most: for comparing many texts with one question. */
    public static Terms grams(String text) {
        return terms(normal(text), List.of());
    }

    private static Terms terms(String normal, List<String> words) {
        var bigrams = new ArrayList<String>();
        var unigrams = new ArrayList<String>();
        collect(normal, bigrams, unigrams);
        return new Terms(words, bigrams, unigrams);
    }

    /**
     * The text as a row of coded units. A number whose value is not how it is written stands behind it once more, by its value:
     * {@code 五十元 → 五 十 元 | 50 元}.
     */
    public static Units units(String text) {
        String normal = normal(text);
        var codes = new ArrayList<Integer>();
        Map<Integer, Number> numbers = numbers(normal);
        var values = new ArrayList<Integer>();
        int i = 0;
        while (i < normal.length()) {
            int end = unitEnd(normal, i);
            if (end == i) {
                boolean ends = SENTENCE_ENDS.indexOf(normal.charAt(i)) >= 0;
                codes.add(ends ? Units.END : Units.BREAK);
                if (ends) {
                    // Values stay in their sentence, or the sentence with the amount asked for would not be found.
                    codes.addAll(codes.size() - 1, values);
                    values.clear();
                }
                i += Character.charCount(normal.codePointAt(i));
                continue;
            }
            codes.add(Units.code(normal.substring(i, end)));
            Number number = numbers.get(i);
            if (number != null) {
                values.add(Units.BREAK);
                values.add(Units.code(number.value()));
                if (!number.unit().isEmpty()) {
                    values.add(Units.code(number.unit()));
                }
            }
            i = end;
        }
        codes.addAll(values);
        return Units.of(codes);
    }

    private static void collect(String normal, List<String> bigrams, List<String> unigrams) {
        Map<Integer, Number> numbers = numbers(normal);
        String before = "";
        int i = 0;
        while (i < normal.length()) {
            int end = unitEnd(normal, i);
            if (end == i) {
                before = "";
                i += Character.charCount(normal.codePointAt(i));
                continue;
            }
            String unit = normal.substring(i, end);
            if (!before.isEmpty()) {
                bigrams.add(before + unit);
            }
            unigrams.add(unit);
            Number number = numbers.get(i);
            if (number != null) {
                unigrams.add(number.value());
                if (!number.unit().isEmpty()) {
                    bigrams.add(number.value() + number.unit());
                }
            }
            before = unit;
            i = end;
        }
    }

    /** How many units a text in normal form has. */
    static int unitsIn(String normal) {
        int units = 0;
        int i = 0;
        while (i < normal.length()) {
            int end = unitEnd(normal, i);
            units += end == i ? 0 : 1;
            i = end == i ? i + Character.charCount(normal.codePointAt(i)) : end;
        }
        return units;
    }

    /** Where the unit that begins at {@code start} ends; {@code start} itself when none begins there. */
    private static int unitEnd(String text, int start) {
        int first = text.codePointAt(start);
        if (isHan(first)) {
            return start + Character.charCount(first);
        }
        int end = start;
        if (isDigit(first)) {
            while (end < text.length() && (isDigit(text.charAt(end)) || isPoint(text, end))) {
                end++;
            }
            return end;
        }
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (!Character.isLetter(point) || isHan(point)) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    /** Whether a text is made of Chinese characters alone. */
    public static boolean isHan(String text) {
        return text.codePoints().allMatch(Analysis::isHan);
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean isPoint(String text, int i) {
        return text.charAt(i) == '.' && i + 1 < text.length() && isDigit(text.charAt(i + 1));
    }

    /** A number whose value is not how it is written; {@code unit} is the character after it, if that is a letter. */
    private record Number(String value, String unit) {}

    private static Map<Integer, Number> numbers(String normal) {
        if (!Numerals.mayBeIn(normal)) {
            return Map.of();
        }
        var numbers = new HashMap<Integer, Number>();
        Matcher numeral = Numerals.matcher(normal);
        while (numeral.find()) {
            char after = numeral.end() < normal.length() ? normal.charAt(numeral.end()) : ' ';
            boolean ordinal = numeral.start() > 0 && normal.charAt(numeral.start() - 1) == '第';
            if (numeral.group().length() == 1 && !ordinal && COUNTED.indexOf(after) < 0) {
                continue;
            }
            String unit = Character.isLetter(after) ? String.valueOf(after) : "";
            Numerals.value(numeral.group())
                    .filter(value -> !value.equals(numeral.group()))
                    .ifPresent(value -> numbers.put(numeral.start(), new Number(value, unit)));
        }
        return numbers;
    }

    private static List<String> words(String normal) {
        var words = new ArrayList<String>();
        try (var tokenizer = new HMMChineseTokenizer()) {
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            tokenizer.setReader(new StringReader(normal));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String word = term.toString();
                if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    words.add(word);
                }
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always readable", e);
        }
        return words;
    }
}
