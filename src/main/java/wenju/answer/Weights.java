package wenju.answer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wenju.search.Analysis;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;
import wenju.search.Terms;

/**
 * How telling each gram of a question is: its rarity among the passages (idf as in BM25) times the weight of the part it
 * comes from. What a text is worth to the question is read from here: for ranking, for highlights and for confidence.
 *
 * @param unigrams weight of each, in the order of the question
 * @param bigrams likewise
 * @param words its distinct words of two characters and more, unweighted
 * @param unknown those of all three that stand in no passage at all
 */
record Weights(Map<String, Double> unigrams, Map<String, Double> bigrams, Set<String> words, Set<String> unknown) {

    static Weights of(Inquiry inquiry, PassageIndex index) {
        Map<String, Double> unigrams = new LinkedHashMap<>();
        Map<String, Double> bigrams = new LinkedHashMap<>();
        Set<String> words = new LinkedHashSet<>();
        for (PassageQuery.Part part : inquiry.parts()) {
            Terms terms = Analysis.terms(part.text());
            terms.unigrams().forEach(gram -> unigrams.merge(gram, (double) part.weight(), Math::max));
            terms.bigrams().forEach(gram -> bigrams.merge(gram, (double) part.weight(), Math::max));
            terms.words().stream().filter(word -> word.length() > 1).forEach(words::add);
        }
        var all = new HashSet<>(unigrams.keySet());
        all.addAll(bigrams.keySet());
        all.addAll(words);
        Map<String, Integer> frequencies = index.frequencies(all);
        int size = index.size();
        Function<String, Double> rarity = gram -> {
            int frequency = Math.min(size, frequencies.get(gram));
            return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
        };
        unigrams.replaceAll((gram, weight) -> weight * rarity.apply(gram));
        bigrams.replaceAll((gram, weight) -> weight * rarity.apply(gram));
        all.removeIf(gram -> frequencies.get(gram) > 0);
        return new Weights(unigrams, bigrams, words, all);
    }

    /** The question's grams that a text holds, as a share of their weight, 0 to 1. */
    Coverage coverage(String text) {
        Terms terms = Analysis.grams(text);
        return new Coverage(
                share(unigrams, new HashSet<>(terms.unigrams())), share(bigrams, new HashSet<>(terms.bigrams())));
    }

    /** The weight of the grams that a text holds, bigrams and unigrams together. */
    double worth(String text) {
        Terms terms = Analysis.grams(text);
        return sum(unigrams, new HashSet<>(terms.unigrams())) + sum(bigrams, new HashSet<>(terms.bigrams()));
    }

    /**
     * The share of the bigrams' weight that a long text holds.
     *
     * @param normal the text in {@linkplain Analysis#normal normal form}; it is searched, which for a whole notice takes
     *     less time than taking it apart
     */
    double bigramsWithin(String normal) {
        return share(bigrams, bigrams.keySet().stream().filter(normal::contains).collect(Collectors.toSet()));
    }

    /** The share of the question's words that a long text in normal form holds. */
    double wordsWithin(String normal) {
        return wordShare(normal::contains);
    }

    /** The share of the question's words that stand in any passage. */
    double knownWords() {
        return wordShare(word -> !unknown.contains(word));
    }

    private double wordShare(Predicate<String> held) {
        return words.isEmpty() ? 0 : (double) words.stream().filter(held).count() / words.size();
    }

    /** Share of the bigrams' weight that stands nowhere in the index. */
    double unknownShare() {
        return share(bigrams, unknown);
    }

    /** The weight of all grams: what a text that holds every one of them is worth. */
    double whole() {
        return sum(unigrams, unigrams.keySet()) + sum(bigrams, bigrams.keySet());
    }

    /** See {@link #coverage}. */
    record Coverage(double unigrams, double bigrams) {}

    private static double share(Map<String, Double> weights, Set<String> held) {
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return all == 0 ? 0 : sum(weights, held) / all;
    }

    private static double sum(Map<String, Double> weights, Set<String> held) {
        double sum = 0;
        for (var gram : weights.entrySet()) {
            if (held.contains(gram.getKey())) {
                sum += gram.getValue();
            }
        }
        return sum;
    }
}
