package wenju.answer;

import java.util.List;
import java.util.function.Function;

/**
 * Finds the numbers that make a smooth cost least, given its slope, by resilient propagation (Rprop−; Riedmiller and Braun
 * 1993): each number walks by a step of its own, which grows while the slope keeps its sign and shrinks when it turns. No rate
 * to be set, no randomness: the same data give the same numbers.
 */
final class Fit {
    private static final int ROUNDS = 400;
    private static final double GROWTH = 1.2;
    private static final double SHRINKAGE = 0.5;
    private static final double FIRST_STEP = 0.05;
    private static final double LARGEST_STEP = 1;

    private Fit() {}

    /** From all zeros. */
    static double[] least(int size, Function<double[], double[]> slope) {
        double[] at = new double[size];
        double[] steps = new double[size];
        double[] before = new double[size];
        java.util.Arrays.fill(steps, FIRST_STEP);
        for (int round = 0; round < ROUNDS; round++) {
            double[] now = slope.apply(at);
            for (int i = 0; i < size; i++) {
                double turn = now[i] * before[i];
                if (turn > 0) {
                    steps[i] = Math.min(LARGEST_STEP, steps[i] * GROWTH);
                } else if (turn < 0) {
                    steps[i] *= SHRINKAGE;
                }
                at[i] -= Math.signum(now[i]) * steps[i];
                before[i] = now[i];
            }
        }
        return at;
    }

    /** Columns brought to mean 0 and deviation 1, so that one penalty is fair to all of them. */
    record Scale(double[] means, double[] deviations) {
        static Scale of(List<double[]> rows) {
            int size = rows.getFirst().length;
            double[] means = new double[size];
            double[] deviations = new double[size];
            for (double[] row : rows) {
                for (int i = 0; i < size; i++) {
                    means[i] += row[i] / rows.size();
                }
            }
            for (double[] row : rows) {
                for (int i = 0; i < size; i++) {
                    deviations[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.size();
                }
            }
            for (int i = 0; i < size; i++) {
                // A column that never changes says nothing; 1 leaves it at 0.
                deviations[i] = deviations[i] == 0 ? 1 : Math.sqrt(deviations[i]);
            }
            return new Scale(means, deviations);
        }

        double[] apply(double[] row) {
            double[] scaled = new double[row.length];
            for (int i = 0; i < row.length; i++) {
                scaled[i] = (row[i] - means[i]) / deviations[i];
            }
            return scaled;
        }

        /** Weights of scaled columns as weights of the columns themselves; the constant comes last. */
        double[] undo(double[] weights, double constant) {
            double[] plain = new double[weights.length + 1];
            plain[weights.length] = constant;
            for (int i = 0; i < weights.length; i++) {
                plain[i] = weights[i] / deviations[i];
                plain[weights.length] -= plain[i] * means[i];
            }
            return plain;
        }
    }
}
