package wenju;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import wenju.http.Imports;
import wenju.store.Database;
import wenju.store.ImportLog;
import wenju.store.NoticeStore;

/** Imports as a node does them, for tests of other packages. */
public final class NodeImports {
    private NodeImports() {}

    /** @param catchUp makes what was stored searchable */
    public static Imports over(Vertx vertx, Database database, NoticeStore store, Supplier<Future<Void>> catchUp) {
        return new ImportJobs(
                vertx.createSharedWorkerExecutor("imports-of-a-test", 1), store, new ImportLog(database), catchUp);
    }
}
