package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDatabase.class)
class AnswerLogIT {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-20T12:00:00+08:00");

    /** Of this test alone: what was erased stays so. */
    private final String conversation = UUID.randomUUID().toString();

    private Database database;
    private AnswerLog answers;
    private AnswerQueue queue;

    @BeforeEach
    void open(Database shared) {
        database = shared;
        answers = new AnswerLog(shared, Map.of("program", "0.1", "index", "fields 1"));
        queue = new AnswerQueue(shared.vertx(), answers, 50);
    }

    @Test
    void export_holdsAllThatIsKeptOfAConversationWithoutPersonalData() {
        LoggedAnswer first = answer("我是13800138000，电梯多久检验一次", NOON);
        add(first, answer("那业主呢", NOON.plusMinutes(1)));
        await(answers.put(first.id(), new Feedback(null, false, "outdated", "车牌豫A12B45")));

        List<String> exported = await(answers.export(conversation));

        assertEquals(2, exported.size());
        var exchange = new JsonObject(exported.getFirst());
        assertEquals("我是［手机号］，电梯多久检验一次", exchange.getString("question"));
        assertEquals(new JsonArray().add("早先问过［邮箱］"), exchange.getJsonArray("history"));
        assertEquals("郑［电话号码］", exchange.getString("understood_as"));
        assertEquals(
                new JsonArray()
                        .add(new JsonObject()
                                .put("passageId", "3f2a9c41d07b-14")
                                .put("confidence", 0.93)),
                exchange.getJsonArray("excerpts"));
        assertEquals(7, exchange.getInteger("revision"));
        assertEquals("示例市", exchange.getJsonObject("filters").getString("jurisdiction"));
        JsonObject feedback = exchange.getJsonArray("feedback").getJsonObject(0);
        assertEquals("outdated", feedback.getString("reason"));
        assertEquals("车牌［车牌号］", feedback.getString("comment"));
        assertEquals(List.of(), await(answers.export("another-conversation")));
    }

    @Test
    void configuration_isKeptOnceUnderTheDigestThatAnswersName() {
        add(answer("电梯多久检验一次", NOON), answer("那业主呢", NOON));
        String digest = new JsonObject(await(answers.export(conversation)).getFirst()).getString("configuration");

        JsonObject settings = await(database.pool()
                        .preparedQuery("SELECT settings FROM configuration WHERE digest = $1")
                        .execute(Tuple.of(digest)))
                .iterator()
                .next()
                .getJsonObject("settings");

        assertEquals(
                new JsonObject().put("program", "0.1").put("index", "fields 1").put("thesaurus", "t1"), settings);
    }

    @Test
    void configuration_ofAnotherThesaurus_isAnother() {
        add(answer("电梯多久检验一次", NOON), answer("那业主呢", NOON.plusMinutes(1), "t2"));
        List<String> digests = await(answers.export(conversation)).stream()
                .map(exchange -> new JsonObject(exchange).getString("configuration"))
                .toList();
        assertNotEquals(digests.getFirst(), digests.getLast());
    }

    @Test
    void erase_leavesNothingButTheFact() {
        LoggedAnswer asked = answer("电梯多久检验一次", NOON);
        add(asked, answer("那业主呢", NOON));
        await(answers.put(asked.id(), new Feedback(null, true, null, "")));

        assertEquals(2, await(answers.erase(conversation, new Actor("clerk", "192.0.2.7"))));

        assertEquals(List.of(), await(answers.export(conversation)));
        assertEquals(0, count("feedback"));
        assertEquals(0, await(answers.erase(conversation, Actor.PROGRAM)));
    }

    @Test
    void put_ofWhatWasErasedMeanwhile_writesNothing() {
        LoggedAnswer asked = answer("电梯多久检验一次", now());
        LoggedAnswer another = answer("充电桩怎么申请", now(), "t1", UUID.randomUUID().toString());
        await(answers.put(List.of(asked)));
        await(answers.erase(conversation, Actor.PROGRAM));

        await(answers.put(List.of(asked, answer("那业主呢", now().plusMinutes(4)), another)));

        assertEquals(List.of(), await(answers.export(conversation)));
        assertEquals(1, count("answer"));
    }

    @Test
    void put_ofWhatWasAskedSinceTheErasing_isKept() {
        await(answers.erase(conversation, Actor.PROGRAM));

        await(answers.put(List.of(answer("电梯多久检验一次", now().plusMinutes(6)))));

        assertEquals(1, await(answers.export(conversation)).size());
    }

    @Test
    void erase_waitsForWhatIsBeingWritten() throws InterruptedException {
        SqlConnection writing = await(database.pool().getConnection());
        Transaction transaction = await(writing.begin());
        await(answers.put(writing, List.of(answer("电梯多久检验一次", now()))));

        Future<Integer> erasing = answers.erase(conversation, Actor.PROGRAM);
        awaitWaiting(erasing);
        await(transaction.commit());
        await(writing.close());

        assertEquals(1, await(erasing));
        assertEquals(List.of(), await(answers.export(conversation)));
    }

    @Test
    void erase_takesBackWhatFeedbackIsAboutToTell() throws InterruptedException {
        LoggedAnswer asked = answer("电梯多久检验一次", now());
        add(asked);
        await(new Outbox(database).receivers(List.of("https://hotline.example/wenju")));
        Future<Feedback.Fate> giving;
        Future<Integer> erasing;
        try (var held = new HeldMessages(database)) {
            giving = answers.put(asked.id(), new Feedback(null, false, "missed", ""));
            held.awaitAsker();
            erasing = answers.erase(conversation, Actor.PROGRAM);
            awaitWaiting(erasing);
        }

        assertEquals(Feedback.Fate.KEPT, await(giving));
        assertEquals(1, await(erasing));
        assertEquals(0, count("feedback"));
        assertEquals(0, count("webhook_message"));
    }

