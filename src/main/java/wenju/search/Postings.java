package wenju.search;

/**
 * The passages that a term stands in.
 *
 * @param passages their numbers in the {@link Generation}, in no order; not to be changed
 * @param scores what the term adds to the score of each of them at a weight of 1, above 0; not to be changed
 */
record Postings(int[] passages, float[] scores) {
    /** Of a term that stands nowhere. */
    static final Postings NONE = new Postings(new int[0], new float[0]);

    /** Number of passages. */
    int size() {
        return passages.length;
    }

    /** Adds what the term is worth at a weight to the scores of all passages. */
    void addTo(double[] all, float weight) {
        for (int i = 0; i < passages.length; i++) {
            all[passages[i]] += weight * scores[i];
        }
    }
}
