package wenju.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Lets so many questions a minute through from one address, in a token bucket that refills evenly; tells what is left as in
 * draft-ietf-httpapi-ratelimit-headers. Addresses are kept in memory for as long as it takes a bucket to fill again, and
 * nowhere else. Of an IPv6 address the first 64 bits count: the rest is the asker's to choose.
 */
final class AddressLimit implements Handler<RoutingContext> {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Bounds the memory to some tens of megabytes; the one longest unseen is forgotten first. */
    private static final int MAX_ADDRESSES = 100_000;

    private static final int IPV6_PREFIX_BYTES = 8;

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterAccess(WINDOW)
            .build();

    /** @param perMinute at least 1 */
    private AddressLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @param perMinute 0 lets everything through */
    static Handler<RoutingContext> of(int perMinute) {
        return perMinute == 0 ? RoutingContext::next : new AddressLimit(perMinute);
    }

    @Override
    public void handle(RoutingContext ctx) {
        Bucket bucket =
                buckets.get(key(ctx.request().connection().remoteAddress().hostAddress()), address -> full());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        ctx.response()
                .putHeader("RateLimit-Policy", "\"anonymous\";q=%d;w=%d".formatted(perMinute, WINDOW.toSeconds()))
                .putHeader(
                        "RateLimit",
                        "\"anonymous\";r=%d;t=%d"
                                .formatted(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            ctx.next();
        } else {
            ctx.fail(Refusal.later(
                    ProblemType.TOO_MANY_REQUESTS, "提问过于频繁，请在 %d 秒后再试。", seconds(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }

    private static int seconds(long nanos) {
        return Math.toIntExact(
                Math.max(1, Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos())));
    }

    private static String key(String address) {
        InetAddress parsed = InetAddress.ofLiteral(address);
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(parsed.getAddress(), 0, IPV6_PREFIX_BYTES)
                : address;
    }
}
