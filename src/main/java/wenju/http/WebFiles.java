package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves what lies in {@code web/} on the class path, under the same name. Only names that a file of ours can have are looked
 * for, so there is no way out of the folder. Files are read once and kept; a browser asks again each time and is told that
 * nothing changed.
 */
final class WebFiles implements Handler<RoutingContext> {
    private static final Pattern NAME = Pattern.compile("/(web/(?:[a-z0-9-]+/)*[A-Za-z0-9-]+\\.(?<type>css|js|svg))");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Vertx vertx;
    private final Map<String, WebFile> known = new ConcurrentHashMap<>();

    private record WebFile(Buffer content, String mediaType, String etag) {}

    WebFiles(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void handle(RoutingContext ctx) {
        Matcher name = NAME.matcher(ctx.normalizedPath());
        if (!name.matches()) {
            ctx.fail(404);
            return;
        }
        file(name.group(1), MEDIA_TYPES.get(name.group("type")))
                .onSuccess(file -> send(ctx, file))
                .onFailure(ctx::fail);
    }

    private Future<WebFile> file(String name, String mediaType) {
        WebFile file = known.get(name);
        return file != null
                ? Future.succeededFuture(file)
                : vertx.executeBlocking(() -> read(name, mediaType), false).map(read -> {
                    known.put(name, read);
                    return read;
                });
    }

    private static WebFile read(String name, String mediaType) throws IOException {
        try (InputStream in = WebFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw Refusal.of(ProblemType.NOT_FOUND, "没有这个地址。");
            }
            byte[] content = in.readAllBytes();
            return new WebFile(Buffer.buffer(content), mediaType, etag(content));
        }
    }

    private static String etag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void send(RoutingContext ctx, WebFile file) {
        ctx.response().putHeader("Cache-Control", "no-cache").putHeader("ETag", file.etag());
        if (file.etag().equals(ctx.request().getHeader("If-None-Match"))) {
            ctx.response().setStatusCode(304).end();
        } else {
            Body.send(ctx, file.mediaType(), file.content());
        }
    }
}
