package wenju.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.store.AuditEntry;
import wenju.store.AuditLog;

/** {@code GET /api/v1/desk/audit}. */
final class AuditApi {
    private static final int DEFAULT_LIMIT = 50;

    private final Desk desk;
    private final Clock clock;

    AuditApi(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** @param next to go on from; null at the end */
    record AuditPageJson(List<EntryJson> entries, @Nullable Long next) {}

    record EntryJson(
            long id,
            Instant at,
            String actor,
            String origin,
            String action,
            String subject,
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after) {
        static EntryJson of(AuditEntry entry) {
            return new EntryJson(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.origin(),
                    entry.action(),
                    entry.subject(),
                    entry.before(),
                    entry.after());
        }
    }

    /** The query has been validated. */
    void list(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        int limit = query.contains("limit") ? Integer.parseInt(query.get("limit")) : DEFAULT_LIMIT;
        desk.audit()
                .list(filter(query, clock, limit))
                .onSuccess(entries -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(
                            ctx,
                            new AuditPageJson(
                                    entries.stream().map(EntryJson::of).toList(), next(entries, limit)));
                })
                .onFailure(ctx::fail);
    }

    /** What a query asks for; days are those of the clock's zone. */
    static AuditLog.Filter filter(MultiMap query, Clock clock, int limit) {
        String to = value(query, "to");
        String before = value(query, "before");
        return new AuditLog.Filter(
                start(value(query, "from"), 0, clock),
                start(to, 1, clock),
                value(query, "actor"),
                value(query, "action"),
                before == null ? null : Long.valueOf(before),
                limit);
    }

    /** Where the next page begins; null when this was the last. */
    static @Nullable Long next(List<AuditEntry> entries, int limit) {
        return entries.size() < limit ? null : entries.getLast().id();
    }

    private static @Nullable OffsetDateTime start(@Nullable String day, int daysLater, Clock clock) {
        return day == null
                ? null
                : LocalDate.parse(day)
                        .plusDays(daysLater)
                        .atStartOfDay(clock.getZone())
                        .toOffsetDateTime();
    }

    private static @Nullable String value(MultiMap query, String name) {
        String value = query.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
