package wenju.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How characters sound, without tones: the syllables of the 6,763 characters of GB 2312, from {@code pinyin.txt} beside this
 * class. Immutable.
 */
final class Pinyin {
    private static final String FILE = "pinyin.txt";

    /** The longest is zhuang. */
    private static final int LONGEST = 6;

    /** Several readings of one word are followed up to here. */
    private static final int MOST_READINGS = 8;

    /** How no character sounds. */
    static final List<String> SILENCE = List.of("");

    private final Map<Character, Set<String>> readings = new HashMap<>();
    private final Map<Character, Set<String>> blurred = new HashMap<>();
    private final Set<String> syllables = new HashSet<>();

    private Pinyin() {}

    static Pinyin shipped() {
        try (InputStream file = Pinyin.class.getResourceAsStream(FILE)) {
            var pinyin = new Pinyin();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(pinyin::add);
            return pinyin;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is part of the program", e);
        }
    }

    private void add(String line) {
        String[] fields = line.split(" ");
        syllables.add(fields[0]);
        for (char c : fields[1].toCharArray()) {
            readings.computeIfAbsent(c, key -> new TreeSet<>()).add(fields[0]);
            blurred.computeIfAbsent(c, key -> new TreeSet<>()).add(blurred(fields[0]));
        }
    }

    /** Whether two characters have a syllable in common. */
    boolean sameSound(char one, char other) {
        return readings.getOrDefault(one, Set.of()).stream().anyMatch(readings.getOrDefault(other, Set.of())::contains);
    }

    /**
     * The ways a word sounds, each as its syllables parted by spaces: {@code gong ji jin}; none when a character of it is not
     * known.
     */
    List<String> sounds(String word) {
        return sounds(word, readings);
    }

    /**
     * The same as those say it who do not tell z from zh, n from l, in from ing and the like: {@code zen zi} for 政治,
     * {@code long min} for 农民.
     */
    List<String> blurredSounds(String word) {
        return sounds(word, blurred);
    }

    /** {@link #blurredSounds(String)} of what sounds so far, with one more character behind it. */
    List<String> blurredSounds(List<String> soFar, char next) {
        return sounds(soFar, next, blurred);
    }

    private static List<String> sounds(String word, Map<Character, Set<String>> readings) {
        List<String> sounds = SILENCE;
        for (char c : word.toCharArray()) {
            sounds = sounds(sounds, c, readings);
        }
        return sounds;
    }

    private static List<String> sounds(List<String> soFar, char next, Map<Character, Set<String>> readings) {
        Set<String> syllables = readings.getOrDefault(next, Set.of());
        var longer = new ArrayList<String>(soFar.size() * syllables.size());
        for (String begun : soFar) {
            for (String syllable : syllables) {
                if (longer.size() < MOST_READINGS) {
                    longer.add(begun.isEmpty() ? syllable : begun + ' ' + syllable);
                }
            }
        }
        return longer;
    }

    private static String blurred(String syllable) {
        String flat = syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("^n(?=.)", "l");
        String front = switch (flat) {
            case "hu" -> "fu";
            case "hui" -> "fei";
            case "hun" -> "fen";
            default -> flat.replaceFirst("^hua(?=n)", "fa");
        };
        return front.replaceFirst("(?<=[aei])ng$", "n");
    }

    /** Where each syllable may end that begins at {@code start} of a row of letters. */
    List<Integer> ends(String letters, int start) {
        var ends = new ArrayList<Integer>();
        for (int end = start + 1; end <= Math.min(letters.length(), start + LONGEST); end++) {
            if (syllables.contains(letters.substring(start, end))) {
                ends.add(end);
            }
        }
        return ends;
    }
}
