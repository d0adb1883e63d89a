package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code GET /api/v1/suggest?q=…}: what somebody who is typing may mean. A nicety, so it never stands in the way of an answer:
 * it has one thread of its own, and while that has a queue the list is empty.
 */
final class SuggestApi {
    private static final int MAX_WAITING = 16;

    private final Collaborators collaborators;
    private final WorkerExecutor worker;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param suggestions whole questions, best first */
    record SuggestionsJson(List<String> suggestions) {}

    SuggestApi(Vertx vertx, Collaborators collaborators) {
        this.collaborators = collaborators;
        this.worker = vertx.createSharedWorkerExecutor("wenju-suggest", 1);
    }

    /** The query has been validated. */
    void suggest(RoutingContext ctx) {
        complete(ctx.queryParam("q").getFirst().strip())
                .onSuccess(suggestions -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(ctx, new SuggestionsJson(suggestions));
                })
                .onFailure(ctx::fail);
    }

    private Future<List<String>> complete(String typed) {
        if (!collaborators.readiness().get().answers() || waiting.get() >= MAX_WAITING) {
            return Future.succeededFuture(List.of());
        }
        waiting.incrementAndGet();
        return worker.executeBlocking(() -> collaborators.completing().complete(typed), false)
                .eventually(() -> {
                    waiting.decrementAndGet();
                    return Future.succeededFuture();
                });
    }
}
