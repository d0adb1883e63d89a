package wenju.http;

import java.time.Duration;

/**
 * How long the service waits for others.
 *
 * @param request until a request has come with all its headers, from the begin of the connection or the end of the answer
 *     before; the client must also have taken that answer in by then
 * @param body until the body of a request is in
 * @param upload the same of an import
 * @param farewell for which the service, told to stop, says at {@code /readyz} that it is stopping and still takes requests
 * @param drain for requests under way once no new ones are accepted
 */
public record Deadlines(Duration request, Duration body, Duration upload, Duration farewell, Duration drain) {
    /** Longer than the minute for which proxies keep their connections: the one who closes should be they. */
    public static final Deadlines DEFAULTS = new Deadlines(
            Duration.ofSeconds(75),
            Duration.ofSeconds(20),
            Duration.ofMinutes(5),
            Duration.ZERO,
            Duration.ofSeconds(15));

    /** With other waits at the end. */
    public static Deadlines ending(Duration farewell, Duration drain) {
        return new Deadlines(DEFAULTS.request, DEFAULTS.body, DEFAULTS.upload, farewell, drain);
    }
}
