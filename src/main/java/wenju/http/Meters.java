package wenju.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What the service counts: requests by route and outcome, the phases of an answer, questions in flight. Every label has few
 * values and none comes from the client.
 */
final class Meters {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry;
    /** As they were met; looking a meter up by its labels would be done several times a request. */
    private final Map<Ended, Timer> requests = new ConcurrentHashMap<>();

    private final Map<String, Timer> phases = new ConcurrentHashMap<>();

    /** How a request ended. */
    private record Ended(String route, String outcome) {}

    Meters(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** A request has ended. @param outcome {@code answered}, a problem's slug, or a status */
    void request(String route, String outcome, long nanos) {
        requests.computeIfAbsent(new Ended(route, outcome), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Ended ended) {
        return Timer.builder("wenju.http.requests")
                .description("requests by route and outcome")
                .tags("route", ended.route(), "outcome", ended.outcome())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** A phase of an answer has ended. @param phase {@code wait} for a thread, then {@code answer} */
    void phase(String phase, long nanos) {
        phases.computeIfAbsent(phase, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String phase) {
        return Timer.builder("wenju.answer.phase")
                .description("time of an answer by phase")
                .tag("phase", phase)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** An attempt to tell another system has ended. @param outcome {@code delivered}, {@code failed} or {@code dead} */
    void webhook(String type, String outcome) {
        Counter.builder("wenju.webhooks")
                .description("attempts to tell other systems by event and outcome")
                .tags("type", type, "outcome", outcome)
                .register(registry)
                .increment();
    }

    /** Messages to other systems that are on their way; slow to count, so it is told and not asked for. */
    void webhooksWaiting(Supplier<Number> count) {
        Gauge.builder("wenju.webhooks.waiting", count)
                .description("messages to other systems that have not arrived")
                .strongReference(true)
                .register(registry);
    }

    void inFlight(Supplier<Number> count) {
        Gauge.builder("wenju.answers.in.flight", count)
                .description("questions being answered or waiting")
                .strongReference(true)
                .register(registry);
    }

    /** Everything, in Prometheus' text format. */
    String print() {
        return registry.scrape();
    }
}
