package wenju.answer;

import wenju.search.Candidate;

/**
 * A candidate with the score that ranking gave it.
 *
 * @param seen what ranking saw in it, as it is
 * @param shares the same, each as a share of the largest among the candidates
 * @param weights what the score is made of, together with the shares
 * @param score higher is better; comparable only within one question, where a difference of 1 means 2.7 times as likely
 */
record Ranked(
        Candidate candidate, Values<Feature> seen, Values<Feature> shares, Linear<Feature> weights, double score) {
    /** Scored by what was seen alone. */
    Ranked(Candidate candidate, Values<Feature> seen, Values<Feature> shares, Linear<Feature> weights) {
        this(candidate, seen, shares, weights, weights.of(shares));
    }

    Ranked plus(double difference) {
        return new Ranked(candidate, seen, shares, weights, score + difference);
    }

    String passageId() {
        return candidate.passage().id();
    }

    String noticeId() {
        return candidate.head().id();
    }
}
