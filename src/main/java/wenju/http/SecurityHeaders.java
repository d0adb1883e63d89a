package wenju.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On every response, errors included: our own scripts and styles only, none inline, framed by whom the operator allows. */
final class SecurityHeaders implements SecurityPolicyHandler {
    private final String policy;

    SecurityHeaders(Embedding embedding) {
        String framers =
                Stream.concat(Stream.of("'self'"), embedding.frames().stream()).collect(Collectors.joining(" "));
        this.policy = String.join(
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
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        ctx.next();
    }
}
