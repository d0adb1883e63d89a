package wenju.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the service listens and how much it takes on.
 *
 * @param port to listen on, 0 to 65535; 0 lets the system choose
 * @param anonymousPerMinute questions a minute from one address; 0 = no limit
 * @param maxInFlight questions being answered or waiting at once, at least 1; more are refused with 503
 * @param answerDeadline longest time for one answer, waiting included
 * @param embedding which other sites may use the service from their pages
 * @param keyedPerMinute questions a minute with one key that has no limit of its own; 0 = no limit
 * @param endUserPerMinute questions a minute of one end user named by an integrator; 0 = no limit
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param tls by which it shows itself; null = clear text
 * @param deadlines how long it waits for clients
 */
public record HttpSettings(
        int port,
        int anonymousPerMinute,
        int maxInFlight,
        Duration answerDeadline,
        Embedding embedding,
        int keyedPerMinute,
        int endUserPerMinute,
        Networks trustedProxies,
        @Nullable TlsFiles tls,
        Deadlines deadlines) {
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
        if (keyedPerMinute < 0 || endUserPerMinute < 0) {
            throw new IllegalArgumentException("a minute: " + keyedPerMinute + ", " + endUserPerMinute);
        }
    }

    /** In clear text, with the usual deadlines. */
    public HttpSettings(
            int port,
            int anonymousPerMinute,
            int maxInFlight,
            Duration answerDeadline,
            Embedding embedding,
            int keyedPerMinute,
            int endUserPerMinute,
            Networks trustedProxies) {
        this(
                port,
                anonymousPerMinute,
                maxInFlight,
                answerDeadline,
                embedding,
                keyedPerMinute,
                endUserPerMinute,
                trustedProxies,
                null,
                Deadlines.DEFAULTS);
    }

    /** Without keyed limits or proxies. */
    public HttpSettings(
            int port, int anonymousPerMinute, int maxInFlight, Duration answerDeadline, Embedding embedding) {
        this(port, anonymousPerMinute, maxInFlight, answerDeadline, embedding, 0, 0, Networks.NONE);
    }

    /** With the figures an operator has had no reason to change: 256 in flight, 10 s, no other site. */
    public static HttpSettings of(int port, int anonymousPerMinute) {
        return new HttpSettings(port, anonymousPerMinute, 256, Duration.ofSeconds(10), Embedding.NONE);
    }

    /** The same by TLS. */
    HttpSettings with(TlsFiles files) {
        return new HttpSettings(
                port,
                anonymousPerMinute,
                maxInFlight,
                answerDeadline,
                embedding,
                keyedPerMinute,
                endUserPerMinute,
                trustedProxies,
                files,
                deadlines);
    }

    /** The same with other deadlines. */
    HttpSettings with(Deadlines others) {
        return new HttpSettings(
                port,
                anonymousPerMinute,
                maxInFlight,
                answerDeadline,
                embedding,
                keyedPerMinute,
                endUserPerMinute,
                trustedProxies,
                tls,
                others);
    }
}
