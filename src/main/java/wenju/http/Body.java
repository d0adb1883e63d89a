package wenju.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Ends a response with a body, or for {@code HEAD} with all but the body, which Vert.x does over HTTP/1.1 only. */
final class Body {
    private Body() {}

    static void send(RoutingContext ctx, String mediaType, Buffer body) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        if (ctx.request().method().equals(HttpMethod.HEAD)) {
            ctx.response()
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            ctx.response().end(body);
        }
    }

    static void html(RoutingContext ctx, String page) {
        send(ctx, "text/html; charset=utf-8", Buffer.buffer(page));
    }

    static void json(RoutingContext ctx, Object value) {
        send(ctx, "application/json", Json.write(value));
    }
}
