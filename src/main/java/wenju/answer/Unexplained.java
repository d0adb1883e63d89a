package wenju.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wenju.search.PassageQuery;

/**
 * How much of what is asked a notice, or one clause of it, leaves unexplained. A word is explained by standing there, by an
 * official term of the everyday phrase it belongs to, or, in part, by pairs of characters that go with it ({@link Translations}).
 * What a word that is explained says for a text and what one that is not says against it is learned ({@link
 * Translations.Bearing}): neither how large the index is nor how many words a question has changes what a missing one means.
 * Belongs to one question.
 */
final class Unexplained {
    /** Single characters are mostly particles of speech: 把, 交, 让. */
    private static final double SINGLE = 0.5;

    /** What the words of a question are looked up in: title, headings and text, and the numbers of their {@link Translations.Pairs}. */
    record Text(String normal, BitSet pairs) {}

    /**
     * A word of a question.
     *
     * @param weight of the part of the talk that it stands in
     * @param official for each everyday phrase it belongs to the official terms
     */
    record Word(String text, double weight, List<Set<String>> official) {
        Word {
            official = List.copyOf(official);
        }

        /** Whether it, or an official term for it, stands in a text in normal form. */
        boolean isIn(String normal) {
            return normal.contains(text)
                    || official.stream().anyMatch(terms -> terms.stream().anyMatch(normal::contains));
        }

        boolean isServed() {
            return !official.isEmpty();
        }
    }

    private final List<Word> words;
    private final List<Translations.Bearing> bearings;
    private final Translations translations;

    Unexplained(Inquiry inquiry, Translations translations) {
        this.translations = translations;
        words = words(inquiry);
        bearings = words.stream()
                .map(word -> translations.bearing(word.text(), word.isServed()))
                .toList();
    }

    /** The words of a talk, each once, with the weight of the part that counts most. */
    static List<Word> words(Inquiry inquiry) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (PassageQuery.Part part : inquiry.parts()) {
            part.terms().words().forEach(word -> weights.merge(word, (double) part.weight(), Math::max));
        }
        var words = new ArrayList<Word>();
        weights.forEach((word, weight) -> words.add(new Word(word, weight, official(word, inquiry.phrases()))));
        return words;
    }

    private static List<Set<String>> official(String word, Map<String, Set<String>> phrases) {
        return phrases.entrySet().stream()
                .filter(phrase -> phrase.getKey().contains(word) || word.contains(phrase.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableList());
    }

    /** How much is asked: some 1 for each word that people rarely say. */
    double asked() {
        return words.stream()
                .mapToDouble(
                        word -> word.weight() * (isSingle(word.text()) ? SINGLE : 1) * translations.rarity(word.text()))
                .sum();
    }

    private static boolean isSingle(String word) {
        return word.codePointCount(0, word.length()) == 1 && Character.isIdeographic(word.codePointAt(0));
    }

    /** What speaks against a text as a share of all that speaks for or against it, 0 to 1; 1 for a question without words. */
    double by(Text text) {
        double pro = 0;
        double contra = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            double explained = explained(word, text);
            pro += word.weight() * bearings.get(i).present() * explained;
            contra += word.weight() * bearings.get(i).absent() * (1 - explained);
        }
        return pro + contra == 0 ? 1 : contra / (pro + contra);
    }

    private double explained(Word word, Text text) {
        if (word.isIn(text.normal())) {
            return 1;
        }
        double chance = translations.best(word.text(), text.pairs());
        double heard = chance == 0 ? 0 : chance / (chance + translations.usual(word.text()));
        return Math.max(heard, pairs(word.text(), text.normal()));
    }

    /** The share of a long word's pairs that stand in the text. */
    private static double pairs(String word, String normal) {
        int pairs = word.length() - 1;
        if (pairs < 2) {
            return 0;
        }
        long standing = IntStream.range(0, pairs)
                .filter(i -> normal.contains(word.substring(i, i + 2)))
                .count();
        return (double) standing / pairs;
    }
}
