package wenju.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets so many questions a minute through from one asker, in token buckets that refill evenly; tells what is left as in
 * draft-ietf-httpapi-ratelimit-headers-11. Askers are kept in memory for as long as it takes a bucket to fill again, and
 * nowhere else.
 */
final class AskerLimit implements Handler<RoutingContext> {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Bounds the memory to some tens of megabytes; the one longest unseen is forgotten first. */
    private static final int MAX_ASKERS = 100_000;

    private final HttpSettings settings;
    private final Cache<Quota, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_ASKERS)
            .expireAfterAccess(WINDOW)
            // Waking another thread costs more than the cache's own book-keeping.
            .executor(Runnable::run)
            .build();

    AskerLimit(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void handle(RoutingContext ctx) {
        List<Quota> quotas = Quota.of(ctx, settings);
        List<Spent> spent = quotas.stream().map(this::spend).toList();
        if (!quotas.isEmpty()) {
            ctx.response()
                    .putHeader("RateLimit-Policy", fields(spent, Spent::policy))
                    .putHeader("RateLimit", fields(spent, Spent::left));
        }
        if (spent.stream().allMatch(Spent::granted)) {
            ctx.next();
            return;
        }
        spent.stream().filter(Spent::granted).forEach(one -> one.bucket.addTokens(1));
        int seconds = spent.stream().mapToInt(Spent::secondsToWait).max().orElseThrow();
        ctx.fail(Refusal.later(ProblemType.TOO_MANY_REQUESTS, "提问过于频繁，请在 %d 秒后再试。", seconds));
    }

    private Spent spend(Quota quota) {
        Bucket bucket = buckets.get(quota, AskerLimit::full);
        return new Spent(quota, bucket, bucket.tryConsumeAndReturnRemaining(1));
    }

    private static Bucket full(Quota quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.perMinute()).refillGreedy(quota.perMinute(), WINDOW))
                .build();
    }

    private static String fields(List<Spent> spent, Function<Spent, String> field) {
        return spent.stream().map(field).collect(Collectors.joining(", "));
    }

    /** What became of one token. */
    private record Spent(Quota quota, Bucket bucket, ConsumptionProbe probe) {
        boolean granted() {
            return probe.isConsumed();
        }

        int secondsToWait() {
            return granted() ? 1 : seconds(probe.getNanosToWaitForRefill());
        }

        String policy() {
            return '"' + quota.policy() + "\";q=" + quota.perMinute() + ";w=" + WINDOW.toSeconds();
        }

        String left() {
            return '"' + quota.policy() + "\";r=" + probe.getRemainingTokens() + ";t="
                    + seconds(probe.getNanosToWaitForReset());
        }

        private static int seconds(long nanos) {
            return Math.toIntExact(
                    Math.max(1, Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos())));
        }
    }
}
