package wenju.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in some days and how it went, as far as answers are still kept.
 *
 * @param span which days
 * @param total of all days
 * @param days every day of the span, oldest first, those without questions too
 * @param notices that answers began with most, most first; at most {@value #MOST}
 * @param asked what was asked most, most first; at most {@value #MOST}
 * @param unanswered of what found no answer, what was asked most, most first; at most {@value #MOST}
 */
public record Figures(
        Span span, Count total, List<Day> days, List<Cited> notices, List<Asked> asked, List<Asked> unanswered) {
    /** Most rows of a list. */
    public static final int MOST = 10;

    /** What fewer asked is nobody's business: questions alike are told when they came from so many conversations. */
    public static final int FEWEST = 3;

    /**
     * Days, and through which door.
     *
     * @param to the last day
     * @param zone whose days are meant
     * @param door null = through all of them, and where it is not known
     */
    public record Span(
            LocalDate from,
            LocalDate to,
            ZoneId zone,
            @Nullable Door door) {
        public static final int MOST_DAYS = 366;

        public Span {
            if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
        }

        OffsetDateTime start() {
            return from.atStartOfDay(zone).toOffsetDateTime();
        }

        /** The first moment that is too late. */
        OffsetDateTime end() {
            return to.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
        }
    }

    /**
     * How many, and how fast.
     *
     * @param useful how often people said of an answer, or of an excerpt, that it was of use
     * @param notUseful how often that it was not
     * @param medianMillis half of the askers waited at most so long; null when nobody asked
     * @param slowMillis 95 in 100 of them did; null when nobody asked
     */
    public record Count(
            long questions,
            long answered,
            long useful,
            long notUseful,
            @Nullable Long medianMillis,
            @Nullable Long slowMillis) {
        static final Count NOTHING = new Count(0, 0, 0, 0, null, null);

        Count judged(long useful, long notUseful) {
            return new Count(questions, answered, useful, notUseful, medianMillis, slowMillis);
        }

        /** 0 to 1; null when nobody asked. */
        public @Nullable Double answeredShare() {
            return share(answered, questions);
        }

        /** Of those who said something, 0 to 1; null when nobody did. */
        public @Nullable Double usefulShare() {
            return share(useful, useful + notUseful);
        }

        private static @Nullable Double share(long part, long whole) {
            return whole == 0 ? null : (double) part / whole;
        }
    }

    public record Day(LocalDate day, Count count) {}

    /**
     * A notice that answers began with.
     *
     * @param number null when it has none
     * @param answers how many of them
     * @param headings in it that they stood under most, at most three
     */
    public record Cited(String id, @Nullable String number, String title, long answers, List<String> headings) {
        public Cited {
            headings = List.copyOf(headings);
        }
    }

    /**
     * Questions alike.
     *
     * @param question one of them, masked
     * @param times how many
     * @param unanswered how many of them found no answer
     */
    public record Asked(String question, long times, long unanswered) {}

    public Figures {
        days = List.copyOf(days);
        notices = List.copyOf(notices);
        asked = List.copyOf(asked);
        unanswered = List.copyOf(unanswered);
    }
}
