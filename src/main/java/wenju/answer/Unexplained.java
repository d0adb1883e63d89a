package wenju.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wenju.search.PassageQuery;
import wenju.search.Units;

/**
 * How much of what is asked a notice leaves unexplained. A word is explained by standing in the notice, by an official term
 * of the everyday phrase it belongs to, or, in part, by pairs of characters that go with it ({@link Translations}). Words count
 * by how rarely people say them, whatever they ask: neither how large the index is nor how many words a question has
 * changes what a missing one means. Belongs to one question.
 */
final class Unexplained {
    /** Single characters are mostly particles of speech: 把, 交, 让. */
    private static final double SINGLE = 0.5;

    /** What the words of a question are looked up in: title, headings and text of a notice. */
    record Text(String normal, Collection<Units> units) {}

    /** A word of the question, and for each everyday phrase it belongs to the official terms. */
    private record Word(String text, double weight, List<Set<String>> official) {}

    private final List<Word> words = new ArrayList<>();
    private final Translations translations;
    private final Translations.Reader reader;
    private final double whole;

    Unexplained(Inquiry inquiry, Translations translations) {
        this.translations = translations;
        Map<String, Double> weights = new LinkedHashMap<>();
        for (PassageQuery.Part part : inquiry.parts()) {
            for (String word : part.terms().words()) {
                double own = isSingle(word) ? SINGLE : 1;
                weights.merge(word, part.weight() * own * translations.rarity(word), Math::max);
            }
        }
        weights.forEach((word, weight) -> words.add(new Word(word, weight, official(word, inquiry.phrases()))));
        whole = words.stream().mapToDouble(Word::weight).sum();
        reader = translations.reader(weights.keySet());
    }

    private static boolean isSingle(String word) {
        return word.codePointCount(0, word.length()) == 1 && Character.isIdeographic(word.codePointAt(0));
    }

    private static List<Set<String>> official(String word, Map<String, Set<String>> phrases) {
        return phrases.entrySet().stream()
                .filter(phrase -> phrase.getKey().contains(word) || word.contains(phrase.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableList());
    }

    /** How much is asked: the weight of all words, some 1 for each that people rarely say. */
    double asked() {
        return whole;
    }

    /** The share of the words' weight, 0 to 1; 1 for a question without words. */
    double by(Text notice) {
        if (whole == 0) {
            return 1;
        }
        Map<String, Double> translated = reader.best(notice.units());
        double missing = 0;
        for (Word word : words) {
            missing += word.weight() * (1 - explained(word, notice.normal(), translated));
        }
        return missing / whole;
    }

    private double explained(Word word, String notice, Map<String, Double> translated) {
        boolean stands = notice.contains(word.text())
                || word.official().stream().anyMatch(terms -> terms.stream().anyMatch(notice::contains));
        if (stands) {
            return 1;
        }
        double chance = translated.getOrDefault(word.text(), 0.0);
        double heard = chance == 0 ? 0 : chance / (chance + translations.usual(word.text()));
        return Math.max(heard, pairs(word.text(), notice));
    }

    /** The share of a long word's pairs that stand in the notice. */
    private static double pairs(String word, String notice) {
        int pairs = word.length() - 1;
        if (pairs < 2) {
            return 0;
        }
        long standing = IntStream.range(0, pairs)
                .filter(i -> notice.contains(word.substring(i, i + 2)))
                .count();
        return (double) standing / pairs;
    }
}
