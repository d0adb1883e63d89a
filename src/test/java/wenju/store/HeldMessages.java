package wenju.store;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;

/** The messages to other systems, kept from everybody until closed: who asks for them waits. */
public final class HeldMessages implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Database database;
    private final SqlConnection connection;
    private final Transaction transaction;

    public HeldMessages(Database database) {
        this.database = database;
        connection = await(database.pool().getConnection());
        transaction = await(connection.begin());
        await(connection
                .query("LOCK TABLE webhook_message IN ACCESS EXCLUSIVE MODE")
                .execute());
    }

    /** Waits until somebody asks for them. */
    public void awaitAsker() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (askers() == 0) {
            assertTrue(System.nanoTime() < deadline, "nobody asks");
            Thread.sleep(10);
        }
    }

    private long askers() {
        return await(database.pool()
                .query("SELECT count(*) AS askers FROM pg_locks"
                        + " WHERE relation = 'webhook_message'::regclass AND NOT granted")
                .execute()
                .map(rows -> rows.iterator().next().getLong("askers")));
    }

    @Override
    public void close() {
        await(transaction.commit());
        await(connection.close());
    }
}
