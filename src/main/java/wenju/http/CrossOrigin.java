package wenju.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.Set;

/**
 * Lets scripts of the configured sites read our answers (CORS, <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch
 * §3.2</a>). No credentials: the API knows none that a browser sends by itself. Other sites get no header, and their browsers
 * keep the answer from them; refusing them here would also refuse our own pages, whose POST names an origin too.
 */
final class CrossOrigin implements SecurityPolicyHandler {
    private static final String A_DAY = "86400";

    /** What a script may send besides what every page may. */
    private static final String SENT = String.join(
            ", ",
            "Content-Type",
            "Authorization",
            AnsweringSwitch.HEADER,
            "Accept",
            "If-None-Match",
            "Idempotency-Key",
            Quota.END_USER,
            "MCP-Protocol-Version",
            "Mcp-Method",
            "Mcp-Name");

    /** What a script may read besides what every page may. */
    private static final String READ = String.join(
            ", ", "Retry-After", "RateLimit", "RateLimit-Policy", "ETag", "Location", "Deprecation", "Sunset");

    private final Set<String> origins;

    CrossOrigin(Embedding embedding) {
        this.origins = Set.copyOf(embedding.origins());
    }

    @Override
    public void handle(RoutingContext ctx) {
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        if (!origins.isEmpty()) {
            ctx.response().putHeader(HttpHeaders.VARY, "Origin");
        }
        if (origin == null || !origins.contains(origin)) {
            ctx.next();
            return;
        }
        ctx.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READ);
        if (isPreflight(ctx)) {
            ctx.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY)
                    .setStatusCode(204)
                    .end();
        } else {
            ctx.next();
        }
    }

    private static boolean isPreflight(RoutingContext ctx) {
        return ctx.request().method().equals(HttpMethod.OPTIONS)
                && ctx.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
