package wenju.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.store.ApiKey;

/**
 * Gives every request an id and writes one line when it has ended: the route as the message, and as key and value its id,
 * status, outcome, milliseconds, bytes sent and the id of the key it came with. The route is the template, never the address
 * as it was typed, so neither question nor asker can be read from the log.
 */
final class RequestLog implements PlatformHandler {
    private static final Logger LOG = LoggerFactory.getLogger("wenju.requests");
    private static final String ID = "wenju.request.id";
    private static final String OUTCOME = "wenju.request.outcome";

    private final OpenAPIContract contract;
    private final Meters meters;
    private final Spans spans;

    /**
     * What is told of a request that has ended.
     *
     * @param route the template, never the address as it was typed
     * @param outcome in one word
     * @param bytes of the body, as sent
     * @param key id of the key it came with, or {@code none}
     */
    record Line(
            String id, String method, String route, int status, String outcome, long nanos, long bytes, String key) {}

    RequestLog(OpenAPIContract contract, Meters meters, Spans spans) {
        this.contract = contract;
        this.meters = meters;
        this.spans = spans;
    }

    @Override
    public void handle(RoutingContext ctx) {
        long start = System.nanoTime();
        ctx.put(ID, UUID.randomUUID().toString());
        ctx.addEndHandler(ended -> write(line(ctx, System.nanoTime() - start)));
        spans.begin(ctx);
        ctx.next();
    }

    private Line line(RoutingContext ctx, long nanos) {
        ApiKey key = Access.key(ctx);
        return new Line(
                id(ctx),
                ctx.request().method().name(),
                route(ctx),
                ctx.response().getStatusCode(),
                ctx.response().ended() ? outcome(ctx) : "gone",
                nanos,
                ctx.response().bytesWritten(),
                key == null ? "none" : key.id());
    }

    private void write(Line line) {
        meters.request(line.route(), line.outcome(), line.nanos());
        spans.end(line);
        LOG.atInfo()
                .addKeyValue("id", line.id())
                .addKeyValue("status", line.status())
                .addKeyValue("outcome", line.outcome())
                .addKeyValue("millis", line.nanos() / 1_000_000)
                .addKeyValue("bytes", line.bytes())
                .addKeyValue("key", line.key())
                .log(line.route());
    }

    /** The id of the request: in the log, in the answer, in a problem. */
    static String id(RoutingContext ctx) {
        return ctx.get(ID);
    }

    /** Names how the request ended, in one word, for example {@code answered} or a problem's slug. */
    static void outcome(RoutingContext ctx, String outcome) {
        ctx.put(OUTCOME, outcome);
    }

    private static String outcome(RoutingContext ctx) {
        return ctx.<String>get(OUTCOME, String.valueOf(ctx.response().getStatusCode()));
    }

    private String route(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        Path known = contract.findPath(path);
        if (known != null) {
            return ctx.request().method() + " " + known.getName();
        }
        if (path.equals("/")) {
            return "page /";
        }
        if (path.equals("/api") || path.startsWith("/problems/")) {
            return "page /api";
        }
        if (path.equals("/desk") || path.startsWith("/desk/")) {
            return "page /desk";
        }
        if (path.equals(NoticeListPage.PATH)) {
            return "page /notices";
        }
        return path.startsWith("/notices/") ? "page /notices/{id}" : path.startsWith("/web/") ? "web" : "none";
    }
}
