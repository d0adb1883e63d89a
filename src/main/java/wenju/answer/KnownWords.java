package wenju.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wenju.search.Analysis;
import wenju.search.Vocabulary;

/**
 * The words that notices and thesaurus know, by how they sound. Made anew with every change of the index or the thesaurus,
 * which takes a few hundred milliseconds and, at most, some thirty megabytes. Immutable.
 */
final class KnownWords {
    /** Characters from which a word is still told by the others when one of them is missing. */
    private static final int LONG = 4;

    private static final int LONGEST = 6;

    /** A word in one passage only may itself be a typing error. */
    private static final int SURE = 2;

    private final Vocabulary vocabulary;
    private final Thesaurus thesaurus;
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final Map<String, List<String>> bySound = new HashMap<>();
    private final Map<String, List<String>> byBlurredSound = new HashMap<>();
    private final Map<String, List<String>> byRest = new HashMap<>();

    /** @param usual characters that no term of the thesaurus has: 谁来罚 is a way of asking, not a word */
    KnownWords(Vocabulary vocabulary, Thesaurus thesaurus, Pinyin pinyin, String usual) {
        this.vocabulary = vocabulary;
        this.thesaurus = thesaurus;
        vocabulary.words().forEach((word, frequency) -> {
            if (frequency >= SURE && word.chars().anyMatch(c -> usual.indexOf(c) < 0)) {
                frequencies.put(word, frequency);
            }
        });
        thesaurus.phrases().stream()
                .filter(phrase -> phrase.length() > 1 && phrase.length() <= LONGEST && Analysis.isHan(phrase))
                .filter(phrase -> phrase.chars().noneMatch(c -> usual.indexOf(c) >= 0))
                .forEach(phrase -> frequencies.putIfAbsent(phrase, SURE));
        // In one order, so that a choice among equals is always the same.
        frequencies.keySet().stream().sorted().forEach(word -> {
            pinyin.sounds(word).forEach(sound -> put(bySound, sound, word));
            pinyin.blurredSounds(word).forEach(sound -> put(byBlurredSound, sound, word));
        });
        // Terms of the thesaurus are often two words, and 工伤险 is as good as 工伤保险.
        vocabulary.words().keySet().stream()
                .filter(word -> word.length() >= LONG && contain(word))
                .sorted()
                .forEach(this::addRests);
    }

    private void addRests(String word) {
        for (int gap = 1; gap < word.length() - 1; gap++) {
            put(byRest, word.substring(0, gap) + word.substring(gap + 1), word);
        }
    }

    private static void put(Map<String, List<String>> words, String key, String word) {
        words.computeIfAbsent(key, first -> new ArrayList<>(1)).add(word);
    }

    /** Whether these are the words of an index and a thesaurus as they are now. */
    boolean areOf(Vocabulary current, Thesaurus present) {
        return vocabulary == current && thesaurus == present;
    }

    boolean contain(String word) {
        return frequencies.containsKey(word);
    }

    /** In how many passages a word stands; those of the thesaurus alone count as rare. */
    int frequency(String word) {
        return frequencies.getOrDefault(word, 0);
    }

    /** Those that sound exactly so: {@code gong ji jin}. */
    List<String> sounding(String sound) {
        return bySound.getOrDefault(sound, List.of());
    }

    /** Those that sound much like this: {@code zu zai}. */
    List<String> soundingLike(String blurred) {
        return byBlurredSound.getOrDefault(blurred, List.of());
    }

    /** Those of four characters and more, of the notices, that are this text when one character within them is left out. */
    List<String> lacking(String text) {
        return byRest.getOrDefault(text, List.of());
    }
}
