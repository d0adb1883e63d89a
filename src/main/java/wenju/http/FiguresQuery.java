package wenju.http;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.store.Door;
import wenju.store.Figures.Span;

/** Which days' figures an address asks for, typed by hand or not. */
final class FiguresQuery {
    /** Where nobody says from when. */
    static final int USUAL_DAYS = 30;

    private FiguresQuery() {}

    /** The last days up to today. */
    static Span last(int days, Clock clock, @Nullable Door door) {
        LocalDate today = LocalDate.now(clock);
        return new Span(today.minusDays(days - 1L), today, clock.getZone(), door);
    }

    /** @throws Refusal naming what is wrong */
    static Span of(MultiMap query, Clock clock) {
        LocalDate to = day(query, "to", LocalDate.now(clock));
        LocalDate from = day(query, "from", to.minusDays(USUAL_DAYS - 1L));
        if (to.isBefore(from)) {
            throw refused("to", "不能早于 from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= Span.MOST_DAYS) {
            throw refused("from", "前后至多 " + Span.MOST_DAYS + " 天");
        }
        String door = value(query, "door");
        return new Span(
                from,
                to,
                clock.getZone(),
                door == null ? null : Door.of(door).orElseThrow(() -> refused("door", "没有这个入口")));
    }

    /** With the same days and door. */
    static String address(String path, Span span) {
        return path + "?from=" + span.from() + "&to=" + span.to()
                + (span.door() == null ? "" : "&door=" + span.door().code());
    }

    private static LocalDate day(MultiMap query, String name, LocalDate otherwise) {
        String value = value(query, name);
        if (value == null) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw refused(name, "应为日期，形如 2026-11-20");
        }
        throw refused(name, "应为日期，形如 2026-11-20");
    }

    private static @Nullable String value(MultiMap query, String name) {
        String value = query.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Refusal refused(String parameter, String detail) {
        return Refusal.invalid(List.of(FieldError.parameter(parameter, detail)));
    }
}
