package wenju.answer;

/**
 * How sure we are, from {@link Evidence}: two logistic functions. Stateless.
 *
 * <p>All numbers were fitted in 2026-11 by ridge regression (λ 5 and 3) to the development questions on four gazettes cut
 * into passages roughly, and rounded; they are to be fitted anew when passages or ranking change. Scored with one gazette
 * left out in turn, {@link #right} parts right first excerpts from wrong ones so that in each fifth of confidence the share
 * of right ones lies within .14 of the mean confidence, and {@link #answerable} has an area under the curve of .76.
 */
final class Confidence {
    /** Below this nothing is shown; some 4 in 100 answerable questions and 3 to 4 in 10 others fall below it. */
    static final double THRESHOLD = 0.54;

    /** Beyond this a greater lead tells nothing more. */
    private static final double FULL_LEAD = 3;

    /** The same for the score of a document asked for by its number. */
    private static final double FULL_STRENGTH = 3;

    private Confidence() {}

    /** The chance that an excerpt answers the question, 0 to 1. */
    static double right(Evidence evidence) {
        return logistic(-4.23
                + 2.46 * evidence.unigrams()
                + 1.80 * evidence.bigrams()
                + 2.33 * evidence.unknown()
                + 0.81 * Math.min(evidence.lead(), FULL_LEAD)
                + 0.21 * evidence.votes()
                - 2.19 * Math.log(evidence.rank()));
    }

    /**
     * The chance that any notice answers the question, 0 to 1. Who names a document by its number wants that document: when
     * it is at hand something can be shown, and when it is not, nothing else will do.
     */
    static double answerable(Evidence first, Evidence.OfNotice notice) {
        return switch (first.named()) {
            case NOT_AT_ALL ->
                logistic(-4.42
                        + 3.97 * first.unigrams()
                        + 3.07 * first.unknown()
                        - 4.96 * Math.min(first.strength(), FULL_STRENGTH)
                        + 0.21 * Math.min(first.lead(), FULL_LEAD)
                        + 1.44 * first.votes()
                        + 1.22 * notice.bigrams()
                        + 2.17 * notice.words()
                        + 1.37 * notice.known());
            case THIS -> 1;
            case ANOTHER -> 0;
        };
    }

    private static double logistic(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
