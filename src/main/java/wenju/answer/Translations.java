package wenju.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What is known of one word. */
    private record Word(double usual, Bearing bearing, Map<Long, Double> pairs) {}

    private final Map<String, Word> words = new HashMap<>();
    private final Set<Long> allPairs = new HashSet<>();

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
        Map<Long, Double> pairs = new HashMap<>();
        try {
            for (int i = FIRST_PAIR; i < fields.length; i += 2) {
                pairs.put(key(fields[i]), Integer.parseInt(fields[i + 1]) / MILLION);
            }
            allPairs.addAll(pairs.keySet());
            var bearing = new Bearing(Integer.parseInt(fields[2]) / THOUSAND, Integer.parseInt(fields[3]) / THOUSAND);
            words.put(fields[0], new Word(Integer.parseInt(fields[1]) / MILLION, bearing, pairs));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": not a number", e);
        }
    }

    /** Whether some clause they were learned from has these two characters beside each other. */
    boolean hold(String pair) {
        return allPairs.contains(key(pair));
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

    /** A question ready to be compared with many clauses. */
    Reader reader(Collection<String> asked) {
        return new Reader(asked.stream().distinct().filter(words::containsKey).toList());
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

    /** A word of the question by its number, and the chance of it. */
    private record Hint(int word, double chance) {}

    private static final Hint[] NO_HINTS = {};

    /** Compares clauses with one question. Not shared by threads. */
    final class Reader {
        private final List<String> names;
        private final List<Word> asked;
        private final LongTable<Hint[]> hints;

        /** First and second characters of the pairs: most pairs of a clause have none of them, which is cheap to see. */
        private final BitSet beginnings = new BitSet();

        private final BitSet endings = new BitSet();

        private Reader(List<String> known) {
            names = known;
            asked = known.stream().map(words::get).toList();
            Map<Long, List<Hint>> collected = new HashMap<>();
            for (int i = 0; i < known.size(); i++) {
                String itself = known.get(i);
                long own = itself.codePointCount(0, itself.length()) == 2 ? key(itself) : -1;
                for (var pair : asked.get(i).pairs().entrySet()) {
                    // That a clause has the very word is told by other features.
                    if (pair.getKey() != own) {
                        beginnings.set((int) (pair.getKey() >>> Integer.SIZE));
                        int second = pair.getKey().intValue();
                        if (second >= 0) {
                            endings.set(second);
                        }
                        collected
                                .computeIfAbsent(pair.getKey(), key -> new ArrayList<>())
                                .add(new Hint(i, pair.getValue()));
                    }
                }
            }
            hints = LongTable.of(collected, found -> found.toArray(NO_HINTS));
        }

        /** For each known word the chance of it given the pair of these texts that goes best with it; words with none are absent. */
        Map<String, Double> best(Collection<Units> texts) {
            double[] most = new double[asked.size()];
            for (Units text : texts) {
                for (int i = 0; i + 1 < text.size(); i++) {
                    for (Hint hint : hints(text.at(i), text.at(i + 1))) {
                        most[hint.word()] = Math.max(most[hint.word()], hint.chance());
                    }
                }
            }
            Map<String, Double> best = new HashMap<>();
            for (int word = 0; word < most.length; word++) {
                if (most[word] > 0) {
                    best.put(names.get(word), most[word]);
                }
            }
            return best;
        }

        /** An array, for a list would make an iterator for each of some 30,000 pairs that a question is compared with. */
        private Hint[] hints(int first, int second) {
            boolean mayBe = first >= 0 && beginnings.get(first) && (second < 0 || endings.get(second));
            Hint[] found = mayBe ? hints.get(Sought.key(first, second)) : null;
            return found == null ? NO_HINTS : found;
        }

        Explained explain(List<Units> texts) {
            if (asked.isEmpty()) {
                return Explained.NOT;
            }
            double[] sums = new double[asked.size()];
            double[] most = new double[asked.size()];
            int length = 0;
            for (Units text : texts) {
                for (int i = 0; i + 1 < text.size(); i++) {
                    if (!Sought.isUnit(text.at(i)) || !Sought.isUnit(text.at(i + 1))) {
                        continue;
                    }
                    length++;
                    for (Hint hint : hints(text.at(i), text.at(i + 1))) {
                        sums[hint.word()] += hint.chance();
                        most[hint.word()] = Math.max(most[hint.word()], hint.chance());
                    }
                }
            }
            double all = 0;
            double best = 0;
            for (int word = 0; word < sums.length; word++) {
                double usual = asked.get(word).usual();
                all += Math.log(1 + TRUST * sums[word] / Math.max(SHORT, length) / usual);
                best += most[word] / (usual + RAREST);
            }
            return new Explained(all, best);
        }
    }
}
