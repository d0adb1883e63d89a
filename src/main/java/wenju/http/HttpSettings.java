package wenju.http;

import java.time.Duration;

/**
 * How the service listens and how much it takes on.
 *
 * @param port to listen on, 0 to 65535; 0 lets the system choose
 * @param anonymousPerMinute questions a minute from one address; 0 = no limit
 * @param maxInFlight questions being answered or waiting at once, at least 1; more are refused with 503
 * @param answerDeadline longest time for one answer, waiting included
 */
public record HttpSettings(int port, int anonymousPerMinute, int maxInFlight, Duration answerDeadline) {
    public HttpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        if (anonymousPerMinute < 0) {
            throw new IllegalArgumentException("anonymousPerMinute " + anonymousPerMinute);
        }
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight " + maxInFlight);
        }
        if (!answerDeadline.isPositive()) {
            throw new IllegalArgumentException("answerDeadline " + answerDeadline);
        }
    }

    /** With the figures an operator has had no reason to change: 256 in flight, 10 s. */
    public static HttpSettings of(int port, int anonymousPerMinute) {
        return new HttpSettings(port, anonymousPerMinute, 256, Duration.ofSeconds(10));
    }
}
