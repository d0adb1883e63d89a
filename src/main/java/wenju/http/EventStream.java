package wenju.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;

/**
 * A response as server-sent events (WHATWG HTML §9.2). Its head goes out with the first event or the first sign of life, so
 * that a refusal before that is an ordinary problem with its status.
 */
final class EventStream {
    static final String MEDIA_TYPE = "text/event-stream";

    private final Vertx vertx;
    private final RoutingContext ctx;
    private final long timer;
    private int lastId;

    /** @param pause longest silence; proxies cut connections that say nothing */
    EventStream(Vertx vertx, RoutingContext ctx, Duration pause) {
        this.vertx = vertx;
        this.ctx = ctx;
        this.timer = vertx.setPeriodic(Math.max(1, pause.toMillis()), elapsed -> write(": 还在找\n\n"));
        ctx.addEndHandler(ended -> vertx.cancelTimer(timer));
    }

    /** Whether the client names the media type; any type will do is not enough. */
    static boolean isWanted(RoutingContext ctx) {
        String accept = ctx.request().getHeader("Accept");
        return accept != null
                && Arrays.stream(accept.split(","))
                        .anyMatch(range -> range.split(";", 2)[0].strip().equalsIgnoreCase(MEDIA_TYPE));
    }

    /** @param value written as JSON in one line */
    void send(String event, Object value) {
        lastId++;
        write("event: " + event + "\nid: " + lastId + "\ndata: " + Json.write(value) + "\n\n");
    }

    /** Without name and id, as other protocols have it. */
    void sendData(String data) {
        write("data: " + data + "\n\n");
    }

    void end() {
        vertx.cancelTimer(timer);
        if (!ctx.response().ended() && !ctx.response().closed()) {
            ctx.response().end();
        }
    }

    /** Ends as a problem: with its status while nothing was sent, as an event once something was. */
    void fail(Throwable failure) {
        vertx.cancelTimer(timer);
        ctx.put(EventStream.class.getName(), this);
        ctx.fail(failure);
    }

    /** The last event of the stream that this request has become; false when it has not. */
    static boolean ends(RoutingContext ctx, Problem problem) {
        EventStream open = ctx.get(EventStream.class.getName());
        if (open == null || !ctx.response().headWritten()) {
            return false;
        }
        open.send("problem", problem);
        open.end();
        return true;
    }

    private void write(String text) {
        HttpServerResponse response = ctx.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (!response.headWritten()) {
            response.putHeader("Content-Type", MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    // A compressor would hold events back until it has a block.
                    .putHeader("Content-Encoding", "identity")
                    .putHeader("X-Accel-Buffering", "no")
                    .setChunked(true);
        }
        response.write(Buffer.buffer(text));
    }
}
