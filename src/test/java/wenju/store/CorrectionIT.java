package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.DocumentNumber;
import wenju.notice.Ground;
import wenju.notice.Notice;
import wenju.notice.Relation;
import wenju.notice.Standing.Ruling;
import wenju.notice.Validity;
import wenju.notice.Validity.Status;
import wenju.store.NoticeCorrection.Draft;
import wenju.store.NoticeFacts.Field;

/** What an editor corrects by hand counts everywhere, outlasts imports, and can be taken back. */
@ExtendWith(SharedDatabase.class)
class CorrectionIT {
    private static final String GAZETTE = "示例市公报2021-1.txt";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Actor WANG = new Actor("wang", "192.0.2.7");

    private final SampleNotice scanned =
            titled("示例市公园条列").numbered("示政〔2021〕9号").inForce("2021-06-11", null);
    private final Notice parks = scanned.notice();
    private final Notice repealing = titled("关于废止公园条例的决定")
            .inForce("2025-01-01", null)
            .says(Relation.Kind.REPEALS, "示政〔2021〕19号", null)
            .notice();

    private NoticeStore store;
    private Database database;

    @BeforeEach
    void open(Database shared) {
        database = shared;
        store = new NoticeStore(shared, "1");
    }

    @Test
    void correction_countsEverywhere_andWhatWasReadIsKept() {
        save(parks);
        correct(0, Map.of(Field.TITLE, "示例市公园条例", Field.EFFECTIVE_ON, "2021-06-01", Field.EXPIRES_ON, "2026-05-31"));

        Notice found = await(store.find(parks.id())).orElseThrow().notice();
        assertEquals("示例市公园条例", found.title());
        assertEquals(LocalDate.of(2021, 6, 1), found.effectiveOn());
        assertEquals(parks.number(), found.number());
        assertEquals(parks.passages(), found.passages());
        NoticeSummary listed = await(store.list(new NoticeFilter(null, null, null, null, null, 9, null)))
                .notices()
                .getFirst();
        assertEquals("示例市公园条例", listed.title());
        assertEquals(Status.EXPIRED, listed.standing().on(TODAY).status());
        assertEquals(found, await(store.changesAfter(1)).notices().getFirst().notice());

        NoticeDossier dossier = dossier();
        assertEquals(NoticeFacts.of(parks), dossier.read());
        assertEquals(NoticeFacts.of(parks), dossier.stored().read());
        assertEquals("wang", dossier.correction().author());
        assertEquals(1, dossier.version());
        assertEquals(
                List.of(parks),
                dossier.versions().stream().map(NoticeVersion::notice).toList());
        assertEquals(Optional.of(parks), await(store.textAt(parks.id(), 1)));
        assertEquals(Optional.of(found), await(store.textAt(parks.id(), 2)));
        assertEquals("correct_notice wang " + parks.id(), DeskAccounts.lastAudit(database));
    }

    @Test
    void correction_outlastsImports_andWhatWasReadIsRenewed() {
        save(parks);
        correct(0, Map.of(Field.TITLE, "示例市公园条例", Field.EXPIRES_ON, ""));
        save(parks);
        assertEquals(2, await(store.revision()));

        Notice again =
                scanned.inForce("2021-06-01", "2024-12-31").text("第一条 重新扫描。").notice();
        save(again);
        Notice found = await(store.find(parks.id())).orElseThrow().notice();
        assertEquals("示例市公园条例", found.title());
        assertNull(found.expiresOn());
        assertEquals(LocalDate.of(2021, 6, 1), found.effectiveOn());
        assertEquals("第一条 重新扫描。", found.passages().getFirst().text());
        assertEquals(NoticeFacts.of(again), dossier().read());
        assertEquals(1, dossier().version());

        save();
        save(again);
        assertEquals(
                "示例市公园条例", await(store.find(parks.id())).orElseThrow().notice().title());
    }

