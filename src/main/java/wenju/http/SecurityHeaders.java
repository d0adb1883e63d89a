package wenju.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On every response, errors included: our own scripts and styles only, none inline, framed by whom the operator allows. Nobody
 * frames the desk, where a click may publish something.
 */
final class SecurityHeaders implements SecurityPolicyHandler {
    /** Whoever came by TLS comes by TLS for a year; in clear text browsers must not believe it (RFC 6797 §7.2). */
    private static final String STRICT_TRANSPORT = "max-age=31536000";

    private final String policy;
    private final String deskPolicy;

    SecurityHeaders(Embedding embedding) {
        String framers =
                Stream.concat(Stream.of("'self'"), embedding.frames().stream()).collect(Collectors.joining(" "));
        this.policy = policy(framers);
        this.deskPolicy = policy("'none'");
    }

    private static String policy(String framers) {
        return String.join(
                "; ",
                "default-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors " + framers,
                "object-src 'none'");
    }

    @Override
    public void handle(RoutingContext ctx) {
        ctx.response()
                .putHeader("Content-Security-Policy", Desk.isAt(ctx.normalizedPath()) ? deskPolicy : policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (ctx.request().isSSL()) {
            ctx.response().putHeader("Strict-Transport-Security", STRICT_TRANSPORT);
        }
        ctx.next();
    }
}
