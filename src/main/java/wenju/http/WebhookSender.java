package wenju.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.store.Outbox;
import wenju.store.Outbox.Message;

/**
 * Sends what is in the {@link Outbox} to the configured receivers, signed as the Standard Webhooks say: {@code webhook-id},
 * {@code webhook-timestamp} (of the attempt) and {@code webhook-signature}. Any 2xx within the deadline is delivery; 410 ends
 * it; anything else, a redirect too, is tried again later and later. At least once, in no promised order; each node takes
 * what no other has taken.
 */
public final class WebhookSender {
    /** Before each further attempt; after the last the message is given up, about three days after the first. */
    public static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
    /** Between two looks into the outbox. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration DEADLINE = Duration.ofSeconds(15);
    /** Longer than an attempt can take. */
    private static final Duration LEASE = DEADLINE.multipliedBy(4);

    private static final Duration GIVEN_UP_KEPT = Duration.ofDays(7);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);
    private static final int AT_ONCE = 20;
    private static final int GONE = 410;

    private final Vertx vertx;
    private final Outbox outbox;
    private final Map<String, WebhookReceiver> receivers;
    private final List<Duration> pauses;
    private final Meters meters;
    private final HttpClient client;
    private final Set<Future<Void>> underWay = ConcurrentHashMap.newKeySet();
    private Future<Void> looking = Future.succeededFuture();
    private long timer;
    private long housekeeping;
    private volatile long waiting;
    private boolean stopped;
    private boolean keepsUp = true;

    /**
     * @param receivers none is fine: then nothing is sent, and nothing is kept to be sent
     * @param pauses see {@link #PAUSES}
     */
    public WebhookSender(
            Vertx vertx,
            Outbox outbox,
            Collection<WebhookReceiver> receivers,
            List<Duration> pauses,
            PrometheusMeterRegistry meters) {
        this.vertx = vertx;
        this.outbox = outbox;
        this.receivers = receivers.stream()
                .collect(Collectors.toMap(receiver -> receiver.url().toString(), Function.identity()));
        this.pauses = List.copyOf(pauses);
        this.meters = new Meters(meters);
        this.meters.webhooksWaiting(() -> waiting);
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) DEADLINE.toMillis())
                        .setIdleTimeout((int) DEADLINE.toSeconds())
                        .setIdleTimeoutUnit(TimeUnit.SECONDS),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    /** Makes the receivers known, so that what happens from now on is kept for them. */
    public Future<Void> announce() {
        return outbox.receivers(receivers.keySet());
    }

    /** Goes on sending until {@link #end}. */
    public synchronized void begin() {
        if (!receivers.isEmpty()) {
            timer = vertx.setTimer(1, elapsed -> look());
            housekeeping = vertx.setPeriodic(HOUSEKEEPING.toMillis(), elapsed -> tidy());
        }
    }

    /** Takes nothing more; completes when what is under way has come to its end. */
    public synchronized Future<Void> end() {
        stopped = true;
        vertx.cancelTimer(timer);
        vertx.cancelTimer(housekeeping);
        // What a look has claimed meanwhile is ours to send: nobody else would for as long as the lease holds.
        return looking.compose(looked -> Future.join(List.copyOf(underWay)))
                .<Void>mapEmpty()
                .otherwiseEmpty()
                .eventually(client::close);
    }

    private void tidy() {
        outbox.deleteGivenUp(GIVEN_UP_KEPT)
                .compose(deleted -> outbox.waiting())
                .onSuccess(count -> waiting = count)
                .onFailure(failure -> log.debug("the outbox was not tidied", failure));
    }

    private synchronized void look() {
        if (stopped) {
            return;
        }
        int room = AT_ONCE - underWay.size();
        Future<List<Message>> claimed =
                room > 0 ? outbox.claim(receivers.keySet(), room, LEASE) : Future.succeededFuture(List.of());
        looking = claimed.onComplete(done -> complain(done.cause()))
                .otherwise(List.of())
                .map(messages -> {
                    messages.forEach(this::deliver);
                    again(room > 0 && messages.size() == room);
                    return null;
                });
    }

    private synchronized void again(boolean more) {
        if (!stopped) {
            timer = vertx.setTimer(more ? 1 : PAUSE.toMillis(), elapsed -> look());
        }
    }

    private void complain(Throwable failure) {
        if (failure != null && keepsUp) {
            log.warn("通知其他系统的消息暂时取不出来，将不断重试：{}", String.valueOf(failure.getMessage()));
        }
        keepsUp = failure == null;
    }

    private void deliver(Message message) {
        Future<Void> attempt = attempt(message)
                .transform(answer -> answer.succeeded() && answer.result() / 100 == 2
                        ? delivered(message)
                        : failed(message, answer.succeeded() ? answer.result() : 0, answer.cause()))
                .onFailure(failure -> log.debug("what became of message {} was not written", message.id(), failure));
        underWay.add(attempt);
        attempt.onComplete(done -> underWay.remove(attempt));
    }

    /** The status; fails when there is none in time. */
    private Future<Integer> attempt(Message message) {
        WebhookReceiver receiver = receivers.get(message.url());
        long now = Instant.now().getEpochSecond();
        String id = message.id().toString();
        String signatures = receiver.secrets().stream()
                .map(secret -> secret.sign(id, now, message.body()))
                .collect(Collectors.joining(" "));
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(message.url())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "wenju-webhook")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader("webhook-signature", signatures);
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(message.body()))
                        .compose(response -> response.end().map(response.statusCode()))
                        .timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()));
    }

    private Future<Void> delivered(Message message) {
        meters.webhook(message.type(), "delivered");
        return outbox.delivered(message);
    }

    private Future<Void> failed(Message message, int status, Throwable failure) {
        String why = failure == null ? "HTTP " + status : String.valueOf(failure);
        String host = receivers.get(message.url()).url().getHost();
        if (status == GONE || message.attempts() > pauses.size()) {
            meters.webhook(message.type(), "dead");
            log.error("消息 {}（{}）送不到 {}，试了 {} 次，不再送：{}", message.id(), message.type(), host, message.attempts(), why);
            return outbox.giveUp(message);
        }
        meters.webhook(message.type(), "failed");
        Duration pause = pauses.get(message.attempts() - 1);
        log.warn("消息 {}（{}）没有送到 {}，{} 秒后再送：{}", message.id(), message.type(), host, pause.toSeconds(), why);
        return outbox.postpone(message, pause);
    }
}
