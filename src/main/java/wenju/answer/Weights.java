package wenju.answer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wenju.search.Analysis;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;
import wenju.search.Terms;

/**
 * How telling each gram of a question is: its rarity among the passages (idf as in BM25) times the weight of the part it
 * comes from. {@link Sought} tells by them what a text is worth to the question.
 *
 * @param unigrams weight of each, in the order of the question
 * @param bigrams likewise
 */
record Weights(Map<String, Double> unigrams, Map<String, Double> bigrams) {

    static Weights of(Inquiry inquiry, PassageIndex index) {
        Map<String, Double> unigrams = new LinkedHashMap<>();
        Map<String, Double> bigrams = new LinkedHashMap<>();
        for (PassageQuery.Part part : inquiry.parts()) {
            Terms terms = part.terms();
            terms.unigrams().forEach(gram -> unigrams.merge(gram, (double) part.weight(), Math::max));
            terms.bigrams().forEach(gram -> bigrams.merge(gram, (double) part.weight(), Math::max));
        }
        var all = new HashSet<>(unigrams.keySet());
        all.addAll(bigrams.keySet());
        Map<String, Integer> frequencies = index.frequencies(all);
        int size = index.size();
        Function<String, Double> rarity = gram -> rarity(frequencies.get(gram), size);
        unigrams.replaceAll((gram, weight) -> weight * rarity.apply(gram));
        bigrams.replaceAll((gram, weight) -> weight * rarity.apply(gram));
        return new Weights(unigrams, bigrams);
    }

    /** How rare a term is: as rare as its rarest pair, or its rarest unit when it has but one. */
    static double rarity(String term, PassageIndex index) {
        Terms grams = Analysis.grams(term);
        List<String> parts = grams.bigrams().isEmpty() ? grams.unigrams() : grams.bigrams();
        return index.frequencies(parts).values().stream()
                .mapToDouble(frequency -> rarity(frequency, index.size()))
                .max()
                .orElse(0);
    }

    private static double rarity(int frequency, int size) {
        int standing = Math.min(size, frequency);
        return Math.log(1 + (size - standing + 0.5) / (standing + 0.5));
    }
}
