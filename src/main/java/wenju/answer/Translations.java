package wenju.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wenju.search.Units;

/**
 * Which words people ask with where a clause has which pairs of characters, and what the words of a question tell of a notice:
 * learned from pairs of a lay question and the clause that answers it ({@link TranslationLearning}, {@link BearingLearning}).
 * The file {@code translations.txt} beside this class has one line for each word:
 *
 * <pre>
 * 电驴 14 2210 430 电动 812 自行 401 …
 * </pre>
 *
 * the word, how often it is said at all in millionths, its {@link Bearing} in thousandths, and pairs with the chance that they are
 * behind it in millionths. Words that begin with {@code *} stand for all that are not in the file. Immutable.
 */
final class Translations {
    private static final String SHIPPED = "translations.txt";
    private static final double MILLION = 1_000_000;

    /** Fields of a line before the pairs. */
    private static final int FIRST_PAIR = 4;

    /** Weighs what a clause says against what people say anyway. */
    private static final double TRUST = 0.3;

    /** Pairs up to which clauses count as equally long, or the shortest that has one telling pair would win. */
    private static final int SHORT = 150;

    /** Keeps the rarest words from counting for everything. */
    private static final double RAREST = 0.001;

    private static final double OFTEN_SAID = 0.018;
    private static final double NEVER_SAID = 1 / 60_000.0;

    private static final double THOUSAND = 1000;

    /**
     * What a word of a question tells of a notice, as a logarithm of likelihood: 1 makes it 2.7 times as likely.
     *
     * @param present how much it speaks for a notice that it explains the word; not below 0
     * @param absent how much it speaks against a notice that it does not; not below 0
     */
    record Bearing(double present, double absent) {
        static final Bearing UNKNOWN = new Bearing(1, 1);
    }

    /**
     * What is known of one word.
     *
     * @param pairs that go with it, by number; not the word itself, for that a clause has the very word is told by other features
     * @param chances of the word given each
     */
    private record Word(double usual, Bearing bearing, int[] pairs, double[] chances) {}

    private final Map<String, Word> words = new HashMap<>();

    /** Of every pair, by the {@linkplain Sought#key codes} of its characters. */
    private final Map<Long, Integer> numbers = new HashMap<>();

    private Translations() {}

    static Translations none() {
        return new Translations();
    }