    @Test
    void correction_goesOverToTheNoticeThatIsReadRightAtLast() {
        SampleNotice unnumbered = titled("示例市公园条列").inForce("2021-06-01", null);
        save(unnumbered.notice());
        var ruling = new Ruling(Status.EXPIRED, null, "任务已经完成", TODAY);
        await(store.correct(
                unnumbered.notice().id(), 0, new Draft(Map.of(Field.TITLE, "示例市公园条例"), ruling, "核对原件"), WANG));
        Notice right = titled("示例市公园条例").inForce("2021-06-01", null).notice();
        save(right);

        assertEquals(Status.EXPIRED, today(right).status());
        assertEquals(1, await(store.dossier(right.id())).orElseThrow().version());
        assertEquals(Optional.empty(), await(store.dossier(unnumbered.notice().id())));

        save(right, parks);
        correct(0, Map.of(Field.NUMBER, "示政〔2021〕19号"));
        Notice renumbered = scanned.numbered("示政〔2021〕19号").notice();
        save(right, parks, renumbered);
        assertEquals(0, await(store.dossier(renumbered.id())).orElseThrow().version());
        assertEquals(1, dossier().version());
    }

    @Test
    void takenBack_theNoticeIsAsItWasReadLast() {
        save(parks);
        correct(0, Map.of(Field.TITLE, "示例市公园条例", Field.EXPIRES_ON, "2022-12-31"));
        Notice again = scanned.inForce("2021-06-01", "2024-12-31").notice();
        save(again);

        NoticeDossier back = await(store.takeBack(parks.id(), 1, WANG)).orElseThrow();
        assertEquals(again, back.stored().notice());
        assertFalse(back.correction().counts());
        assertNull(back.stored().read());
        assertEquals(2, back.version());
        assertEquals("take_back_correction wang " + parks.id(), DeskAccounts.lastAudit(database));
        assertEquals(again, await(store.changesAfter(3)).notices().getFirst().notice());
        assertEquals(2, await(store.takeBack(parks.id(), 2, WANG)).orElseThrow().version());
    }

    @Test
    void secondEditor_isTold_andNothingIsOverwritten() {
        save(parks);
        correct(0, Map.of(Field.TITLE, "示例市公园条例"));
        assertThrows(StaleException.class, () -> correct(0, Map.of(Field.TITLE, "别的")));
        assertThrows(StaleException.class, () -> await(store.takeBack(parks.id(), 0, WANG)));
        await(store.takeBack(parks.id(), 1, WANG));
        assertThrows(StaleException.class, () -> correct(0, Map.of(Field.TITLE, "别的")));
        assertEquals(parks, dossier().stored().notice());
        assertEquals(3, await(store.revision()));
    }

    @Test
    void correctedNumber_isWhatOthersCallTheNotice() {
        save(parks, repealing);
        assertEquals(Status.IN_FORCE, today(parks).status());
        correct(0, Map.of(Field.NUMBER, "示政〔2021〕19号"));

        assertEquals(Status.REPEALED, today(parks).status());
        assertEquals(
                new DocumentNumber("示政〔2021〕19号"), dossier().stored().notice().number());
        await(store.takeBack(parks.id(), 1, WANG));
        assertEquals(Status.IN_FORCE, today(parks).status());
    }

    @Test
    void correctedName_isToldOfThoseItActsUpon() {
        Notice repealed = scanned.numbered("示政〔2021〕19号").notice();
        save(repealed, repealing);
        await(store.correct(
                repealing.id(),
                0,
                new Draft(Map.of(Field.TITLE, "关于废止《示例市公园条例》的决定", Field.EFFECTIVE_ON, "2025-02-01"), null, "核对原件"),
                WANG));

        Changes changes = await(store.changesAfter(1));
        assertEquals(2, changes.notices().size());
        Validity now = today(repealed);
        assertEquals("已被《关于废止《示例市公园条例》的决定》废止", now.reason());
        assertEquals(LocalDate.of(2025, 2, 1), now.since());
    }

