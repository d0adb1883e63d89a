package wenju.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wenju.notice.Standing.Act;
import wenju.notice.Standing.Ruling;
import wenju.notice.Validity.Status;

class StandingTest {
    private static final LocalDate SET = LocalDate.of(2026, 11, 21);
    private static final Set<Status> NOT_HOLDING = Set.of(Status.REPEALED, Status.EXPIRED, Status.NOT_YET_EFFECTIVE);

    @Test
    void ruling_outweighsWhatTheNoticesSay_andTellsThatItWasSetByHand() {
        var standing = new Standing(
                LocalDate.of(2020, 1, 1), null, "", List.of(repeal(LocalDate.of(2022, 1, 1))), inForce(null));
        Validity told = standing.on(LocalDate.of(2023, 1, 1));
        assertEquals(Status.IN_FORCE, told.status());
        assertEquals("人工核定（2026-11-21）：废止的是同名的旧规定", told.reason());
        assertEquals(Status.REPEALED, standing.stated(LocalDate.of(2023, 1, 1)).status());
    }

    @Test
    void ruling_holdsFromItsFirstDayOn() {
        var ruling = new Ruling(Status.EXPIRED, LocalDate.of(2024, 5, 1), "任务已经完成", SET);
        var standing = new Standing(LocalDate.of(2020, 1, 1), null, "", List.of(), ruling);
        assertEquals(Status.IN_FORCE, standing.on(LocalDate.of(2024, 4, 30)).status());
        assertEquals(Status.EXPIRED, standing.on(LocalDate.of(2024, 5, 1)).status());
    }

    @Test
    void endThatComesAfterTheRuling_outweighsIt() {
        LocalDate repealed = LocalDate.of(2027, 3, 1);
        var acts = List.of(repeal(LocalDate.of(2022, 1, 1)), repeal(repealed));
        var standing = new Standing(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31), "", acts, inForce(null));
        assertEquals(Status.IN_FORCE, standing.on(LocalDate.of(2026, 12, 31)).status());
        assertEquals(Status.EXPIRED, standing.on(LocalDate.of(2027, 1, 1)).status());
        assertEquals(repealed, standing.on(repealed).since());
    }

    @Test
    void ruling_ofAnEnd_isNotOutweighed() {
        var ruling = new Ruling(Status.REPEALED, LocalDate.of(2024, 5, 1), "市政府另文废止", SET);
        var standing = new Standing(null, LocalDate.of(2026, 12, 31), "", List.of(), ruling);
        assertEquals(Status.REPEALED, standing.on(LocalDate.of(2027, 1, 1)).status());
    }

    @Test
    void ruling_needsAReason_andIsNeverOfTheFuture() {
        assertThrows(IllegalArgumentException.class, () -> new Ruling(Status.IN_FORCE, null, " ", SET));
        assertThrows(IllegalArgumentException.class, () -> new Ruling(Status.NOT_YET_EFFECTIVE, null, "将来", SET));
    }

    /** What an index filters by says the same as what is told of each day. */
    @Test
    void holds_areTheDaysOfTheLastStretchThatIsNotOver() {
        var random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            Standing standing = standing(random);
            Standing.Span holds = standing.holds();
            for (int day = 12; day >= -1; day--) {
                boolean told = !NOT_HOLDING.contains(standing.on(day(day)).status());
                boolean spanned = !day(day).isBefore(holds.first()) && !day(day).isAfter(holds.last());
                if (told != spanned) {
                    // An earlier stretch may be left out, and only one that an end parts from the later.
                    assertTrue(told && day(day).isBefore(holds.first()), standing + " on " + day(day));
                    assertTrue(
                            !standing.on(holds.first().minusDays(1)).status().equals(Status.NOT_YET_EFFECTIVE),
                            standing.toString());
                }
            }
        }
    }

    /** Every day is in one stretch of one state, the state that is told of it. */
    @Test
    void spans_ofAllStates_areTheDaysAsTheyAreTold() {
        var random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            Standing standing = standing(random);
            for (int day = 12; day >= -1; day--) {
                LocalDate on = day(day);
                for (Status status : Status.values()) {
                    long spans = standing.spans(status).stream()
                            .filter(span -> !on.isBefore(span.first()) && !on.isAfter(span.last()))
                            .count();
                    assertEquals(standing.on(on).status() == status ? 1 : 0, spans, standing + " on " + on);
                }
            }
        }
    }

    private static Standing standing(Random random) {
        Status[] statuses = {Status.IN_FORCE, Status.EXPIRED, Status.REPEALED, Status.PARTLY_AMENDED, Status.UNKNOWN};
        Ruling ruling = random.nextInt(5) == 0
                ? null
                : new Ruling(statuses[random.nextInt(statuses.length)], someDay(random), "试", day(random.nextInt(10)));
        List<Act> acts = Stream.generate(
                        () -> new Act(Relation.Kind.values()[random.nextInt(3)], "other", "《另一件》", someDay(random)))
                .limit(random.nextInt(3))
                .toList();
        return new Standing(someDay(random), someDay(random), "", acts, ruling);
    }

    private static @Nullable LocalDate someDay(Random random) {
        return random.nextInt(3) == 0 ? null : day(random.nextInt(10));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2020, 1, 10).plusDays(day);
    }

    private static Ruling inForce(@Nullable LocalDate since) {
        return new Ruling(Status.IN_FORCE, since, "废止的是同名的旧规定", SET);
    }

    private static Act repeal(LocalDate on) {
        return new Act(Relation.Kind.REPEALS, "other", "《另一件》", on);
    }
}
