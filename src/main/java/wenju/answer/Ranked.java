package wenju.answer;

import wenju.search.Candidate;

/**
 * A candidate with the score that ranking gave it.
 *
 * @param score higher is better; comparable only within one question
 */
record Ranked(Candidate candidate, double score) {
    Ranked times(double factor) {
        return new Ranked(candidate, score * factor);
    }

    String passageId() {
        return candidate.passage().id();
    }
}
