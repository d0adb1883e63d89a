package wenju.store;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, where trying again may help, from one that refuses, where it will not. */
final class Away {
    private Away() {}

    /**
     * Whether this failure, of either driver, says that the server could not be asked: no connection, a lost one, none free
     * in time, or a server that is starting, stopping or full.
     */
    static boolean tells(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case DatabaseException e -> says(e.getSqlState());
            case SQLException e -> says(e.getSQLState());
            case IOException e -> true;
            case TimeoutException e -> true;
            case VertxException e -> true;
            default -> tells(failure.getCause());
        };
    }

    /** Classes 08 connection, 53 resources and 57P stopping or starting; a failure of the driver itself has no state. */
    private static boolean says(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