    /** Those that come with the program. */
    static Translations shipped() {
        try (InputStream file = Translations.class.getResourceAsStream(SHIPPED)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + " is part of the program", e);
        }
    }

    /** Reads a file. Lines that begin with # are comments. */
    static Translations read(String text, String name) {
        var translations = new Translations();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.startsWith("#")) {
                translations.add(line.split(" "), name + ":" + number);
            }
        }
        return translations;
    }

    private void add(String[] fields, String where) {
        if (fields.length < FIRST_PAIR || fields.length % 2 != 0) {
            throw new IllegalArgumentException(
                    where + ": a word, its frequency and bearing, and pairs with chances are wanted");
        }
        String word = fields[0];
        int[] pairs = new int[fields.length / 2];
        double[] chances = new double[pairs.length];
        int known = 0;
        try {
            for (int i = FIRST_PAIR; i < fields.length; i += 2) {
                int number = numbers.computeIfAbsent(key(fields[i]), pair -> numbers.size());
                if (!fields[i].equals(word)) {
                    pairs[known] = number;
                    chances[known++] = Integer.parseInt(fields[i + 1]) / MILLION;
                }
            }
            var bearing = new Bearing(Integer.parseInt(fields[2]) / THOUSAND, Integer.parseInt(fields[3]) / THOUSAND);
            words.put(
                    word,
                    new Word(
                            Integer.parseInt(fields[1]) / MILLION,
                            bearing,
                            Arrays.copyOf(pairs, known),
                            Arrays.copyOf(chances, known)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": not a number", e);
        }
    }

    /** Whether some clause they were learned from has these two characters beside each other. */
    boolean hold(String pair) {
        return numbers.containsKey(key(pair));
    }

    private static long key(String pair) {
        int second = pair.offsetByCodePoints(0, 1);
        return Sought.key(Units.code(pair.substring(0, second)), Units.code(pair.substring(second)));
    }

    /** Number of words known. */
    int size() {
        return words.size();
    }

    /** How often a word is said at all, with room for those said too rarely to be known: above 0, below 1. */
    double usual(String word) {
        Word known = words.get(word);
        return RAREST + (known == null ? 0 : known.usual());
    }

    /**
     * How telling it is that somebody says a word, whatever the notices at hand: 0 for one that makes up a fiftieth of all that
     * people say or more, 1 for one that was never heard.
     */
    double rarity(String word) {
        Word known = words.get(word);
        double usual = known == null ? NEVER_SAID : known.usual();
        return Math.clamp(Math.log(usual / OFTEN_SAID) / Math.log(NEVER_SAID / OFTEN_SAID), 0, 1);
    }

    /**
     * What a word tells of a notice that explains it or does not.
     *
     * @param served whether the thesaurus has official terms for it
     */
    Bearing bearing(String word, boolean served) {
        Word known = words.getOrDefault(word, words.get(kin(word, served)));
        return known == null ? Bearing.UNKNOWN : known.bearing();
    }

    /** Under what a word that is not in the file is looked up: unknown words fare alike that are as long and served alike. */
    static String kin(String word, boolean served) {
        return "*" + (word.codePointCount(0, word.length()) == 1 ? "1" : "2") + (served ? "+" : "");
    }

    /**
     * The pairs of characters of a text.
     *
     * @param known those that some word goes with, by number, as often as they stand there
     * @param all how many pairs there are, known or not
     */
    record Pairs(int[] known, int all) {
        /** Of two texts one after the other. */
        Pairs and(Pairs other) {
            int[] both = Arrays.copyOf(known, known.length + other.known.length);
            System.arraycopy(other.known, 0, both, known.length, other.known.length);
            return new Pairs(both, all + other.all);
        }

        /** The known ones among others. */
        void addTo(BitSet pairs) {
            for (int pair : known) {
                pairs.set(pair);
            }
        }
    }

    Pairs pairs(Units text) {
        int[] known = new int[text.units()];
        int found = 0;
        int all = 0;
        for (int i = 0; i + 1 < text.size(); i++) {
            if (Units.isUnit(text.at(i)) && Units.isUnit(text.at(i + 1))) {
                all++;
                Integer number = numbers.get(Sought.key(text.at(i), text.at(i + 1)));
                if (number != null) {
                    known[found++] = number;
                }
            }
        }
        return new Pairs(Arrays.copyOf(known, found), all);
    }

    /** The chance of a word given the pair among these that goes best with it; 0 where none does. */
    double best(String word, BitSet pairs) {
        Word known = words.get(word);
        double best = 0;
        for (int i = 0; known != null && i < known.pairs().length; i++) {
            best = pairs.get(known.pairs()[i]) ? Math.max(best, known.chances()[i]) : best;
        }
        return best;
    }

    /** A question ready to be compared with many clauses. */
    Reader reader(Collection<String> asked) {
        return new Reader(asked.stream()
                .distinct()
                .map(words::get)
                .filter(Objects::nonNull)
                .toList());
    }

    /**
     * How well a clause explains the words of a question.
     *
     * @param all by all its pairs together
     * @param best by the best pair for each word
     */
    record Explained(double all, double best) {
        static final Explained NOT = new Explained(0, 0);
    }

    /** Compares clauses with one question. Not shared by threads. */
    final class Reader {
        private final List<Word> asked;

        /**
         * For each pair the number of its first hint, 0 when it goes with no word that is asked. A table of all pairs, since it is read
         * some 30,000 times a question.
         */
        private final int[] first = new int[numbers.size()];

        /** For each hint, from 1, the word that is asked, the chance of it, and the next hint of the same pair, 0 after the last. */
        private final int[] word;

        private final double[] chance;
        private final int[] next;

        private Reader(List<Word> asked) {
            this.asked = asked;
            int hints = asked.stream().mapToInt(one -> one.pairs().length).sum();
            word = new int[hints + 1];
            chance = new double[hints + 1];
            next = new int[hints + 1];
            int hint = 0;
            for (int number = 0; number < asked.size(); number++) {
                Word one = asked.get(number);
                for (int i = 0; i < one.pairs().length; i++) {
                    hint++;
                    word[hint] = number;
                    chance[hint] = one.chances()[i];
                    next[hint] = first[one.pairs()[i]];
                    first[one.pairs()[i]] = hint;
                }
            }
        }

        Explained explain(Pairs... texts) {
            if (asked.isEmpty()) {
                return Explained.NOT;
            }
            double[] sums = new double[asked.size()];
            double[] most = new double[asked.size()];
            int length = 0;
            for (Pairs text : texts) {
                length += text.all();
                for (int pair : text.known()) {
                    for (int hint = first[pair]; hint > 0; hint = next[hint]) {
                        sums[word[hint]] += chance[hint];
                        most[word[hint]] = Math.max(most[word[hint]], chance[hint]);
                    }
                }
            }
            double all = 0;
            double best = 0;
            for (int number = 0; number < sums.length; number++) {
                double usual = asked.get(number).usual();
                all += Math.log(1 + TRUST * sums[number] / Math.max(SHORT, length) / usual);
                best += most[number] / (usual + RAREST);
            }
            return new Explained(all, best);
        }
    }
}
