package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether confidence means what it says, and what abstaining buys. Stateless. */
final class Calibration {
    private static final int FIFTHS = 5;

    private Calibration() {}

    /**
     * First excerpts that were about equally sure.
     *
     * @param n how many
     * @param confidence their mean confidence
     * @param right the share of them that is right; the nearer to {@code confidence}, the better
     */
    record Fifth(int n, double confidence, double right) {}

    /**
     * What a threshold would do.
     *
     * @param answered share of the answerable questions that would be answered
     * @param right share of right first excerpts among those
     * @param abstained share of the unanswerable questions that would be left unanswered
     */
    record Point(double answered, double right, double abstained) {}

    /** A first excerpt; {@code answerable} tells of its question. */
    record First(double confidence, double chance, boolean right, boolean answerable) {}

    /** Fifths of all first excerpts shown, least sure first. */
    static List<Fifth> fifths(List<First> shown) {
        List<First> sorted = shown.stream()
                .sorted(Comparator.comparingDouble(First::confidence))
                .toList();
        var fifths = new ArrayList<Fifth>();
        for (int i = 0; i < FIFTHS; i++) {
            List<First> part = sorted.subList(sorted.size() * i / FIFTHS, sorted.size() * (i + 1) / FIFTHS);
            fifths.add(new Fifth(
                    part.size(),
                    part.stream().mapToDouble(First::confidence).average().orElse(Double.NaN),
                    part.stream()
                            .mapToDouble(one -> one.right() ? 1 : 0)
                            .average()
                            .orElse(Double.NaN)));
        }
        return fifths;
    }

    /**
     * Risk against coverage, for thresholds that refuse 0, 2, 4 … of 100 answerable questions.
     *
     * @param firsts of all questions, those left unanswered as well; questions for which nothing was looked for have a
     *     chance of 0
     */
    static List<Point> curve(List<First> firsts) {
        List<First> answerable = firsts.stream()
                .filter(First::answerable)
                .sorted(Comparator.comparingDouble(First::chance))
                .toList();
        List<First> rest = firsts.stream().filter(first -> !first.answerable()).toList();
        var points = new ArrayList<Point>();
        for (int percent : new int[] {0, 2, 4, 6, 8, 10, 15, 20, 30, 50}) {
            int refused = answerable.size() * percent / 100;
            if (refused == answerable.size()) {
                break;
            }
            double threshold = answerable.get(refused).chance();
            List<First> left = answerable.subList(refused, answerable.size());
            points.add(new Point(
                    (double) left.size() / answerable.size(),
                    left.stream()
                            .mapToDouble(one -> one.right() ? 1 : 0)
                            .average()
                            .orElse(Double.NaN),
                    rest.stream()
                            .mapToDouble(one -> one.chance() < threshold ? 1 : 0)
                            .average()
                            .orElse(Double.NaN)));
        }
        return points;
    }
}
