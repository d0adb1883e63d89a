package wenju.answer;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A weighted sum over named values: {@code constant + Σ weight × value}.
 *
 * @param <K> names the values
 */
record Linear<K extends Enum<K>>(double constant, Map<K, Double> weights) {
    Linear {
        weights = Map.copyOf(weights);
    }

    double of(Map<K, Double> values) {
        double sum = constant;
        for (var value : values.entrySet()) {
            sum += weights.getOrDefault(value.getKey(), 0.0) * value.getValue();
        }
        return sum;
    }

    /** The sum read as log odds: 0 to 1. */
    double chance(Map<K, Double> values) {
        return 1 / (1 + Math.exp(-of(values)));
    }

    /** What each value adds to the sum, in the order of the names. */
    Map<K, Double> contributions(Map<K, Double> values) {
        var parts = new LinkedHashMap<K, Double>();
        values.forEach((name, value) -> parts.put(name, weights.getOrDefault(name, 0.0) * value));
        return parts;
    }

    /** Values of one enumeration, all 0. */
    static <K extends Enum<K>> Map<K, Double> zeros(Class<K> type) {
        var zeros = new EnumMap<K, Double>(type);
        for (K name : type.getEnumConstants()) {
            zeros.put(name, 0.0);
        }
        return zeros;
    }
}
