package wenju.store;

import java.time.Duration;

/**
 * How long somebody stays signed in.
 *
 * @param idle without doing anything
 * @param longest at all
 */
public record SessionTerms(Duration idle, Duration longest) {
    public SessionTerms {
        if (!idle.isPositive() || !longest.isPositive()) {
            throw new IllegalArgumentException("idle " + idle + ", longest " + longest);
        }
    }
}
