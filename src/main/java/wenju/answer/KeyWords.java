package wenju.answer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wenju.search.Analysis;
import wenju.search.PassageIndex;
import wenju.search.Vocabulary;

/**
 * The words of a text that tell most: said often in it, and in few passages of the index. Chinese words of two characters or more
 * that passages have; counting words and places ({@code 第十二条}) tell nothing of a subject.
 *
 * <p>Words are told by the longest that the vocabulary has, not by the analysis that makes it: whole notices are gone through,
 * and that takes a seventh of the time.
 */
final class KeyWords {
    private static final Pattern NUMBER = Pattern.compile("[第几两〇零一二三四五六七八九十百千万亿]+[条章节款项号年月日个次]?");

    private KeyWords() {}

    /** @return at most so many, the most telling first, ties by the order in the text */
    static List<String> of(String text, int most, PassageIndex index) {
        Map<String, Integer> passages = index.vocabulary().words();
        double all = index.size() + 1.0;
        return said(Analysis.normal(text), passages).entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Integer> word) ->
                                word.getValue() * Math.log(all / (1 + passages.get(word.getKey()))))
                        .reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How often each known word is said, in the order in which they are said first. */
    private static Map<String, Integer> said(String text, Map<String, Integer> known) {
        Map<String, Integer> said = new LinkedHashMap<>();
        int start = 0;
        while (start < text.length()) {
            String word = longest(text, start, known);
            if (word.isEmpty()) {
                start++;
            } else {
                if (!NUMBER.matcher(word).matches()) {
                    said.merge(word, 1, Integer::sum);
                }
                start += word.length();
            }
        }
        return said;
    }

    /** The longest known word that begins here; empty when none does. */
    private static String longest(String text, int start, Map<String, Integer> known) {
        for (int length = Math.min(Vocabulary.LONGEST, text.length() - start); length > 1; length--) {
            String word = text.substring(start, start + length);
            if (known.containsKey(word)) {
                return word;
            }
        }
        return "";
    }
}
