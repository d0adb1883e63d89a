package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.store.ImportLog.Beginning;

@ExtendWith(SharedDatabase.class)
class ImportLogIT {
    private static final String REPORT = "[{\"name\":\"a.txt\"}]";

    private Database database;
    private ImportLog log;

    @BeforeEach
    void open(Database shared) {
        database = shared;
        log = new ImportLog(shared);
    }

    @Test
    void job_isToldAsItStands() {
        UUID id = begun(order(null, "d", "a.txt", "b.txt"));
        assertNull(find(id).finishedAt());
        assertEquals(List.of("a.txt", "b.txt"), find(id).files());

        await(log.write(id, REPORT, false));
        assertEquals(new JsonArray(REPORT), new JsonArray(find(id).reports()));
        assertFalse(find(id).interrupted());

        await(log.write(id, REPORT, true));
        assertNotNull(find(id).finishedAt());
        assertEquals(Optional.empty(), await(log.find(UUID.randomUUID())));
    }

    @Test
    void stateThatWasOvertaken_changesNothing() {
        UUID id = begun(order(null, "d", "a.txt"));
        await(log.write(id, REPORT, true));
        await(log.write(id, "[]", false));

        assertEquals(new JsonArray(REPORT), new JsonArray(find(id).reports()));
        assertNotNull(find(id).finishedAt());
    }

    @Test
    void jobThatFellSilent_isInterruptedAndItsKeyAndNamesAreFree() {
        UUID id = begun(order("once", "d", "a.txt"));
        await(log.write(id, REPORT, false));
        silence(id, 31);

        assertTrue(find(id).interrupted());
        assertEquals(new JsonArray(REPORT), new JsonArray(find(id).reports()), "what it had done is told");
        UUID again = begun(order("once", "d", "a.txt"));
        assertNotEquals(id, again);
        assertFalse(find(again).interrupted());
    }

    @Test
    void jobThatIsHeardAgain_wasNotInterrupted() {
        UUID id = begun(order(null, "d", "a.txt"));
        silence(id, 31);
        await(log.write(id, REPORT, false));

        assertFalse(find(id).interrupted());
    }

    @Test
    void idempotencyKey_givesTheSameJobForTheSameOrderOnly() {
        UUID id = begun(order("once", "d", "a.txt"));
        assertEquals(id, known(order("once", "d", "a.txt")), "while it runs");
        await(log.write(id, REPORT, true));
        assertEquals(id, known(order("once", "d", "a.txt")), "when it is over");
        assertInstanceOf(Beginning.Reused.class, await(log.begin(order("once", "other", "b.txt"))));
        assertNotEquals(
                id,
                begun(new ImportLog.Order(ImportLog.Owner.key("k2"), "once", "d", false, List.of("a.txt"), null)),
                "keys of others are others");
    }

    @Test
    void nameThatIsBeingImported_isBusyUntilTheEnd() {
        UUID id = begun(order(null, "d", "a.txt", "b.txt"));
        assertEquals(new Beginning.Busy(id), await(log.begin(order(null, "e", "b.txt", "c.txt"))));
        begun(order(null, "f", "c.txt"));
        await(log.write(id, "[]", true));
        begun(order(null, "e", "b.txt"));
    }

    @Test
    void ordersAtOnce_beginOneJob() {
        List<Future<Beginning>> all = IntStream.range(0, 8)
                .mapToObj(i -> log.begin(order("once", "d", "a.txt")))
                .toList();
        await(Future.all(all));

        assertEquals(1, count(all, Beginning.Begun.class));
        assertEquals(7, count(all, Beginning.Known.class));
    }

    @Test
    void job_isForgottenADayAfterItsEnd() {
        UUID old = begun(order("once", "d", "a.txt"));
        await(log.write(old, REPORT, true));
        await(database.pool()
                .preparedQuery("UPDATE import_job SET finished_at = now() - interval '25 hours' WHERE id = $1")
                .execute(Tuple.of(old)));

        assertNotEquals(old, begun(order("once", "other", "b.txt")));
        assertEquals(Optional.empty(), await(log.find(old)));
    }

    @Test
    void keyOfAnAccount_isNoKeysKey() {
        UUID id = begun(order("once", "d", "a.txt"));
        UUID desk =
                begun(new ImportLog.Order(ImportLog.Owner.account("k1"), "once", "e", false, List.of("b.txt"), null));
        assertNotEquals(id, desk);
        assertEquals(id, known(order("once", "d", "a.txt")));
    }

    private static long count(List<Future<Beginning>> all, Class<? extends Beginning> kind) {
        return all.stream().map(Future::result).filter(kind::isInstance).count();
    }

    private void silence(UUID id, int seconds) {
        await(database.pool()
                .preparedQuery("UPDATE import_job SET heard_at = now() - make_interval(secs => $2) WHERE id = $1")
                .execute(Tuple.of(id, (double) seconds)));
    }

    private ImportLog.Job find(UUID id) {
        return await(log.find(id)).orElseThrow();
    }

    private UUID begun(ImportLog.Order order) {
        return assertInstanceOf(Beginning.Begun.class, await(log.begin(order)))
                .job()
                .id();
    }

    private UUID known(ImportLog.Order order) {
        return assertInstanceOf(Beginning.Known.class, await(log.begin(order)))
                .job()
                .id();
    }

    private static ImportLog.Order order(String key, String digest, String... files) {
        return new ImportLog.Order(ImportLog.Owner.key("k1"), key, digest, false, List.of(files), null);
    }
}
