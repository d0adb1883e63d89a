package wenju.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes connections on which no request comes to its begin in time, however busily bytes drip: neither headers that never
 * end nor answers that nobody takes in hold us. While a request is under way other deadlines count. Works on the event loop
 * of the verticle, as every connection does.
 */
final class ConnectionWatch implements PlatformHandler {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Duration deadline;
    private final Map<HttpConnection, State> open = new HashMap<>();
    private volatile boolean leaving;

    /** Requests under way, and since when there are none, by {@link System#nanoTime()}. */
    private static final class State {
        private int underWay;
        private long freeSince = System.nanoTime();
    }

    ConnectionWatch(Vertx vertx, Duration deadline) {
        this.deadline = deadline;
        Duration pause = deadline.dividedBy(4);
        vertx.setPeriodic(
                Math.max(1, (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toMillis()),
                elapsed -> closeLate());
    }

    /** From now on connections are given up with the next answer. */
    void leave() {
        leaving = true;
    }

    /** Whether the service has been told to stop. */
    boolean isLeaving() {
        return leaving;
    }

    void opened(HttpConnection connection) {
        open.put(connection, new State());
        connection.closeHandler(closed -> open.remove(connection));
    }

    @Override
    public void handle(RoutingContext ctx) {
        State state = open.get(ctx.request().connection());
        if (state != null) {
            state.underWay++;
            ctx.addEndHandler(ended -> {
                state.underWay--;
                state.freeSince = System.nanoTime();
            });
        }
        if (ctx.request().version() == HttpVersion.HTTP_1_1) {
            // Asked when the answer is ready, not when the request came: an answer that says we leave must close as
            // well.
            ctx.addHeadersEndHandler(ready -> giveUpWhenLeaving(ctx));
        }
        ctx.next();
    }

    private void giveUpWhenLeaving(RoutingContext ctx) {
        if (leaving) {
            ctx.response().putHeader("Connection", "close");
        }
    }

    private void closeLate() {
        long now = System.nanoTime();
        List<HttpConnection> late = open.entrySet().stream()
                .filter(entry ->
                        entry.getValue().underWay == 0 && now - entry.getValue().freeSince > deadline.toNanos())
                .map(Map.Entry::getKey)
                .toList();
        // Vert.x would first write to its end what the client does not take in.
        late.forEach(connection ->
                ((ConnectionBase) connection).channelHandlerContext().close());
    }
}
