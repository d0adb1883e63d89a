package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.Notice;
import wenju.notice.Relation;

/** What an import replaces is kept, and what staff take out of sight stays out. */
@ExtendWith(SharedDatabase.class)
class NoticeVersionIT {
    private static final String GAZETTE = "示例市公报2021-1.txt";
    private static final Actor CLERK = new Actor("clerk", "192.0.2.7");

    private final Notice first = titled("示例市公园条例")
            .numbered("示例市人民政府令第9号")
            .says(Relation.Kind.CITES, "《示例市绿化条例》", "2021-06-01")
            .notice();
    private final Notice second =
            titled("示例市公园条例").numbered("示例市人民政府令第9号").text("第一条 改了。").notice();
    private final Notice repealing = titled("关于废止公园条例的决定")
            .says(Relation.Kind.REPEALS, "示例市人民政府令第9号", null)
            .notice();

    private NoticeStore store;
    private Database database;

    @BeforeEach
    void open(Database shared) {
        database = shared;
        store = new NoticeStore(shared, "1");
    }

    @Test
    void versions_holdEveryReplacedAndRemovedTextWhole() {
        save(first);
        save(second);
        save(repealing);

        List<NoticeVersion> versions = await(store.versions(first.id()));

        assertEquals(
                List.of(first, second),
                versions.stream().map(NoticeVersion::notice).toList());
        assertEquals(
                List.of("1-2", "2-3"),
                versions.stream().map(v -> v.from() + "-" + v.until()).toList());
        assertFalse(versions.getFirst().replacedAt().isAfter(versions.getLast().replacedAt()));
    }

    @Test
    void versions_areNotMadeByAnImportThatChangesNothing() {
        save(first);
        save(first);

        assertEquals(List.of(), await(store.versions(first.id())));
    }

    @Test
    void textAt_isWhatHeldAtThatRevision() {
        save(first);
        save(second);
        save(repealing);

        assertEquals(Optional.empty(), await(store.textAt(first.id(), 0)));
        assertEquals(Optional.of(first), await(store.textAt(first.id(), 1)));
        assertEquals(Optional.of(second), await(store.textAt(first.id(), 2)));
        assertEquals(Optional.empty(), await(store.textAt(first.id(), 3)));
        assertEquals(Optional.of(repealing), await(store.textAt(repealing.id(), 3)));
    }

    @Test
    void withdraw_takesOutOfSightAndRestoreBringsBack() {
        save(first);
        assertTrue(await(store.withdraw(first.id(), "含个人信息", CLERK)));

        assertEquals(Optional.empty(), await(store.find(first.id())));
        assertEquals(
                List.of(),
                await(store.list(new NoticeFilter(null, null, null, null, null, 10, null)))
                        .notices());
        assertEquals(new Changes(List.of(), List.of(first.id()), 2, false), await(store.changesAfter(1)));
        assertEquals(List.of(first.id()), await(store.changesAfter(0)).removedIds());
        assertFalse(await(store.withdraw(first.id(), "再来一次", CLERK)));

        assertTrue(await(store.restore(first.id(), CLERK)));
        assertEquals(first, await(store.changesAfter(2)).notices().getFirst().notice());
        assertEquals(List.of(), await(store.changesAfter(0)).removedIds());
        assertFalse(await(store.restore(first.id(), CLERK)));
    }

    @Test
    void withdraw_ofAnUnknownNoticeDoesNothing() {
        assertFalse(await(store.withdraw("000000000000", "没有", CLERK)));
        assertEquals(0, await(store.revision()));
    }

    @Test
    void withdraw_undoesWhatTheNoticeDoesToOthers() {
        save(first, repealing);
        assertEquals(1, acts());

        await(store.withdraw(repealing.id(), "误收", CLERK));
        assertEquals(0, acts());
        assertEquals(
                first.id(),
                await(store.changesAfter(1)).notices().getFirst().notice().id());

        await(store.restore(repealing.id(), CLERK));
        assertEquals(1, acts());
        assertEquals(2, await(store.changesAfter(2)).notices().size());
    }

    @Test
    void withdrawal_outlastsImportsThatChangeDropAndBringBackTheNotice() {
        save(first);
        await(store.withdraw(first.id(), "含个人信息", CLERK));
        save(second);
        assertEquals(Optional.empty(), await(store.find(first.id())));
        save();
        save(first);

        assertEquals(Optional.empty(), await(store.find(first.id())));
        assertEquals(List.of(first.id()), await(store.changesAfter(1)).removedIds());
        assertEquals(new Changes(List.of(), List.of(), 5, false), await(store.changesAfter(4)));
        await(store.restore(first.id(), CLERK));
        assertEquals(first, await(store.find(first.id())).orElseThrow().notice());
    }

    @Test
    void audit_tellsWhoDidWhatFromWhereBeforeAndAfter() {
        save(first);
        await(store.withdraw(first.id(), "含个人信息", CLERK));
        await(store.restore(first.id(), CLERK));

        assertEquals(
                List.of(
                        "clerk 192.0.2.7 withdraw null {\"reason\": \"含个人信息\"}",
                        "clerk 192.0.2.7 restore {\"reason\": \"含个人信息\"} null"),
                audited(first.id()).stream()
                        .skip(Math.max(0, audited(first.id()).size() - 2))
                        .toList());
        assertTrue(audited(GAZETTE).getLast().startsWith("clerk 192.0.2.7 import null {\"counts\": \"新增 1 件"));
    }

    private List<String> audited(String subject) {
        var lines = new ArrayList<String>();
        await(database.pool()
                        .preparedQuery("SELECT concat_ws(' ', actor, origin, action, coalesce(before::text, 'null'),"
                                + " coalesce(after::text, 'null')) AS line FROM audit WHERE subject = $1 ORDER BY id")
                        .execute(Tuple.of(subject)))
                .forEach(row -> lines.add(row.getString("line")));
        return lines;
    }

    private int acts() {
        return await(store.find(first.id())).orElseThrow().standing().acts().size();
    }

    private void save(Notice... notices) {
        String digest = Integer.toHexString(List.of(notices).hashCode());
        await(store.save(GAZETTE, digest, List.of(notices), CLERK));
    }
}
