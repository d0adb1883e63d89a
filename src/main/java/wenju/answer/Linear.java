package wenju.answer;

/**
 * A weighted sum over named values: {@code constant + Σ weight × value}.
 *
 * @param <K> names the values
 */
record Linear<K extends Enum<K>>(double constant, Values<K> weights) {
    Linear {
        weights = weights.copy();
    }

    double of(Values<K> values) {
        return weights.plusProducts(constant, values);
    }

    /** The sum read as log odds: 0 to 1. */
    double chance(Values<K> values) {
        return 1 / (1 + Math.exp(-of(values)));
    }

    /** What each value adds to the sum. */
    Values<K> contributions(Values<K> values) {
        return weights.times(values);
    }
}
