package wenju.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an answer came about, for whoever develops or measures.
 *
 * @param answer what the asker gets
 * @param ranked every candidate, best first, those not shown as well
 * @param evidence for each excerpt shown, or that would have been shown had we not abstained
 * @param notice evidence for the notice of the first excerpt; empty when nothing was found or looked for
 * @param phases time of each step, in the order of the steps
 */
record Trace(
        Answer answer,
        List<Ranked> ranked,
        List<Evidence> evidence,
        Optional<Evidence.OfNotice> notice,
        Map<String, Duration> phases) {
    Trace {
        ranked = List.copyOf(ranked);
        evidence = List.copyOf(evidence);
    }
}
