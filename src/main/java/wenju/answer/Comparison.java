package wenju.answer;

import java.util.List;
import java.util.Random;

/**
 * Whether two runs over the same questions differ by more than chance: a paired randomisation test, two-sided. If the runs
 * were equally good, it would not matter which of them got which result of a question; so the results are swapped at random,
 * again and again, and {@code p} is the share of times that the difference is at least as great as the one seen.
 *
 * @param name of the figure compared
 * @param before its value in the earlier run
 * @param now its value in this run
 * @param p 0 to 1; small when the difference is hardly chance
 */
record Comparison(String name, double before, double now, double p) {
    private static final int ROUNDS = 10_000;

    /** The same seed always, so that the same runs give the same p. */
    private static final long SEED = 20_261_120;

    /**
     * Compares.
     *
     * @param before one value for each question
     * @param now likewise, in the same order
     */
    static Comparison of(String name, List<Double> before, List<Double> now) {
        if (before.size() != now.size()) {
            throw new IllegalArgumentException(before.size() + " values against " + now.size());
        }
        int n = now.size();
        double seen = Math.abs(sum(now) - sum(before));
        var random = new Random(SEED);
        int asGreat = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double difference = 0;
            for (int i = 0; i < n; i++) {
                double each = now.get(i) - before.get(i);
                difference += random.nextBoolean() ? each : -each;
            }
            // Sums of thousandths differ in the last digits by their order alone.
            asGreat += Math.abs(difference) >= seen - 1e-9 ? 1 : 0;
        }
        return new Comparison(name, sum(before) / n, sum(now) / n, (double) asGreat / ROUNDS);
    }

    @Override
    public String toString() {
        return "%s %.3f → %.3f, p = %.3f".formatted(name, before, now, p);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
