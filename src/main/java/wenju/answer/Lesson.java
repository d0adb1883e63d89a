package wenju.answer;

import java.util.List;

/**
 * What is learned from one question.
 *
 * @param asked the question with the places that answer it
 * @param group what it is left out with: the gazette it was written for; empty while it has none
 * @param shares what ranking saw in each candidate
 * @param right whether each candidate, shown in its section, would answer
 */
record Lesson(Evaluation.Asked asked, String group, List<Values<Feature>> shares, List<Boolean> right) {
    Lesson {
        shares = List.copyOf(shares);
        right = List.copyOf(right);
    }

    Lesson in(String otherGroup) {
        return new Lesson(asked, otherGroup, shares, right);
    }

    /** Whether ranking can learn from it: something is right and something else is not. */
    boolean tellsOrder() {
        return right.contains(true) && right.contains(false);
    }

    /**
     * What confidence learns from one excerpt.
     *
     * @param signs what spoke for it
     * @param right whether it did answer
     */
    record Judged(Values<Sign> signs, boolean right) {}
}
