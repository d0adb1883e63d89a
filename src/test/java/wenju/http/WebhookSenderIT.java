package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.store.Actor;
import wenju.store.AnswerLog;
import wenju.store.AnswerQueue;
import wenju.store.Database;
import wenju.store.Feedback;
import wenju.store.HeldMessages;
import wenju.store.LoggedAnswer;
import wenju.store.NoticeStore;
import wenju.store.Outbox;
import wenju.store.SharedDatabase;
import wenju.store.StoreException;

/** From a change in the store to a receiver on a real port, which checks every signature with the official library. */
@ExtendWith({VertxExtension.class, SharedDatabase.class})
class WebhookSenderIT {
    private static final String GAZETTE = "示例市公报.txt";
    private static final List<Duration> SOON = List.of(Duration.ofMillis(20), Duration.ofMillis(40));
    private static final Actor CLERK = new Actor("clerk", "192.0.2.7");
    /** As long as a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What arrived. */
    private record Arrival(String id, String body) {
        JsonObject data() {
            return new JsonObject(body).getJsonObject("data");
        }
    }

    /** Of this test alone: what was erased stays so. */
    private final String conversation = UUID.randomUUID().toString();

    private final String secret = secret();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    /** Answered first, then 204. */
    private final ConcurrentLinkedDeque<Integer> statuses = new ConcurrentLinkedDeque<>();

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<WebhookSender> senders = new ArrayList<>();
    private Vertx vertx;
    private Outbox outbox;
    private Database database;
    private NoticeStore store;
    private Contract contract;
    private String url = "";

    @BeforeEach
    void open(Vertx own, Database shared) {
        vertx = own;
        database = shared;
        outbox = new Outbox(shared);
        store = new NoticeStore(shared, "1");
        contract = await(Contract.load(own));
        HttpServer server =
                await(own.createHttpServer().requestHandler(this::receive).listen(0, "localhost"));
        url = "http://localhost:" + server.actualPort() + "/hook";
        await(outbox.receivers(List.of(url)));
    }

