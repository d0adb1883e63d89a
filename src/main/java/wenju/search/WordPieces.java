package wenju.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes a text apart into the pieces that a BERT model was taught with (Devlin et al. 2018): a Chinese character or a
 * punctuation mark is a piece of its own; of any other word the longest known beginning, then the longest known rest, marked
 * by {@code ##}, and so on. Immutable.
 */
final class WordPieces {
    /** Longer words are not looked into. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> numbers;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
        this.unknown = number("[UNK]");
        this.begin = number("[CLS]");
        this.end = number("[SEP]");
    }

    /**
     * Reads the vocabulary.
     *
     * @param tokenizer JSON as the tokenizers of Hugging Face write it
     * @throws IOException if it cannot be read or has no such vocabulary
     */
    static WordPieces read(InputStream tokenizer) throws IOException {
        JsonNode vocabulary = new ObjectMapper().readTree(tokenizer).at("/model/vocab");
        var numbers = new HashMap<String, Integer>();
        for (Map.Entry<String, JsonNode> piece : vocabulary.properties()) {
            numbers.put(piece.getKey(), piece.getValue().asInt());
        }
        for (String needed : List.of("[UNK]", "[CLS]", "[SEP]")) {
            if (!numbers.containsKey(needed)) {
                throw new IOException("no vocabulary of word pieces: " + needed + " is missing");
            }
        }
        return new WordPieces(numbers);
    }

    private int number(String piece) {
        return numbers.getOrDefault(piece, -1);
    }

    /**
     * The numbers of the pieces of a text, between the marks of beginning and end.
     *
     * @param most at least 2; what goes beyond is left out
     */
    long[] of(String text, int most) {
        var pieces = new ArrayList<Integer>();
        pieces.add(begin);
        var word = new StringBuilder();
        int i = 0;
        while (i < text.length() && pieces.size() < most) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (standsAlone(c)) {
                add(word, pieces);
                add(new StringBuilder().appendCodePoint(c), pieces);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                add(word, pieces);
            } else if (!isInvisible(c)) {
                word.appendCodePoint(c);
            }
        }
        add(word, pieces);
        List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
        long[] all = new long[kept.size() + 1];
        for (int at = 0; at < kept.size(); at++) {
            all[at] = kept.get(at);
        }
        all[kept.size()] = end;
        return all;
    }

    private void add(StringBuilder collected, List<Integer> pieces) {
        if (collected.isEmpty()) {
            return;
        }
        String word = plain(collected.toString());
        collected.setLength(0);
        var found = new ArrayList<Integer>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            while (to > from && !numbers.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from || word.length() > LONGEST_WORD) {
                pieces.add(unknown);
                return;
            }
            found.add(numbers.get(piece(word, from, to)));
            from = to;
        }
        pieces.addAll(found);
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
    }

    /** Lower case, without accents. */
    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "");
    }

    private static boolean standsAlone(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || isPunctuation(c);
    }

    /** All of ASCII that is neither letter nor digit, and what Unicode calls punctuation. */
    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return c == 0 || c == 0xfffd || type == Character.CONTROL || type == Character.FORMAT;
    }
}
