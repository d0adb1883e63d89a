package wenju.answer;

import java.util.function.IntPredicate;
import wenju.search.Units;

/** How often each gram of the question stands in a text, and which of its sentences holds most of them. */
final class Match {
    /** Lucene's; five other pairs made no difference. */
    private static final double K1 = 1.2;

    private static final double B = 0.75;

    private final Sought sought;
    private final int[] units;
    private final int[] pairs;
    private int length;

    Match(Sought sought) {
        this.sought = sought;
        units = new int[sought.unitWeights().length];
        pairs = new int[sought.pairWeights().length];
    }

    /** Number of units read. */
    int length() {
        return length;
    }

    Match add(Units text) {
        read(text, 0, text.size());
        return this;
    }

    /** As if what the other has read had been read here. */
    Match add(Match other) {
        for (int i = 0; i < units.length; i++) {
            units[i] += other.units[i];
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] += other.pairs[i];
        }
        length += other.length;
        return this;
    }

    private void read(Units text, int from, int to) {
        int before = -1;
        for (int i = from; i < to; i++) {
            int code = text.at(i);
            int unit = Sought.isUnit(code) ? sought.unit(code) : -1;
            if (unit >= 0) {
                units[unit]++;
                if (before >= 0) {
                    int pair = sought.pair(text.at(i - 1), code);
                    if (pair >= 0) {
                        pairs[pair]++;
                    }
                }
            }
            length += Sought.isUnit(code) ? 1 : 0;
            before = unit;
        }
    }

    /** Of the sentences of a text the one with the greatest share, the first among equals; one that holds nothing if there is none. */
    static Match bestSentence(Sought sought, Units text) {
        var best = new Match(sought);
        double most = 0;
        int start = 0;
        for (int i = 0; i <= text.size(); i++) {
            if (i == text.size() || text.at(i) == Units.END) {
                var sentence = new Match(sought);
                sentence.read(text, start, i);
                double share = sentence.share();
                if (share > most) {
                    best = sentence;
                    most = share;
                }
                start = i + 1;
            }
        }
        return best;
    }

    /** BM25 sum with Lucene's formula over the single units. */
    double unitScore(double averageLength) {
        return bm25(units, sought.unitWeights(), averageLength);
    }

    double pairScore(double averageLength) {
        return bm25(pairs, sought.pairWeights(), averageLength);
    }

    private double bm25(int[] counts, double[] weights, double averageLength) {
        double saturation = K1 * (1 - B + B * length / averageLength);
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += weights[i] * counts[i] / (counts[i] + saturation);
        }
        return sum;
    }

    /** Share of the weight of the single units that is held, 0 to 1. */
    double unitShare() {
        return share(units, sought.unitWeights(), i -> true);
    }

    double pairShare() {
        return share(pairs, sought.pairWeights(), i -> true);
    }

    /** Units and pairs, at equal parts. */
    double share() {
        return (unitShare() + pairShare()) / 2;
    }

    double presentPairShare() {
        return share(pairs, sought.pairWeights(), i -> sought.presentPairs()[i]);
    }

    private static double share(int[] counts, double[] weights, IntPredicate counted) {
        double all = 0;
        double held = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counted.test(i)) {
                all += weights[i];
                held += counts[i] > 0 ? weights[i] : 0;
            }
        }
        return all == 0 ? 0 : held / all;
    }
}
