package wenju.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a client may keep, and only says so when it has it already (RFC 9110 §13). The tag is of what is said, not of its
 * bytes, for those differ once compressed: hence weak.
 */
final class Conditional {
    private Conditional() {}

    static void send(RoutingContext ctx, String mediaType, Buffer body) {
        String tag = tag(body);
        ctx.response().putHeader("ETag", tag).putHeader("Cache-Control", "no-cache");
        if (holds(ctx.request().getHeader("If-None-Match"), tag)) {
            ctx.response().setStatusCode(304).end();
        } else {
            Body.send(ctx, mediaType, body);
        }
    }

    private static boolean holds(@Nullable String known, String tag) {
        return known != null
                && (known.strip().equals("*")
                        || Arrays.stream(known.split(","))
                                .map(String::strip)
                                .anyMatch(one -> opaque(one).equals(opaque(tag))));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String tag(Buffer body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
