package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open database: the carried server when no other is configured, the schema of this program, and a pool of connections.
 * Safe for use by several threads.
 */
public final class Database {
    private final WorkerExecutor worker;
    private final @Nullable CarriedServer carried;
    private final DatabaseUri uri;
    private final Pool pool;

    private Database(WorkerExecutor worker, @Nullable CarriedServer carried, DatabaseUri uri, Pool pool) {
        this.worker = worker;
        this.carried = carried;
        this.uri = uri;
        this.pool = pool;
    }

    /**
     * Starts the carried server if none is configured, migrates the schema and connects.
     *
     * @param dataDirectory where the carried server keeps its files; untouched when an outside server is configured
     * @return fails with a {@link StoreException} when the server cannot be started or reached, refuses us, or holds a newer
     *     schema; nothing is left running then
     */
    public static Future<Database> open(Vertx vertx, DatabaseSettings settings, Path dataDirectory) {
        WorkerExecutor worker = vertx.createSharedWorkerExecutor("wenju-database", 1, 2, TimeUnit.MINUTES);
        return worker.executeBlocking(() -> prepare(settings, dataDirectory))
                .map(prepared ->
                        new Database(worker, prepared.carried(), prepared.uri(), pool(vertx, settings, prepared.uri())))
                .recover(failure -> worker.close().transform(closed -> Future.failedFuture(failure)));
    }

    /** Closes the connections, then stops the carried server. */
    public Future<Void> close() {
        return pool.close().eventually(this::stopCarried).eventually(worker::close);
    }

    /** Where it is; prints without the password. */
    public DatabaseUri uri() {
        return uri;
    }

    Pool pool() {
        return pool;
    }

    private record Prepared(@Nullable CarriedServer carried, DatabaseUri uri) {}

    private static Prepared prepare(DatabaseSettings settings, Path dataDirectory) {
        if (settings.uri() != null) {
            Schema.migrate(settings.uri(), settings.connectTimeout());
            return new Prepared(null, settings.uri());
        }
        CarriedServer carried = CarriedServer.start(dataDirectory);
        try {
            Schema.migrate(carried.uri(), settings.connectTimeout());
            return new Prepared(carried, carried.uri());
        } catch (RuntimeException e) {
            carried.close();
            throw e;
        }
    }

    private static Pool pool(Vertx vertx, DatabaseSettings settings, DatabaseUri uri) {
        PgConnectOptions options = uri.connectOptions()
                .setCachePreparedStatements(true)
                .addProperty("application_name", "wenju")
                .addProperty("search_path", Schema.NAME)
                .addProperty(
                        "statement_timeout",
                        Long.toString(settings.statementTimeout().toMillis()));
        return PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(settings.poolSize())
                        .setConnectionTimeout((int) settings.connectTimeout().toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .with(new NetClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis()))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    private Future<Void> stopCarried() {
        return worker.executeBlocking(() -> {
            if (carried != null) {
                carried.close();
            }
            return null;
        });
    }
}
