package wenju.answer;

import java.util.List;

/**
 * Whether a question opens a new topic or follows up what was asked before. Told by what it says and what the notices say, not
 * by words such as 那 or 呢: a third of follow-ups have none. It is new when both hold:
 *
 * <ul>
 *   <li>it says enough by itself: follow-ups say a fifth of what others do;
 *   <li>what was said before does not help: some clause has nearly as much of the question alone as any has of the whole talk.
 * </ul>
 *
 * <p>A short question (居住证怎么办) does not say enough to be told from a follow-up, and stays within the talk.
 */
final class Topic {
    /** See {@link Unexplained#asked}. More than eight of ten questions say more; of 40 follow-ups two do. */
    private static final double ENOUGH = 3;

    /** Of scores by words. */
    private static final double NO_HELP = -3;

    private Topic() {}

    static boolean saysEnough(Unexplained alone) {
        return alone.asked() > ENOUGH;
    }

    /**
     * Whether a question that says enough is a new topic.
     *
     * @param talk candidates for the question together with those before it, scored by words
     * @param alone candidates for the question alone, scored by words
     */
    static boolean isNew(List<Ranked> talk, List<Ranked> alone) {
        return !talk.isEmpty() && !alone.isEmpty() && best(alone) - best(talk) > NO_HELP;
    }

    private static double best(List<Ranked> candidates) {
        return candidates.stream().mapToDouble(Ranked::score).max().orElseThrow();
    }
}
