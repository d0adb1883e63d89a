package wenju.search;

import java.util.Map;

/**
 * What the passages are made of. The same object for as long as the index is the same, so that what is derived from it can be
 * kept beside it.
 *
 * @param words Chinese words of two to {@value #LONGEST} characters with the number of passages each stands in; the {@value #MOST}
 *     commonest of them, ten megabytes at most
 */
public record Vocabulary(Map<String, Integer> words) {
    /** Forty thousand suffice for 119,000 passages of law; what is rarer is mostly torn out of names. */
    public static final int MOST = 50_000;

    public static final int LONGEST = 6;

    public Vocabulary {
        words = Map.copyOf(words);
    }
}
