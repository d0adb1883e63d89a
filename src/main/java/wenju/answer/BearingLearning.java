package wenju.answer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns what the words of a question tell of a notice ({@link Translations.Bearing}): how much more often the notice that
 * answers has a word, or an official term for it, than others have. 烟花 stands in nearly every notice that answers who asks
 * with it and hardly anywhere else; 老板 stands in none. Deterministic.
 */
final class BearingLearning {
    /** A word of few questions tells what others of its {@linkplain Translations#kin kin} tell, as if they were so many more. */
    private static final double DOUBT = 5;

    /** Words of more questions than these are no kin of words that were never heard. */
    private static final int RARE = 8;

    /** Nothing is certain: keeps both logarithms below 4. */
    private static final double NEVER = 0.02;

    /** How often a word was asked with, how often the notice that answered had it, and how often others would have. */
    private static final class Tally {
        private double asked;
        private double right;
        private double others;
        private double served;

        private void add(Tally other) {
            asked += other.asked;
            right += other.right;
            others += other.others;
        }
    }

    private final Map<String, Tally> tallies = new TreeMap<>();

    /**
     * Takes in a question.
     *
     * @param right text of the notice that answers it, in normal form
     * @param others texts of some that do not
     */
    void add(List<Unexplained.Word> words, String right, Collection<String> others) {
        for (Unexplained.Word word : words) {
            Tally tally = tallies.computeIfAbsent(word.text(), first -> new Tally());
            tally.asked++;
            tally.right += word.isIn(right) ? 1 : 0;
            tally.others += others.stream().filter(word::isIn).count() / (double) Math.max(1, others.size());
            tally.served += word.isServed() ? 1 : 0;
        }
    }

    /** By word, and by {@link Translations#kin} for words never heard. */
    Map<String, Translations.Bearing> learn() {
        Map<String, Tally> kin = new HashMap<>();
        tallies.forEach((word, tally) -> {
            if (tally.asked <= RARE) {
                kin.computeIfAbsent(kin(word, tally), first -> new Tally()).add(tally);
            }
        });
        Map<String, Translations.Bearing> bearings = new TreeMap<>();
        kin.forEach((name, all) -> bearings.put(name, bearing(all.right / all.asked, all.others / all.asked)));
        tallies.forEach((word, tally) -> {
            Tally all = kin.getOrDefault(kin(word, tally), tally);
            double weight = tally.asked + DOUBT;
            bearings.put(
                    word,
                    bearing(
                            (tally.right + DOUBT * all.right / all.asked) / weight,
                            (tally.others + DOUBT * all.others / all.asked) / weight));
        });
        return bearings;
    }

    private static String kin(String word, Tally tally) {
        return Translations.kin(word, tally.served > tally.asked / 2);
    }

    /** Shares of the notices that answer and of others that have a word; one that points the wrong way tells nothing. */
    private static Translations.Bearing bearing(double right, double others) {
        return new Translations.Bearing(
                Math.max(0, Math.log((right + NEVER) / (others + NEVER))),
                Math.max(0, Math.log((1 - others + NEVER) / (1 - right + NEVER))));
    }
}
