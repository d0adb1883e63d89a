package wenju.answer;

import java.util.Map;
import wenju.search.Candidate;

/**
 * A candidate with the score that ranking gave it.
 *
 * @param seen what ranking saw in it, as it is
 * @param shares the same, each as a share of the largest among the candidates: what the score is made of
 * @param score higher is better; comparable only within one question, where a difference of 1 means 2.7 times as likely
 */
record Ranked(Candidate candidate, Map<Feature, Double> seen, Map<Feature, Double> shares, double score) {
    static Ranked unseen(Candidate candidate) {
        return new Ranked(candidate, Map.of(), Map.of(), 0);
    }

    Ranked plus(double difference) {
        return new Ranked(candidate, seen, shares, score + difference);
    }

    String passageId() {
        return candidate.passage().id();
    }

    String noticeId() {
        return candidate.head().id();
    }
}
