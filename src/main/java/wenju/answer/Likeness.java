package wenju.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What questions alike share: their three words that tell most, whatever their order and whatever else is said. Deterministic, and of
 * one question alone, so that any number of them can be grouped without being compared with one another.
 */
final class Likeness {
    private static final int TELLING = 3;

    private Likeness() {}

    /** 16 hexadecimal digits, from which no word can be read. */
    static String of(String understoodAs, Thesaurus thesaurus, Translations translations) {
        String clean = Wording.clean(understoodAs);
        List<String> words = Sense.words(clean, thesaurus).stream()
                .distinct()
                .sorted(Comparator.comparingDouble(translations::rarity)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TELLING)
                .sorted()
                .toList();
        return digest(words.isEmpty() ? clean : String.join("\n", words));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
