package wenju.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;

/** Reads the body, as large as its address may have it and as long as a slow line takes; no client may hold us longer. */
final class Bodies implements Handler<RoutingContext> {
    /** 64 KiB; the largest question with its history is under 40. */
    static final int MAX_BYTES = 64 * 1024;
    /** 32 MiB: a year of gazettes as text. */
    static final int MAX_UPLOAD_BYTES = 32 * 1024 * 1024;

    static final String UPLOADS = "/api/v1/imports";

    static final String DESK_UPLOADS = DeskRoutes.API + "imports";

    private final Vertx vertx;
    private final Deadlines deadlines;
    private final BodyHandler small = BodyHandler.create(false).setBodyLimit(MAX_BYTES);
    private final BodyHandler uploads;

    Bodies(Vertx vertx, Deadlines deadlines) {
        this.vertx = vertx;
        this.deadlines = deadlines;
        this.uploads = BodyHandler.create(Path.of(System.getProperty("java.io.tmpdir"), "wenju-uploads")
                        .toString())
                .setBodyLimit(MAX_UPLOAD_BYTES)
                .setMergeFormAttributes(false)
                .setDeleteUploadedFilesOnEnd(true);
    }

    @Override
    public void handle(RoutingContext ctx) {
        boolean upload =
                ctx.normalizedPath().equals(UPLOADS) || ctx.normalizedPath().equals(DESK_UPLOADS);
        long timer = vertx.setTimer((upload ? deadlines.upload() : deadlines.body()).toMillis(), elapsed -> {
            if (!ctx.request().isEnded()) {
                ctx.fail(408);
            }
        });
        ctx.addEndHandler(ended -> vertx.cancelTimer(timer));
        (upload ? uploads : small).handle(ctx);
    }
}
