package wenju.answer;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A number for each name of an enumeration, 0 unless told otherwise. Ranking fills two of these for each of a hundred candidates, so
 * the numbers lie in an array. Not shared by threads while it is filled.
 */
final class Values<K extends Enum<K>> {
    private final Class<K> names;
    private final double[] numbers;

    private Values(Class<K> names, double[] numbers) {
        this.names = names;
        this.numbers = numbers;
    }

    /** All 0. */
    static <K extends Enum<K>> Values<K> zeros(Class<K> names) {
        return new Values<>(names, new double[names.getEnumConstants().length]);
    }

    double get(K name) {
        return numbers[name.ordinal()];
    }

    Values<K> set(K name, double number) {
        numbers[name.ordinal()] = number;
        return this;
    }

    Values<K> copy() {
        return new Values<>(names, numbers.clone());
    }

    /** Each number times that of the same name. */
    Values<K> times(Values<K> other) {
        double[] products = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            products[i] = numbers[i] * other.numbers[i];
        }
        return new Values<>(names, products);
    }

    /** The products of {@link #times} added to a number, in the order of the names. */
    double plusProducts(double start, Values<K> other) {
        double sum = start;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i] * other.numbers[i];
        }
        return sum;
    }

    /** Each number raised to that of the same name where that is larger. */
    void raiseTo(Values<K> other) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.max(numbers[i], other.numbers[i]);
        }
    }

    /** Each number as a share of that of the same name, 0 where that is 0. */
    Values<K> sharesOf(Values<K> wholes) {
        double[] shares = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            shares[i] = wholes.numbers[i] == 0 ? 0 : numbers[i] / wholes.numbers[i];
        }
        return new Values<>(names, shares);
    }

    /** In the order of the names. */
    void forEach(BiConsumer<K, Double> use) {
        for (K name : names.getEnumConstants()) {
            use.accept(name, get(name));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values<?> values && names == values.names && Arrays.equals(numbers, values.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