    @Test
    void ruling_outweighsWhatTheNoticesSay_untilItIsTakenBack() {
        Notice repealed = scanned.numbered("示政〔2021〕19号").notice();
        save(repealed, repealing);
        var ruling = new Ruling(Status.IN_FORCE, null, "废止的是旧条例", TODAY);
        await(store.correct(repealed.id(), 0, new Draft(Map.of(), ruling, "与市司法局核对"), WANG));

        assertEquals(
                new Validity(
                        Status.IN_FORCE, null, new Ground(Ground.Kind.RULED, "废止的是旧条例", LocalDate.of(2026, 11, 21))),
                today(repealed));
        Changes changes = await(store.changesAfter(1));
        assertEquals(ruling, changes.notices().getFirst().standing().ruling());
        assertEquals(List.of(), await(store.versions(repealed.id())));
        NoticeFilter inForce = new NoticeFilter(null, null, null, Status.IN_FORCE, TODAY, 9, null);
        assertEquals(2, await(store.list(inForce)).notices().size());

        var later = new Ruling(Status.IN_FORCE, null, "废止的是旧条例", TODAY.plusDays(9));
        await(store.correct(repealed.id(), 1, new Draft(Map.of(Field.TITLE, "示例市公园条例"), later, "标题也错了"), WANG));
        assertEquals(
                ruling,
                await(store.dossier(repealed.id())).orElseThrow().correction().ruling());

        await(store.takeBack(repealed.id(), 2, WANG));
        assertEquals(Status.REPEALED, today(repealed).status());
    }

    @Test
    void withdrawnNotice_keepsItsCorrection_andCanBeCorrected() {
        save(parks);
        correct(0, Map.of(Field.TITLE, "示例市公园条例"));
        await(store.withdraw(parks.id(), "含个人信息", WANG));
        assertEquals("含个人信息", dossier().withdrawnFor());
        correct(1, Map.of(Field.TITLE, "示例市城市公园条例"));
        assertEquals(Optional.empty(), await(store.find(parks.id())));
        assertEquals(List.of(parks.id()), await(store.changesAfter(1)).removedIds());

        await(store.restore(parks.id(), WANG));
        assertEquals(
                "示例市城市公园条例",
                await(store.find(parks.id())).orElseThrow().notice().title());
    }

    @Test
    void unknownNotice_isNotCorrected() {
        assertEquals(Optional.empty(), await(store.correct("000000000000", 0, draft(Map.of(Field.TITLE, "有")), WANG)));
        assertEquals(Optional.empty(), await(store.dossier("000000000000")));
        assertEquals(0, await(store.revision()));
    }

    @Test
    void otherSystems_areToldWhatChanged_andWhatIsOverByHand() {
        var outbox = new Outbox(database);
        await(outbox.receivers(List.of("https://receiver.example/")));
        save(parks);
        await(store.tellExpired(TODAY));
        assertEquals(List.of("notice.published added"), told(outbox));

        correct(0, Map.of(Field.EXPIRES_ON, "2024-12-31"));
        assertEquals(List.of("notice.expired null", "notice.published changed"), told(outbox));
        await(store.tellExpired(TODAY.plusDays(1)));
        assertEquals(List.of(), told(outbox));

        await(store.takeBack(parks.id(), 1, WANG));
        assertEquals(List.of("notice.published changed"), told(outbox));
        var ruling = new Ruling(Status.EXPIRED, null, "任务已经完成", TODAY);
        await(store.correct(parks.id(), 2, new Draft(Map.of(), ruling, "来函告知"), WANG));
        assertEquals(List.of("notice.expired null"), told(outbox));

        await(store.takeBack(parks.id(), 3, WANG));
        told(outbox);
        correct(4, Map.of(Field.EXPIRES_ON, TODAY.plusDays(1).toString()));
        assertEquals(List.of("notice.published changed"), told(outbox));
        await(store.tellExpired(TODAY.plusDays(2)));
        assertEquals(List.of("notice.expired null"), told(outbox));
    }

    private List<String> told(Outbox outbox) {
        return await(outbox.claim(List.of("https://receiver.example/"), 100, Duration.ofHours(1))).stream()
                .map(message -> {
                    await(outbox.delivered(message));
                    String change =
                            new JsonObject(message.body()).getJsonObject("data").getString("change");
                    return message.type() + " " + change;
                })
                .sorted()
                .toList();
    }

    private Validity today(Notice notice) {
        return await(store.find(notice.id())).orElseThrow().standing().on(TODAY);
    }

    private NoticeDossier dossier() {
        return await(store.dossier(parks.id())).orElseThrow();
    }

    private void correct(int version, Map<Field, String> fields) {
        await(store.correct(parks.id(), version, draft(fields), WANG));
    }

    private static Draft draft(Map<Field, String> fields) {
        return new Draft(fields, null, "核对原件");
    }

    private void save(Notice... notices) {
        await(store.save(GAZETTE, Integer.toHexString(List.of(notices).hashCode()), List.of(notices), WANG));
    }
}