    /** Until it waits for the answers, as it is to, or has not waited. */
    private void awaitWaiting(Future<?> erasing) throws InterruptedException {
        while (!erasing.isComplete() && count("pg_locks WHERE relation = 'answer'::regclass AND NOT granted") == 0) {
            Thread.sleep(10);
        }
    }

    @Test
    void deleteBefore_takesBackWhatWasNotYetTold() {
        LoggedAnswer old = answer("电梯多久检验一次", NOON.minusDays(181));
        LoggedAnswer recent = answer("那业主呢", NOON);
        add(old, recent);
        await(new Outbox(database).receivers(List.of("https://hotline.example/wenju")));
        List.of(old, recent).forEach(asked -> await(answers.put(asked.id(), new Feedback(null, false, "missed", ""))));

        await(answers.deleteBefore(NOON.minusDays(180)));

        assertEquals(1, count("webhook_message"));
        assertEquals(1, count("webhook_message WHERE subject = '" + recent.id() + "'"));
    }

    @Test
    void deleteBefore_deletesWhatIsOlderAndNothingElse() {
        add(answer("旧的", NOON.minusDays(181)), answer("正好", NOON.minusDays(180)), answer("新的", NOON));

        assertEquals(1, await(answers.deleteBefore(NOON.minusDays(180))));

        assertEquals(2, await(answers.export(conversation)).size());
    }

    @Test
    void feedback_toAnUnknownAnswerIsNotKept() {
        assertEquals(
                Feedback.Fate.UNKNOWN_ANSWER,
                await(answers.put(UUID.randomUUID(), new Feedback(null, true, null, ""))));
    }

    @Test
    void feedback_isKeptWithTheExcerptItIsAboutIfTheAnswerShowedIt() {
        LoggedAnswer asked = answer("电梯多久检验一次", NOON);
        add(asked);

        assertEquals(
                Feedback.Fate.KEPT,
                await(answers.put(asked.id(), new Feedback("3f2a9c41d07b-14", false, "misprinted", ""))));
        assertEquals(
                Feedback.Fate.NOT_SHOWN,
                await(answers.put(asked.id(), new Feedback("3f2a9c41d07b-1", true, null, ""))));

        JsonArray kept = new JsonObject(await(answers.export(conversation)).getFirst()).getJsonArray("feedback");
        assertEquals(1, kept.size());
        assertEquals("3f2a9c41d07b-14", kept.getJsonObject(0).getString("passage_id"));
    }

    @Test
    void add_writesByItselfSoonAfter() throws InterruptedException {
        queue.add(answer("电梯多久检验一次", NOON));

        for (int i = 0; i < 1200 && count("answer") == 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(1, count("answer"));
    }

    @Test
    void add_beyondTheCapacityIsCountedAsDropped() {
        for (int i = 0; i < 60; i++) {
            queue.add(answer("第" + i + "个问题", NOON));
        }
        await(queue.flush());

        assertEquals(50, count("answer"));
        assertEquals(10, queue.dropped());
    }

    @Test
    void flush_losesOnlyTheAnswerThatTheDatabaseRefuses() {
        LoggedAnswer good = answer("电梯多久检验一次", NOON);
        LoggedAnswer refused = new LoggedAnswer(
                UUID.randomUUID(), NOON, "\0", "问", List.of(), "{}", 5, "问", "answered", List.of(), 7, "t1", 4);
        queue.add(good);
        queue.add(refused);
        queue.add(answer("那业主呢", NOON));

        await(queue.flush());

        assertEquals(2, count("answer"));
        assertEquals(1, queue.dropped());
    }

    @Test
    void put_ofWhatIsKeptAlreadyChangesNothing() {
        LoggedAnswer asked = answer("电梯多久检验一次", NOON);
        await(answers.put(List.of(asked)));
        await(answers.put(List.of(asked)));

        assertEquals(1, count("answer"));
    }

    @Test
    void question_withACharacterThatPostgresCannotHoldIsKept() {
        add(answer("电梯\0多久", NOON));

        assertTrue(await(answers.export(conversation)).getFirst().contains("电梯\uFFFD多久"));
    }

    private void add(LoggedAnswer... all) {
        List.of(all).forEach(queue::add);
        await(queue.flush());
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private LoggedAnswer answer(String question, OffsetDateTime givenAt) {
        return answer(question, givenAt, "t1");
    }

    private LoggedAnswer answer(String question, OffsetDateTime givenAt, String thesaurus) {
        return answer(question, givenAt, thesaurus, conversation);
    }

    private static LoggedAnswer answer(String question, OffsetDateTime givenAt, String thesaurus, String conversation) {
        return new LoggedAnswer(
                UUID.randomUUID(),
                givenAt,
                conversation,
                question,
                List.of("早先问过a@b.example"),
                "{\"jurisdiction\": \"示例市\"}",
                5,
                "郑0371-67181234",
                "answered",
                List.of(new LoggedAnswer.Shown("3f2a9c41d07b-14", 0.93)),
                7,
                thesaurus,
                4);
    }

    private int count(String table) {
        return await(database.pool().query("SELECT count(*) FROM " + table).execute())
                .iterator()
                .next()
                .getInteger(0);
    }
}
