package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when the store's revision has moved, whichever process moved it, by a connection of its own that listens. It also
 * tells whenever that connection is made anew, for what happened in between was not heard. A connection can be dead without
 * anybody noticing: whoever must not miss a change asks from time to time as well.
 */
public final class RevisionSignal {
    /** The trigger {@code tell_revision} notifies here. */
    private static final String LISTEN = "LISTEN wenju_revision";

    private static final String APPLICATION = "wenju listen";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(RevisionSignal.class);

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final Runnable moved;
    private @Nullable PgConnection connection;
    private boolean closed;

    private RevisionSignal(Vertx vertx, PgConnectOptions options, Runnable moved) {
        this.vertx = vertx;
        this.options = options;
        this.moved = moved;
    }

    /**
     * Begins to listen, and goes on until {@link #close}; while the database is away it tries again every second.
     *
     * @param moved called on an event loop; must not block
     */
    public static RevisionSignal of(Database database, Runnable moved) {
        PgConnectOptions options = database.uri().connectOptions().addProperty("application_name", APPLICATION);
        var signal = new RevisionSignal(database.vertx(), options, moved);
        signal.connect();
        return signal;
    }

    /** Listens no longer. */
    public synchronized Future<Void> close() {
        closed = true;
        PgConnection open = connection;
        connection = null;
        return open == null ? Future.succeededFuture() : open.close();
    }

    private synchronized void connect() {
        if (!closed) {
            PgConnection.connect(vertx, options).compose(this::listen).onFailure(this::tryLater);
        }
    }

    private Future<Void> listen(PgConnection fresh) {
        synchronized (this) {
            if (closed) {
                return fresh.close();
            }
            connection = fresh;
        }
        // Without one the driver prints to the console.
        fresh.exceptionHandler(failure -> log.debug("the listening connection failed", failure));
        fresh.notificationHandler(notification -> moved.run());
        fresh.closeHandler(lost -> tryLater(new IllegalStateException("the listening connection was closed")));
        return fresh.query(LISTEN).execute().<Void>mapEmpty().onSuccess(listening -> moved.run());
    }

    private synchronized void tryLater(Throwable failure) {
        connection = null;
        if (!closed) {
            log.debug("listening again in {}", PAUSE, failure);
            vertx.setTimer(PAUSE.toMillis(), elapsed -> connect());
        }
    }
}
