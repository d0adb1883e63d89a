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
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open database: the carried server when no other is configured, the schema of this program, and a pool of connections.
 * Safe for use by several threads.
 */
public final class Database {
    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final DatabaseSettings settings;
    private final Server server;
    private final Pool pool;

    private Database(Vertx vertx, WorkerExecutor worker, DatabaseSettings settings, Server server) {
        this.vertx = vertx;
        this.worker = worker;
        this.settings = settings;
        this.server = server;
        this.pool = pool(vertx, settings, server.uri());
    }

    /**
     * Starts the carried server if none is configured, migrates the schema and connects.
     *
     * @param dataDirectory where the carried server keeps its files; untouched when an outside server is configured
     * @return fails with a {@link StoreException} when the server cannot be started or reached, refuses us, or holds a newer
     *     schema; nothing is left running then
     */
    public static Future<Database> open(Vertx vertx, DatabaseSettings settings, Path dataDirectory) {
        return prepare(vertx, settings, dataDirectory)
                .compose(database -> database.migrate()
                        .map(database)
                        .recover(failure -> database.close().transform(closed -> Future.failedFuture(failure))));
    }

    /**
     * Like {@link #open}, but leaves an outside server alone: nothing may be read or written before {@link #migrate} has
     * succeeded, which may be tried until it does.
     */
    public static Future<Database> prepare(Vertx vertx, DatabaseSettings settings, Path dataDirectory) {
        WorkerExecutor worker = vertx.createSharedWorkerExecutor("wenju-database", 1, 2, TimeUnit.MINUTES);
        return worker.executeBlocking(() -> Server.of(settings, dataDirectory))
                .map(server -> new Database(vertx, worker, settings, server))
                .recover(failure -> worker.close().transform(closed -> Future.failedFuture(failure)));
    }

    /**
     * Brings the schema up to date.
     *
     * @return fails with a {@link StoreException}; {@link StoreException#isAway} tells whether trying again may help
     */
    public Future<Void> migrate() {
        return worker.executeBlocking(() -> {
            Schema.migrate(server.ownerUri(), server.uri().user(), settings.connectTimeout());
            return null;
        });
    }

    /** Closes the connections, then stops the carried server. */
    public Future<Void> close() {
        return pool.close().eventually(this::stopCarried).eventually(worker::close);
    }

    /** Where it is; prints without the password. */
    public DatabaseUri uri() {
        return server.uri();
    }

    /** The same for the role that owns the tables. */
    DatabaseUri ownerUri() {
        return server.ownerUri();
    }

    Pool pool() {
        return pool;
    }

    Vertx vertx() {
        return vertx;
    }

    /**
     * The server we work with.
     *
     * @param carried null when it is an outside one
     * @param uri of the role that works
     * @param ownerUri of the role that migrates
     */
    private record Server(@Nullable CarriedServer carried, DatabaseUri uri, DatabaseUri ownerUri) {
        static Server of(DatabaseSettings settings, Path dataDirectory) {
            DatabaseUri outside = settings.uri();
            if (outside != null) {
                DatabaseUri owner = settings.migrationUri();
                return new Server(null, outside, owner == null ? outside : owner);
            }
            CarriedServer carried = CarriedServer.start(dataDirectory);
            return new Server(carried, carried.uri(), carried.ownerUri());
        }
    }

    private static Pool pool(Vertx vertx, DatabaseSettings settings, DatabaseUri uri) {
        PgConnectOptions options = uri.connectOptions()
                .setCachePreparedStatements(true)
                .addProperty("application_name", "wenju")
                .addProperty("search_path", Schema.NAME)
                .addProperty(
                        "statement_timeout",
                        Long.toString(settings.statementTimeout().toMillis()))
                // A process that froze in the middle of an import must not hold up the others for ever.
                .addProperty(
                        "idle_in_transaction_session_timeout",
                        Long.toString(settings.statementTimeout().toMillis()));
        Duration longestSilence = settings.statementTimeout().plus(settings.connectTimeout());
        return PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(settings.poolSize())
                        .setConnectionTimeout((int) settings.connectTimeout().toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .with(new NetClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        // The server ends a statement before this; longer silence means that it cannot be reached.
                        .setIdleTimeout((int) longestSilence.toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    private Future<Void> stopCarried() {
        return worker.executeBlocking(() -> {
            CarriedServer carried = server.carried();
            if (carried != null) {
                carried.close();
            }
            return null;
        });
    }
}