    @AfterEach
    void end() {
        senders.forEach(sender -> await(sender.end()));
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            assertVerified(secret, body.toString(), request);
            arrivals.add(new Arrival(request.getHeader("webhook-id"), body.toString()));
            Integer status = statuses.poll();
            request.response().setStatusCode(status == null ? 204 : status).end();
        });
    }

    private void assertVerified(String key, String body, HttpServerRequest request) {
        try {
            new Webhook(key).verify(body, headers(request));
        } catch (WebhookVerificationException e) {
            arrivals.add(new Arrival("not verified: " + e, body));
        }
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        var headers = new HashMap<String, List<String>>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return headers;
    }

    @Test
    void notice_thatIsAddedChangedOrRestored_isTold() {
        send();
        save(notice("电梯", "第一条 甲。"));
        save(notice("电梯", "第一条 乙。"));
        save(notice("电梯", "第一条 乙。"));
        String id = notice("电梯", "第一条 甲。").id();
        await(store.withdraw(id, "试验", CLERK));
        save(notice("电梯", "第一条 丙。"));
        await(store.restore(id, CLERK));

        awaitArrivals(3);
        assertEquals(
                Set.of("added", "changed", "restored"),
                arrivals.stream().map(one -> one.data().getString("change")).collect(Collectors.toSet()));
        for (Arrival arrival : arrivals) {
            Schemas.assertIs(contract, "NoticePublished", arrival.body());
            assertEquals(id, arrival.data().getString("noticeId"));
            assertEquals("/notices/" + id, arrival.data().getString("url"));
        }
        awaitNothingLeft();
        assertTrue(
                meters.scrape().contains("wenju_webhooks_total{outcome=\"delivered\",type=\"notice.published\"} 3"),
                meters.scrape());
    }

    @Test
    void change_thatIsRolledBack_isNotTold() {
        send();
        Notice twin = notice("电梯", "第一条 甲。");
        assertThrows(StoreException.class, () -> save(twin, notice("坏\0", "第一条 甲。")));
        save(notice("路灯", "第一条 甲。"));

        awaitArrivals(1);
        awaitNothingLeft();
        assertEquals(1, arrivals.size());
        assertEquals("示例市路灯办法", arrivals.getFirst().data().getString("title"));
    }

    @Test
    void receiverThatFails_isTriedAgainWithTheSameIdUntilItTakesIt() {
        statuses.addAll(List.of(500, 302));
        send();
        save(notice("电梯", "第一条 甲。"));

        awaitArrivals(3);
        awaitNothingLeft();
        assertEquals(1, arrivals.stream().map(Arrival::id).distinct().count());
        assertEquals(1, arrivals.stream().map(Arrival::body).distinct().count());
        assertTrue(
                meters.scrape().contains("wenju_webhooks_total{outcome=\"failed\",type=\"notice.published\"} 2"),
                meters.scrape());
    }

    @Test
    void receiverThatFailsForever_isGivenUpAndCounted() throws InterruptedException {
        statuses.addAll(Collections.nCopies(3, 503));
        send();
        save(notice("电梯", "第一条 甲。"));

        awaitArrivals(3);
        awaitMeter("wenju_webhooks_total{outcome=\"dead\",type=\"notice.published\"} 1");
        awaitNothingLeft();
        Thread.sleep(200);
        assertEquals(3, arrivals.size(), "not sent again");
        assertEquals(0, await(outbox.deleteGivenUp(Duration.ofDays(1))));
        assertEquals(1, await(outbox.deleteGivenUp(Duration.ZERO)));
    }

    @Test
    void receiverThatIsGone_isNotTriedAgain() {
        statuses.add(410);
        send();
        save(notice("电梯", "第一条 甲。"));

        awaitMeter("wenju_webhooks_total{outcome=\"dead\",type=\"notice.published\"} 1");
        assertEquals(1, arrivals.size());
    }

    /** What one process has claimed and not finished when it dies, the next one sends. */
    @Test
    void message_outlivesTheProcessThatClaimedIt() {
        save(notice("电梯", "第一条 甲。"));
        List<Outbox.Message> claimed = await(outbox.claim(List.of(url), 10, Duration.ofHours(1)));
        assertEquals(1, claimed.size());
        assertEquals(List.of(), await(outbox.claim(List.of(url), 10, Duration.ofHours(1))), "claimed is claimed");
        await(outbox.postpone(claimed.getFirst(), Duration.ZERO));
        assertEquals(
                1, await(outbox.claim(List.of(url), 10, Duration.ofMillis(300))).size());

        send();

        awaitArrivals(1);
        assertEquals(claimed.getFirst().id().toString(), arrivals.getFirst().id());
        awaitNothingLeft();
    }

    @Test
    void message_waitsWhileNobodySends() {
        save(notice("电梯", "第一条 甲。"));
        WebhookSender before = send();
        awaitArrivals(1);
        await(before.end());
        save(notice("路灯", "第一条 甲。"));
        assertEquals(1, arrivals.size());

        send();

        awaitArrivals(2);
    }

    /** Otherwise nobody would send it for as long as the lease holds. */
    @Test
    void message_claimedWhileTheSenderEnds_isStillSent() throws InterruptedException {
        save(notice("电梯", "第一条 甲。"));
        Future<Void> ended;
        try (var held = new HeldMessages(database)) {
            WebhookSender sender = send();
            held.awaitAsker();
            ended = sender.end();
        }

        await(ended);
        assertEquals(1, arrivals.size());
        awaitNothingLeft();
    }

    @Test
    void sendersOnSeveralNodes_sendEachMessageOnce() throws InterruptedException {
        save(IntStream.range(0, 200)
                .mapToObj(i -> notice("第" + i + "号", "第一条 甲。"))
                .toArray(Notice[]::new));
        send();
        send();
        send();

        awaitArrivals(200);
        awaitNothingLeft();
        Thread.sleep(200);
        assertEquals(200, arrivals.size());
        assertEquals(200, new HashSet<>(arrivals.stream().map(Arrival::id).toList()).size());
    }

    @Test
    void severalSecrets_allSign() {
        String other = secret();
        var verified = new CopyOnWriteArrayList<Boolean>();
        HttpServer changing = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    for (String key : List.of(secret, other, secret())) {
                        try {
                            new Webhook(key).verify(body.toString(), headers(request));
                            verified.add(true);
                        } catch (WebhookVerificationException e) {
                            verified.add(false);
                        }
                    }
                    request.response().end();
                }))
                .listen(0, "localhost"));
        url = "http://localhost:" + changing.actualPort() + "/";
        await(outbox.receivers(List.of(url)));
        save(notice("电梯", "第一条 甲。"));

        send(secret, other);

        awaitNothingLeft();
        assertEquals(List.of(true, true, false), verified);
    }

    @Test
    void expiry_isToldOnceWhicheverDayItIsNoticed() {
        send();
        LocalDate last = LocalDate.of(2026, 11, 20);
        save(ending("路灯", last), ending("电梯", last.plusDays(2)), ending("旧的", last.minusDays(9)));
        awaitArrivals(3);
        arrivals.clear();

        assertEquals(0, await(store.tellExpired(last.minusDays(1))), "the first look tells nothing");
        assertEquals(0, await(store.tellExpired(last)));
        assertEquals(1, await(store.tellExpired(last.plusDays(1))));
        assertEquals(0, await(store.tellExpired(last.plusDays(1))), "another node looks");
        assertEquals(1, await(store.tellExpired(last.plusDays(30))), "nobody looked for a month");

        awaitArrivals(2);
        JsonObject first = arrivals.stream()
                .map(arrival -> Schemas.assertIs(contract, "NoticeExpired", arrival.body())
                        .getJsonObject("data"))
                .filter(data -> data.getString("title").equals("示例市路灯办法"))
                .findFirst()
                .orElseThrow();
        assertEquals("2026-11-21", first.getString("since"));
        assertEquals("有效期至2026-11-20", first.getString("reason"));
    }

    @Test
    void feedbackThatSaysMissed_isToldWithoutPersonalData() {
        send();
        var answers = new AnswerLog(database, Map.of());
        UUID answered = answer(answers, "我是13800138000，电梯多久检验一次", "answered");
        UUID unanswered = answer(answers, "充电桩怎么申请", "unanswered");

        await(answers.put(answered, new Feedback(null, true, null, "")));
        await(answers.put(answered, new Feedback(null, false, "outdated", "")));
        await(answers.put(unanswered, new Feedback(null, true, null, "")));
        await(answers.put(answered, new Feedback(null, false, "missed", "我的电话13800138000")));
        await(answers.put(unanswered, new Feedback(null, false, null, "")));

        awaitArrivals(2);
        awaitNothingLeft();
        assertEquals(2, arrivals.size());
        arrivals.forEach(arrival -> Schemas.assertIs(contract, "GapReported", arrival.body()));
        assertEquals(
                Set.of(answered.toString(), unanswered.toString()),
                arrivals.stream()
                        .map(arrival -> arrival.data().getString("answerId"))
                        .collect(Collectors.toSet()));
        assertFalse(arrivals.toString().contains("13800138000"), arrivals.toString());
    }

    @Test
    void erasingAConversation_takesBackWhatWasNotYetTold() {
        var answers = new AnswerLog(database, Map.of());
        UUID asked = answer(answers, "充电桩怎么申请", "unanswered");
        await(answers.put(asked, new Feedback(null, false, "missed", "")));

        await(answers.erase(conversation, CLERK));

        assertEquals(List.of(), await(outbox.claim(List.of(url), 10, Duration.ofMillis(1))));
    }

    @Test
    void receiverThatIsNoLongerConfigured_isToldNothing() {
        save(notice("电梯", "第一条 甲。"));
        await(outbox.receivers(List.of()));
        save(notice("路灯", "第一条 甲。"));
        await(outbox.receivers(List.of(url)));
        send();
        save(notice("井盖", "第一条 甲。"));

        awaitArrivals(1);
        assertEquals("示例市井盖办法", arrivals.getFirst().data().getString("title"));
    }

    private WebhookSender send(String... more) {
        List<WebhookSecret> secrets = (more.length == 0 ? List.of(secret) : List.of(more))
                .stream().map(WebhookSecret::parse).toList();
        var sender =
                new WebhookSender(vertx, outbox, List.of(new WebhookReceiver(URI.create(url), secrets)), SOON, meters);
        senders.add(sender);
        sender.begin();
        return sender;
    }

    private void awaitArrivals(int count) {
        until(() -> arrivals.size() >= count, () -> arrivals.size() + " of " + count + " arrived");
        arrivals.forEach(arrival -> assertFalse(arrival.id().startsWith("not"), arrival.toString()));
    }

    private void awaitNothingLeft() {
        until(() -> await(outbox.waiting()) == 0, () -> "messages are left");
    }

    private void awaitMeter(String line) {
        until(() -> meters.scrape().contains(line), meters::scrape);
    }

    private static void until(BooleanSupplier condition, Supplier<String> complaint) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, complaint);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void save(Notice... notices) {
        byte[] digest = new byte[8];
        ThreadLocalRandom.current().nextBytes(digest);
        await(store.save(GAZETTE, Base64.getEncoder().encodeToString(digest), List.of(notices), Actor.PROGRAM));
    }

    private UUID answer(AnswerLog answers, String question, String outcome) {
        UUID id = UUID.randomUUID();
        var queue = new AnswerQueue(vertx, answers, 9);
        queue.add(new LoggedAnswer(
                id,
                OffsetDateTime.now(ZoneOffset.UTC),
                conversation,
                question,
                List.of(),
                "{}",
                5,
                question,
                outcome,
                List.of(),
                7,
                "t1",
                4));
        await(queue.flush());
        return id;
    }

    private static Notice notice(String what, String text) {
        return notice(what, text, null);
    }

    private static Notice ending(String what, LocalDate last) {
        return notice(what, "第一条 甲。", last);
    }

    private static Notice notice(String what, String text, @Nullable LocalDate last) {
        String title = "示例市" + what + "办法";
        String id = Notice.id(null, "示例市人民政府", title, null);
        var passage =
                new Passage(id + "-0", 0, Passage.Form.CLAUSE, Locator.of("第一条"), List.of(), "", text, new Lines(1, 2));
        return new Notice(
                id,
                null,
                title,
                "示例市人民政府",
                "示例市",
                "办法",
                null,
                null,
                last,
                GAZETTE,
                new Lines(1, 2),
                List.of(),
                List.of(passage));
    }

    private static String secret() {
        byte[] key = new byte[32];
        ThreadLocalRandom.current().nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
