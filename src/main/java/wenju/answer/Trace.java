package wenju.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How an answer came about, for whoever develops or measures.
 *
 * @param answer what the asker gets
 * @param ranked every candidate, best first, those not shown as well
 * @param excerpts what is shown, or would have been shown had we not abstained
 * @param evidence for each of them
 * @param chance that any notice answers, 0 to 1; 0 when nothing was looked for
 * @param phases time of each step, in the order of the steps
 */
record Trace(
        Answer answer,
        List<Ranked> ranked,
        List<Excerpt> excerpts,
        List<Values<Sign>> evidence,
        double chance,
        Map<String, Duration> phases) {
    Trace {
        ranked = List.copyOf(ranked);
        excerpts = List.copyOf(excerpts);
        evidence = List.copyOf(evidence);
    }
}
