package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** The switch for answering, by channel, in PostgreSQL. Safe for use by several threads. */
public final class ChannelStore {
    private static final String LIST = "SELECT * FROM channel";

    private static final String LOCK = "SELECT * FROM channel WHERE name = $1 FOR UPDATE";

    private static final String CHANGE = """
            UPDATE channel SET answers = $3, notice = $4, version = version + 1
            WHERE name = $1 AND version = $2 RETURNING *""";

    private final Pool pool;

    public ChannelStore(Database database) {
        this.pool = database.pool();
    }

    /** Every channel, in the order of {@link Channel}. */
    public Future<List<ChannelState>> list() {
        return pool.preparedQuery(LIST)
                .execute()
                .map(rows -> states(rows).stream()
                        .sorted((one, other) -> one.channel().compareTo(other.channel()))
                        .toList());
    }

    /**
     * Turns a channel on or off.
     *
     * @param state to be; its version is the one that was seen
     * @param reason for the audit
     * @return the channel as it is now; fails with a {@link StaleException} when somebody else has changed it
     */
    public Future<ChannelState> change(ChannelState state, String reason, Actor actor) {
        String name = state.channel().code();
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(name))
                .map(rows -> states(rows).getFirst())
                .compose(before -> connection
                        .preparedQuery(CHANGE)
                        .execute(Tuple.of(name, state.version(), state.answers(), state.notice()))
                        .map(rows -> states(rows).stream()
                                .findFirst()
                                .orElseThrow(() -> new StaleException("channel " + name)))
                        .compose(after -> Audit.write(
                                        connection,
                                        actor,
                                        Audit.Action.SWITCH,
                                        name,
                                        json(before),
                                        json(after).put("reason", reason))
                                .map(after))));
    }

    private static JsonObject json(ChannelState state) {
        return new JsonObject().put("answers", state.answers()).put("notice", state.notice());
    }

    private static List<ChannelState> states(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ChannelState(
                        Channel.of(row.getString("name")).orElseThrow(),
                        row.getBoolean("answers"),
                        row.getString("notice"),
                        row.getInteger("version")))
                .toList();
    }
}
