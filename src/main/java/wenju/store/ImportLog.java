package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Imports that came over HTTP, in PostgreSQL: any node tells how one goes, and what it found outlives the node. Kept for at
 * least {@link #KEPT} after the end. Safe for use by several threads; a database that is away is a failed future.
 */
public final class ImportLog {
    /** How long a job may be silent before it counts as interrupted. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    public static final Duration KEPT = Duration.ofDays(1);

    /**
     * Whose job it is: an API key's, or an account's of the desk. The other is null.
     */
    public record Owner(@Nullable String keyId, @Nullable String accountId) {
        public static Owner key(String id) {
            return new Owner(id, null);
        }

        public static Owner account(String id) {
            return new Owner(null, id);
        }
    }

    /**
     * What somebody wants imported.
     *
     * @param idempotencyKey of the client's choice; null for none
     * @param digest of everything that matters of the order
     * @param files names, in order
     * @param preview what the owner looked at before; null when nothing has to be
     */
    public record Order(
            Owner owner,
            @Nullable String idempotencyKey,
            String digest,
            boolean dryRun,
            List<String> files,
            @Nullable Preview preview) {
        public Order {
            files = List.copyOf(files);
        }
    }

    /**
     * A dry run that must have gone before.
     *
     * @param jobId of the dry run
     * @param digest that the order of it must have had
     */
    public record Preview(UUID jobId, String digest) {}

    /**
     * A job as it stands.
     *
     * @param reports JSON array, one object for each file that is done
     * @param finishedAt null while it runs, and when it was interrupted
     * @param interrupted whether it ended before its end, with its node
     */
    public record Job(
            UUID id,
            boolean dryRun,
            List<String> files,
            String reports,
            Instant startedAt,
            @Nullable Instant finishedAt,
            boolean interrupted) {
        public Job {
            files = List.copyOf(files);
        }
    }

    /** What became of an order. */
    public sealed interface Beginning {
        /** A new job, which whoever ordered it now does. */
        record Begun(Job job) implements Beginning {}

        /** The same order has been accepted before under its key. */
        record Known(Job job) implements Beginning {}

        /** Another order has been accepted under its key. */
        record Reused() implements Beginning {}

        /** A job that runs imports a file of the same name. */
        record Busy(UUID jobId) implements Beginning {}

        /** The preview is not there any more, not over, somebody else's or of other files. */
        record Unseen() implements Beginning {}

        /** Since the preview a file of the same name was imported. */
        record Overtaken() implements Beginning {}
    }

    private final Pool pool;

    public ImportLog(Database database) {
        this.pool = database.pool();
    }

    /**
     * Accepts an order, or says why not. Of orders that come at once to several nodes, one after the other is looked at. The
     * key of a job that was interrupted may be used again.
     */
    public Future<Beginning> begin(Order order) {
        return pool.withTransaction(connection -> connection
                .query(Sql.LOCK_IMPORT_JOBS)
                .execute()
                .compose(locked ->
                        connection.preparedQuery(Sql.DELETE_OLD_IMPORT_JOBS).execute(Tuple.of(seconds(KEPT))))
                .compose(deleted -> known(connection, order))
                .compose(known -> known.isPresent()
                        ? Future.succeededFuture(known.get())
                        : busy(connection, order)
                                .compose(busy ->
                                        busy.isPresent() ? Future.succeededFuture(busy) : unseen(connection, order))
                                .compose(refused -> refused.isPresent()
                                        ? Future.succeededFuture(refused.get())
                                        : begun(connection, order))));
    }

    /** The job as it stands now; empty when there is none of this id. */
    public Future<Optional<Job>> find(UUID id) {
        return pool.preparedQuery(Sql.IMPORT_JOB)
                .execute(Tuple.of(seconds(LONGEST_SILENCE), id))
                .map(ImportLog::first);
    }

    /**
     * Says how far a job is, and that it still runs.
     *
     * @param reports JSON array with everything there is so far
     * @param finished whether it is over
     */
    public Future<Void> write(UUID id, String reports, boolean finished) {
        return pool.preparedQuery(Sql.WRITE_IMPORT_JOB)
                .execute(Tuple.of(id, new JsonArray(reports), finished))
                .mapEmpty();
    }

    private static Future<Optional<Beginning>> known(SqlConnection connection, Order order) {
        if (order.idempotencyKey() == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return connection
                .preparedQuery(Sql.IMPORT_JOB_OF_KEY)
                .execute(Tuple.of(
                        seconds(LONGEST_SILENCE),
                        order.owner().keyId(),
                        order.owner().accountId(),
                        order.idempotencyKey()))
                .compose(rows -> {
                    Optional<Job> job = first(rows);
                    if (job.isEmpty()) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    if (!rows.iterator().next().getString("digest").equals(order.digest())) {
                        return Future.succeededFuture(Optional.of(new Beginning.Reused()));
                    }
                    return job.get().interrupted()
                            ? connection
                                    .preparedQuery(Sql.FREE_IDEMPOTENCY_KEY)
                                    .execute(Tuple.of(job.get().id()))
                                    .map(freed -> Optional.empty())
                            : Future.succeededFuture(Optional.of(new Beginning.Known(job.get())));
                });
    }

    private static Future<Optional<Beginning>> busy(SqlConnection connection, Order order) {
        return connection
                .preparedQuery(Sql.BUSY_IMPORT_JOB)
                .execute(Tuple.of(seconds(LONGEST_SILENCE))
                        .addArrayOfString(order.files().toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .<Beginning>map(row -> new Beginning.Busy(row.getUUID("id")))
                        .findFirst());
    }

    /** Why an order is not what was looked at; empty when it is, or nothing had to be. */
    private static Future<Optional<Beginning>> unseen(SqlConnection connection, Order order) {
        Preview preview = order.preview();
        if (preview == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return connection
                .preparedQuery(Sql.PREVIEW)
                .execute(Tuple.of(
                        preview.jobId(), order.owner().keyId(), order.owner().accountId(), preview.digest()))
                .map(rows -> rows.size() == 0
                        ? Optional.of(new Beginning.Unseen())
                        : rows.iterator().next().getBoolean("overtaken")
                                ? Optional.of(new Beginning.Overtaken())
                                : Optional.empty());
    }

    private static Future<Beginning> begun(SqlConnection connection, Order order) {
        return connection
                .preparedQuery(Sql.PUT_IMPORT_JOB)
                .execute(Tuple.from(Arrays.asList(
                        UUID.randomUUID(),
                        order.owner().keyId(),
                        order.owner().accountId(),
                        order.idempotencyKey(),
                        order.digest(),
                        order.dryRun(),
                        order.files().toArray(String[]::new))))
                .map(rows -> new Beginning.Begun(first(rows).orElseThrow()));
    }

    /** Times are told by the database's clock alone: nodes may differ. */
    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Optional<Job> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Job(
                        row.getUUID("id"),
                        row.getBoolean("dry_run"),
                        List.of(row.getArrayOfStrings("files")),
                        row.getJsonArray("reports").encode(),
                        row.getOffsetDateTime("started_at").toInstant(),
                        instant(row.getOffsetDateTime("finished_at")),
                        row.getBoolean("interrupted")))
                .findFirst();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
