package wenju.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns the numbers of a {@link Model}. Deterministic and stateless.
 *
 * <p>Ranking: softmax regression over the candidates of each question – the sum of the chances of all right ones is to be
 * large. Confidence: logistic regression. Both with a quadratic penalty on standardised values.
 */
final class Learning {
    /** Flat from 3 to 30, leave-one-gazette-out. */
    private static final double RANKING_PENALTY = 10;

    /** From 1 to 10 the fifths of confidence differ by three points at most; with 5 none is more than eight from the truth. */
    private static final double CONFIDENCE_PENALTY = 5;

    private Learning() {}

    /**
     * Weights under which right candidates come first.
     *
     * @param features those it may look at; the others get 0
     */
    static Linear<Feature> ranking(List<Lesson> lessons, List<Feature> features) {
        List<Lesson> telling = lessons.stream().filter(Lesson::tellsOrder).toList();
        var all = new ArrayList<double[]>();
        telling.forEach(lesson -> lesson.shares().forEach(shares -> all.add(row(shares, features))));
        Fit.Scale scale = Fit.Scale.of(all);
        List<double[][]> questions = telling.stream()
                .map(lesson -> lesson.shares().stream()
                        .map(shares -> scale.apply(row(shares, features)))
                        .toArray(double[][]::new))
                .toList();
        double[] weights = Fit.least(features.size(), at -> {
            double[] slope = penalty(at, RANKING_PENALTY);
            for (int q = 0; q < questions.size(); q++) {
                addSlope(questions.get(q), telling.get(q).right(), at, slope);
            }
            return slope;
        });
        return linear(scale.undo(weights, 0), features, Feature.class);
    }

    /** Of −log(chance of all right candidates together). */
    private static void addSlope(double[][] candidates, List<Boolean> right, double[] weights, double[] slope) {
        double[] chances = new double[candidates.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.length; i++) {
            chances[i] = dot(candidates[i], weights);
            highest = Math.max(highest, chances[i]);
        }
        double all = 0;
        double good = 0;
        for (int i = 0; i < candidates.length; i++) {
            chances[i] = Math.exp(chances[i] - highest);
            all += chances[i];
            good += right.get(i) ? chances[i] : 0;
        }
        for (int i = 0; i < candidates.length; i++) {
            double pull = chances[i] / all - (right.get(i) ? chances[i] / good : 0);
            for (int k = 0; k < weights.length; k++) {
                slope[k] += pull * candidates[i][k];
            }
        }
    }

    /**
     * Weights under which the chance of being right is told.
     *
     * @param signs those it may look at; the others get 0
     */
    static Linear<Sign> confidence(List<Lesson.Judged> judged, List<Sign> signs) {
        Fit.Scale scale =
                Fit.Scale.of(judged.stream().map(one -> row(one.signs(), signs)).toList());
        List<double[]> rows =
                judged.stream().map(one -> scale.apply(row(one.signs(), signs))).toList();
        int constant = signs.size();
        double[] weights = Fit.least(constant + 1, at -> {
            double[] slope = penalty(at, CONFIDENCE_PENALTY);
            slope[constant] = 0;
            for (int i = 0; i < rows.size(); i++) {
                double chance = 1 / (1 + Math.exp(-dot(rows.get(i), at) - at[constant]));
                double pull = chance - (judged.get(i).right() ? 1 : 0);
                for (int k = 0; k < constant; k++) {
                    slope[k] += pull * rows.get(i)[k];
                }
                slope[constant] += pull;
            }
            return slope;
        });
        return linear(scale.undo(Arrays.copyOf(weights, constant), weights[constant]), signs, Sign.class);
    }

    private static double[] penalty(double[] at, double strength) {
        double[] slope = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            slope[i] = strength * at[i];
        }
        return slope;
    }

    private static double dot(double[] row, double[] weights) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * weights[i];
        }
        return sum;
    }

    private static <K extends Enum<K>> double[] row(Values<K> values, List<K> names) {
        return names.stream().mapToDouble(values::get).toArray();
    }

    private static <K extends Enum<K>> Linear<K> linear(double[] plain, List<K> names, Class<K> type) {
        Values<K> weights = Values.zeros(type);
        for (int i = 0; i < names.size(); i++) {
            weights.set(names.get(i), plain[i]);
        }
        return new Linear<>(plain[names.size()], weights);
    }
}
