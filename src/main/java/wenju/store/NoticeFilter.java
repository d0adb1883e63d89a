package wenju.store;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.notice.Validity;

/**
 * Which notices to list; null lets everything through.
 *
 * @param issuer the exact issuer
 * @param kind for example {@code 通知}
 * @param year of the printed date, 1 to 9999
 * @param status the state on {@code day}
 * @param day the day that {@code status} is told for; needed with it, ignored without
 * @param limit most rows wanted, 1 to {@value #MAX_LIMIT}
 * @param after cursor ({@link NoticePage#next()}): the list goes on after this one; null starts at the beginning
 */
public record NoticeFilter(
        @Nullable String issuer,
        @Nullable String kind,
        @Nullable Integer year,
        Validity.@Nullable Status status,
        @Nullable LocalDate day,
        int limit,
        @Nullable String after) {
    public static final int MAX_LIMIT = 200;

    private static final int LAST_YEAR = 9999;

    public NoticeFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not in 1 to " + MAX_LIMIT);
        }
        if (year != null && (year < 1 || year > LAST_YEAR)) {
            throw new IllegalArgumentException("year " + year + " is not in 1 to " + LAST_YEAR);
        }
        if (status != null) {
            Objects.requireNonNull(day, "a status is told for a day");
        }
    }
}
