package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.AssumedTerms;
import wenju.notice.Notice;

/** What somebody at the desk used lately or pinned, and what becomes of it. */
@ExtendWith(SharedDatabase.class)
class KeptClausesIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private NoticeStore notices;
    private KeptClauses kept;
    private String me;
    private String other;

    @BeforeEach
    void open(Database database) {
        notices = new NoticeStore(database, "r1");
        kept = new KeptClauses(database, AssumedTerms.NONE);
        me = account(database, "wang.fang");
        other = account(database, "li.na");
    }

    @Test
    void whatWasUsedLast_comesFirst_andTwentyStay() {
        String notice = save("甲", 25);
        for (int i = 0; i < 25; i++) {
            assertTrue(keep(notice + "-" + i, null));
        }
        keep(notice + "-10", null);
        List<String> ids = ids(me);
        assertEquals(KeptClauses.RECENT, ids.size());
        assertEquals(List.of(notice + "-10", notice + "-24"), ids.subList(0, 2));
        assertEquals(List.of(), ids(other));
    }

    @Test
    void pinned_staysBeforeTheOthers_untilItIsUnpinned() {
        String notice = save("甲", 25);
        keep(notice + "-3", true);
        IntStream.range(4, 25).forEach(i -> keep(notice + "-" + i, null));
        assertEquals(notice + "-3", ids(me).getFirst());
        assertEquals(KeptClauses.RECENT + 1, ids(me).size());
        keep(notice + "-3", null);
        assertTrue(await(kept.list(me)).getFirst().pinned());
        keep(notice + "-3", false);
        assertEquals(KeptClauses.RECENT, ids(me).size());
        await(kept.drop(me, notice + "-3"));
        assertFalse(ids(me).contains(notice + "-3"));
    }

    @Test
    void nobodyPinsMoreThanTheyCanLookThrough() {
        String notice = save("甲", 60);
        for (int i = 0; i < KeptClauses.PINNED; i++) {
            keep(notice + "-" + i, true);
        }
        assertThrows(KeptClauses.TooManyException.class, () -> keep(notice + "-55", true));
        assertEquals(KeptClauses.PINNED, ids(me).size());
    }

    @Test
    void whatBecameOfIt_isTold() {
        String notice = save("甲", 2);
        keep(notice + "-1", true);
        assertEquals(Optional.empty(), change());
        save("乙", 2);
        assertEquals(Optional.of(KeptClause.Change.CHANGED), change());
        keep(notice + "-1", null);
        assertEquals(Optional.empty(), change());
        save("乙", 1);
        assertEquals(Optional.of(KeptClause.Change.GONE), change());
        assertFalse(keep(notice + "-1", null));
        save("乙", 2);
        assertEquals(Optional.empty(), change());
        await(notices.withdraw(notice, "错登", Actor.PROGRAM));
        assertEquals(Optional.of(KeptClause.Change.GONE), change());
    }

    @Test
    void end_isTold() {
        String notice = save("甲", 2);
        keep(notice + "-1", true);
        KeptClause clause = await(kept.list(me)).getFirst();
        LocalDate last = LocalDate.of(2027, 12, 31);
        assertEquals(Optional.empty(), clause.change(last));
        assertEquals(Optional.of(KeptClause.Change.ENDED), clause.change(last.plusDays(1)));
    }

    private static String account(Database database, String name) {
        SessionToken token = DeskAccounts.signIn(database, name, Role.STAFF);
        return await(database.pool()
                .preparedQuery("SELECT account_id FROM session WHERE digest = $1")
                .execute(Tuple.of(token.digest()))
                .map(rows -> rows.iterator().next().getString(0)));
    }

    private Optional<KeptClause.Change> change() {
        return await(kept.list(me)).getFirst().change(TODAY);
    }

    private boolean keep(String passageId, @Nullable Boolean pinned) {
        return await(kept.keep(me, passageId, pinned, TODAY));
    }

    private List<String> ids(String account) {
        return await(kept.list(account)).stream().map(KeptClause::passageId).toList();
    }

    private String save(String word, int passages) {
        String[] texts =
                IntStream.range(0, passages).mapToObj(i -> "第" + i + "条" + word).toArray(String[]::new);
        Notice notice = SampleNotice.titled("示例市电梯办法")
                .inForce("2021-06-01", "2027-12-31")
                .text(texts)
                .notice();
        await(notices.save(notice.gazette(), word + passages, List.of(notice), Actor.PROGRAM));
        return notice.id();
    }
}
