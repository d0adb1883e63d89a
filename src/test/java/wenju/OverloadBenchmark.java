package wenju;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Whether the permitted keep their latency while somebody asks four times as much as is permitted. Starts the program with a
 * limit, uses up what has been saved, then asks at an even pace, whether answers come or not: first as much as is permitted,
 * then four times that. Prints both, and every header of a refusal that is not as it should be. Run by hand:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=wenju.OverloadBenchmark
 * </pre>
 */
final class OverloadBenchmark {
    private static final int PER_MINUTE = Integer.getInteger("wenju.perMinute", 1_200);
    private static final int SECONDS = Integer.getInteger("wenju.seconds", 30);
    private static final Pattern POLICY = Pattern.compile("\"anonymous\";q=" + PER_MINUTE + ";w=60");
    private static final Pattern LEFT = Pattern.compile("\"anonymous\";r=\\d+;t=\\d+");
    private static final String BODY = "{\"question\": \"电梯维保单位义务是什么\"}";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final HttpRequest request;
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    private OverloadBenchmark(URI base) {
        request = HttpRequest.newBuilder(base.resolve("/api/v1/ask"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(BODY))
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("wenju-overload-");
        try (Node node = Node.start(data, Map.of("WENJU_LIMITS_ANONYMOUS_PER_MINUTE", "" + PER_MINUTE))) {
            var benchmark = new OverloadBenchmark(node.base());
            benchmark.useUp();
            System.out.println("permitted " + PER_MINUTE / 60.0 + " a second, each phase " + SECONDS + " s");
            System.out.println("as permitted:  " + benchmark.ask(PER_MINUTE / 60.0));
            System.out.println("four times it: " + benchmark.ask(4 * PER_MINUTE / 60.0));
            System.out.println("not as they should be: " + benchmark.wrong.size());
            benchmark.wrong.stream().limit(10).forEach(System.out::println);
        }
    }

    /** What became of a phase; latencies in milliseconds. */
    private record Figures(int passed, int refused, int failed, List<Long> passing, List<Long> refusing) {
        @Override
        public String toString() {
            return passed + " passed (p50 " + at(passing, .5) + ", p99 " + at(passing, .99) + " ms), " + refused
                    + " refused (p50 " + at(refusing, .5) + ", p99 " + at(refusing, .99) + " ms), " + failed
                    + " failed";
        }

        private static String at(List<Long> sorted, double share) {
            return sorted.isEmpty() ? "-" : "%.1f".formatted(sorted.get((int) (share * (sorted.size() - 1))) / 1e6);
        }
    }

    /** Until the first refusal: a bucket that is full would let a burst through. */
    private void useUp() throws Exception {
        var refused = new AtomicInteger();
        while (refused.get() == 0) {
            var batch = new CountDownLatch(32);
            for (int i = 0; i < 32; i++) {
                client.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failure) -> {
                    if (response != null && response.statusCode() == 429) {
                        refused.incrementAndGet();
                    }
                    batch.countDown();
                });
            }
            batch.await();
        }
    }

    private Figures ask(double perSecond) throws InterruptedException {
        var passing = new ConcurrentLinkedQueue<Long>();
        var refusing = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        int count = (int) (perSecond * SECONDS);
        var left = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            LockSupport.parkNanos(due - System.nanoTime());
            client.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failure) -> {
                // From when it was due: a sender that falls behind must not hide it.
                long nanos = System.nanoTime() - due;
                if (failure != null) {
                    failed.incrementAndGet();
                } else if (response.statusCode() == 200) {
                    passing.add(nanos);
                } else {
                    refusing.add(nanos);
                    check(response);
                }
                left.countDown();
            });
        }
        left.await();
        return new Figures(
                passing.size(),
                refusing.size(),
                failed.get(),
                passing.stream().sorted().toList(),
                refusing.stream().sorted().toList());
    }

    private void check(HttpResponse<String> response) {
        boolean right = response.statusCode() == 429
                && matches(response, "RateLimit-Policy", POLICY)
                && matches(response, "RateLimit", LEFT)
                && matches(response, "Retry-After", Pattern.compile("[1-9]\\d*"))
                && matches(response, "Content-Type", Pattern.compile("application/problem\\+json"));
        if (!right) {
            wrong.add(response.statusCode() + " " + response.headers().map());
        }
    }

    private static boolean matches(HttpResponse<String> response, String name, Pattern pattern) {
        return response.headers()
                .firstValue(name)
                .filter(value -> pattern.matcher(value).matches())
                .isPresent();
    }
}
