package wenju.answer;

import wenju.search.Units;

/** How often each gram of the question stands in a text, and how much of them its best sentence holds. */
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
        int before = -1;
        for (int i = 0; i < text.size(); i++) {
            int unit = sought.unit(text.at(i));
            if (unit >= 0) {
                units[unit]++;
                int pair = before < 0 ? -1 : sought.pair(text.at(i - 1), text.at(i));
                if (pair >= 0) {
                    pairs[pair]++;
                }
            }
            before = unit;
        }
        length += text.units();
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
        return share(held(units, sought.unitWeights()), sought.allUnits());
    }

    double pairShare() {
        return share(held(pairs, sought.pairWeights()), sought.allPairs());
    }

    /** Of the pairs of the present question. */
    double presentPairShare() {
        return share(held(pairs, sought.presentPairWeights()), sought.allPresentPairs());
    }

    /** The weight of all that is held, units and pairs together. */
    double worth() {
        return held(units, sought.unitWeights()) + held(pairs, sought.pairWeights());
    }

    private static double held(int[] counts, double[] weights) {
        double held = 0;
        for (int i = 0; i < counts.length; i++) {
            held += counts[i] > 0 ? weights[i] : 0;
        }
        return held;
    }

    private static double share(double held, double all) {
        return all == 0 ? 0 : held / all;
    }

    /**
     * What one sentence holds.
     *
     * @param units share of the weight of the single units, 0 to 1
     * @param pairs likewise
     */
    record Sentence(double units, double pairs) {
        static final Sentence EMPTY = new Sentence(0, 0);

        double share() {
            return (units + pairs) / 2;
        }
    }

    /** Of the sentences of a text the one that holds most, units and pairs at equal parts; the first among equals. */
    static Sentence bestSentence(Sought sought, Units text) {
        // In which sentence, counted from 1, each gram was last seen: a second time in one sentence it holds nothing
        // more.
        int[] unitSeen = new int[sought.unitWeights().length];
        int[] pairSeen = new int[sought.pairWeights().length];
        Sentence best = Sentence.EMPTY;
        double units = 0;
        double pairs = 0;
        int number = 1;
        int before = -1;
        for (int i = 0; i <= text.size(); i++) {
            if (i == text.size() || text.at(i) == Units.END) {
                var sentence = new Sentence(share(units, sought.allUnits()), share(pairs, sought.allPairs()));
                best = sentence.share() > best.share() ? sentence : best;
                units = 0;
                pairs = 0;
                number++;
                before = -1;
                continue;
            }
            int unit = sought.unit(text.at(i));
            if (unit >= 0 && unitSeen[unit] < number) {
                unitSeen[unit] = number;
                units += sought.unitWeights()[unit];
            }
            int pair = unit < 0 || before < 0 ? -1 : sought.pair(text.at(i - 1), text.at(i));
            if (pair >= 0 && pairSeen[pair] < number) {
                pairSeen[pair] = number;
                pairs += sought.pairWeights()[pair];
            }
            before = unit;
        }
        return best;
    }
}
