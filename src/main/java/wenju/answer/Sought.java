package wenju.answer;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import wenju.search.Analysis;
import wenju.search.PassageQuery;
import wenju.search.Units;

/**
 * The grams of a question, numbered, so that a {@link Reading} is compared with them in one walk. Grams count with the
 * {@link Weights} of the question; those of its present part count for themselves as well. Belongs to one question.
 */
final class Sought {
    /** Codes below this are looked up by themselves: nearly every unit is a Han character, and most are not asked for. */
    private static final int COMMON = 1 << Character.SIZE;

    /** Codes in ascending order: a unit's number is its place. */
    private final int[] units;

    /** Of each common code one more than its number, 0 when the question does not have it. Read some 60,000 times a question. */
    private final short[] numbers = new short[COMMON];

    /** Whether every unit of the question is: numbers and Latin words, of which clauses have many, need not be looked for. */
    private final boolean onlyCommon;

    private final long[] pairs;
    private final double[] unitWeights;
    private final double[] pairWeights;
    private final double[] presentPairWeights;
    private final double allUnits;
    private final double allPairs;
    private final double allPresentPairs;

    Sought(Inquiry inquiry, Weights weights) {
        SortedMap<Integer, String> spelled = new TreeMap<>();
        weights.unigrams().keySet().forEach(unit -> spelled.put(Units.code(unit), unit));
        units = spelled.keySet().stream().mapToInt(Integer::intValue).toArray();
        for (int number = 0; number < units.length; number++) {
            if (isCommon(units[number])) {
                numbers[units[number]] = (short) (number + 1);
            }
        }
        onlyCommon = Arrays.stream(units).allMatch(Sought::isCommon);
        unitWeights =
                spelled.values().stream().mapToDouble(weights.unigrams()::get).toArray();
        SortedMap<Long, Double> worths = new TreeMap<>();
        List<PassageQuery.Part> parts = inquiry.parts();
        for (PassageQuery.Part part : parts) {
            forPairs(Analysis.units(part.text()), (first, second) -> {
                String pair = spelled.get(first) + spelled.get(second);
                worths.put(key(first, second), weights.bigrams().getOrDefault(pair, 0.0));
            });
        }
        pairs = worths.keySet().stream().mapToLong(Long::longValue).toArray();
        pairWeights = worths.values().stream().mapToDouble(Double::doubleValue).toArray();
        presentPairWeights = new double[pairs.length];
        forPairs(Analysis.units(parts.getFirst().text()), (first, second) -> {
            int pair = pair(first, second);
            presentPairWeights[pair] = pairWeights[pair];
        });
        allUnits = Arrays.stream(unitWeights).sum();
        allPairs = Arrays.stream(pairWeights).sum();
        allPresentPairs = Arrays.stream(presentPairWeights).sum();
    }

    private interface PairUse {
        void of(int first, int second);
    }

    private static void forPairs(Units text, PairUse use) {
        for (int i = 0; i + 1 < text.size(); i++) {
            if (Units.isUnit(text.at(i)) && Units.isUnit(text.at(i + 1))) {
                use.of(text.at(i), text.at(i + 1));
            }
        }
    }

    static long key(int first, int second) {
        return (long) first << Integer.SIZE | second & 0xffffffffL;
    }

    private static boolean isCommon(int code) {
        return code >= 0 && code < COMMON;
    }

    /** The number of a unit, -1 when the question does not have it. */
    int unit(int code) {
        if (isCommon(code)) {
            return numbers[code] - 1;
        }
        return onlyCommon ? -1 : Math.max(-1, Arrays.binarySearch(units, code));
    }

    int pair(int first, int second) {
        return Math.max(-1, Arrays.binarySearch(pairs, key(first, second)));
    }

    double[] unitWeights() {
        return unitWeights;
    }

    double[] pairWeights() {
        return pairWeights;
    }

    /** Those of pairs of earlier questions are 0. */
    double[] presentPairWeights() {
        return presentPairWeights;
    }

    double allUnits() {
        return allUnits;
    }

    double allPairs() {
        return allPairs;
    }

    double allPresentPairs() {
        return allPresentPairs;
    }
}
