package wenju.search;

import java.util.List;

/**
 * A text taken apart in three ways, each in the order of the text and with repetitions. From {@code 罚款五十元}:
 *
 * <pre>
 * words     罚款, 五十, 元
 * bigrams   罚款, 款五, 五十, 十元, 50元
 * unigrams  罚, 款, 五, 十, 50, 元
 * </pre>
 *
 * @param words as smartcn segments them, without punctuation
 * @param bigrams pairs of neighbouring units, where a unit is a Han character, or a run of Latin letters or of digits;
 *     punctuation parts them
 * @param unigrams single units
 */
public record Terms(List<String> words, List<String> bigrams, List<String> unigrams) {
    public Terms {
        words = List.copyOf(words);
        bigrams = List.copyOf(bigrams);
        unigrams = List.copyOf(unigrams);
    }
}
