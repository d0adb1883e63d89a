package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Messages to other systems, on their way. Each is written in the transaction of the change that it tells, so that neither is
 * there without the other, once for each receiver; whoever sends them claims some, and what it claimed is due again after
 * a while unless it says what became of it: every message is delivered at least once. Safe for use by several threads and
 * nodes.
 */
public final class Outbox {
    /**
     * A message to one receiver.
     *
     * @param id of the event
     * @param body as it is to be signed and sent: JSON
     * @param attempts this one included
     */
    public record Message(UUID id, String url, String type, String body, int attempts) {}

    private final Pool pool;

    public Outbox(Database database) {
        this.pool = database.pool();
    }

    /** From now on changes are told to these and no others; what is on its way to others is dropped. */
    public Future<Void> receivers(Collection<String> urls) {
        Tuple all = Tuple.of(urls.toArray(String[]::new));
        return pool.withTransaction(connection -> connection
                .preparedQuery(Sql.DELETE_RECEIVERS)
                .execute(all)
                .compose(deleted -> connection.preparedQuery(Sql.PUT_RECEIVERS).execute(all))
                .mapEmpty());
    }

    /**
     * Takes some that are due, the longest due first.
     *
     * @param urls receivers that the caller can send to
     * @param most how many, at least 1
     * @param lease after which they are due again
     */
    public Future<List<Message>> claim(Collection<String> urls, int most, Duration lease) {
        return pool.preparedQuery(Sql.CLAIM_MESSAGES)
                .execute(Tuple.of(urls.toArray(String[]::new), most, seconds(lease)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Outbox::message)
                        .toList());
    }

    /** How many are on their way, to whomever. */
    public Future<Long> waiting() {
        return pool.preparedQuery(Sql.WAITING_MESSAGES)
                .execute()
                .map(rows -> rows.iterator().next().getLong("waiting"));
    }

    /** It has arrived; nothing of it is kept. */
    public Future<Void> delivered(Message message) {
        return pool.preparedQuery(Sql.DELETE_MESSAGE)
                .execute(Tuple.of(message.id(), message.url()))
                .mapEmpty();
    }

    /** It is to be tried again after a pause. */
    public Future<Void> postpone(Message message, Duration pause) {
        return pool.preparedQuery(Sql.POSTPONE_MESSAGE)
                .execute(Tuple.of(message.id(), message.url(), seconds(pause)))
                .mapEmpty();
    }

    /** It is not tried again, and kept for a while for whoever looks into it. */
    public Future<Void> giveUp(Message message) {
        return pool.preparedQuery(Sql.GIVE_UP_MESSAGE)
                .execute(Tuple.of(message.id(), message.url()))
                .mapEmpty();
    }

    /** Deletes those that were given up so long ago. @return how many */
    public Future<Integer> deleteGivenUp(Duration ago) {
        return pool.preparedQuery(Sql.DELETE_GIVEN_UP_MESSAGES)
                .execute(Tuple.of(seconds(ago)))
                .map(SqlResult::rowCount);
    }

    /** Tells every receiver there is; with none, nothing happens. @param connection in the transaction of the change */
    static Future<Void> add(SqlConnection connection, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Future.succeededFuture();
        }
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        return connection
                .preparedQuery(Sql.PUT_MESSAGE)
                .executeBatch(events.stream()
                        .map(event -> Tuple.of(UUID.randomUUID(), event.type(), event.subject(), body(event, now)))
                        .toList())
                .mapEmpty();
    }

    private static String body(OutboxEvent event, String now) {
        return new JsonObject()
                .put("type", event.type())
                .put("timestamp", now)
                .put("data", event.data())
                .encode();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Message message(Row row) {
        return new Message(
                row.getUUID("id"),
                row.getString("url"),
                row.getString("type"),
                row.getString("body"),
                row.getInteger("attempts"));
    }
}
