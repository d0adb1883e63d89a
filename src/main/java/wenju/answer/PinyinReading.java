package wenju.answer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters as words that are known: {@code diantiweibao → 电梯维保}. Of several ways the one of few and common words. */
final class PinyinReading {
    /** Makes one long word worth more than two short ones. */
    private static final double FOR_EACH_WORD = 8;

    private static final int LONGEST_WORD = 6;

    private final String letters;
    private final KnownWords known;
    private final Pinyin pinyin;
    private final @Nullable Way[] best;

    /** How the letters up to some place may be read. */
    private record Way(String text, double worth) {}

    private PinyinReading(String letters, KnownWords known, Pinyin pinyin) {
        this.letters = letters;
        this.known = known;
        this.pinyin = pinyin;
        best = new Way[letters.length() + 1];
    }

    /**
     * Reads all of the letters, or none.
     *
     * @param letters in lower case
     */
    static Optional<String> of(String letters, KnownWords known, Pinyin pinyin) {
        return new PinyinReading(letters, known, pinyin).read();
    }

    private Optional<String> read() {
        best[0] = new Way("", 0);
        for (int start = 0; start < letters.length(); start++) {
            Way before = best[start];
            if (before != null) {
                extend(before, start, "", 0);
            }
        }
        return Optional.ofNullable(best[letters.length()]).map(Way::text);
    }

    /** Adds each word that begins with the syllables read so far. */
    private void extend(Way before, int at, String sound, int syllables) {
        for (String word : syllables > 1 ? known.sounding(sound) : List.<String>of()) {
            double worth = before.worth + Math.log(known.frequency(word)) - FOR_EACH_WORD;
            Way other = best[at];
            if (other == null || other.worth < worth) {
                best[at] = new Way(before.text + word, worth);
            }
        }
        if (syllables < LONGEST_WORD) {
            for (int end : pinyin.ends(letters, at)) {
                String syllable = letters.substring(at, end);
                extend(before, end, sound.isEmpty() ? syllable : sound + ' ' + syllable, syllables + 1);
            }
        }
    }
}
