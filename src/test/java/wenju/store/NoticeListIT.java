package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static wenju.store.SampleNotice.titled;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.Notice;
import wenju.notice.Standing;
import wenju.notice.Validity;

@ExtendWith(SharedDatabase.class)
class NoticeListIT {
    private static final String GAZETTE = "示例市公报2021-1.txt";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private NoticeStore store;

    @BeforeEach
    void open(Database database) {
        store = new NoticeStore(database, "1");
    }

    @Test
    void list_isNewestFirstAndUndatedLast() {
        save(
                titled("甲办法").issued("2019-12-31").notice(),
                titled("乙办法").issued(null).notice(),
                titled("丙办法").issued("2021-05-01").notice());

        assertEquals(List.of("丙办法", "甲办法", "乙办法"), titles(all(filter(null, null, 10))));
    }

    @Test
    void readAll_handsOutEveryNoticeInSightWithItsText_someAtATime() {
        LocalDate first = LocalDate.of(2000, 1, 1);
        Notice[] notices = IntStream.range(0, 405)
                .mapToObj(i ->
                        titled("办法" + i).issued(first.plusDays(i).toString()).notice())
                .toArray(Notice[]::new);
        save(notices);
        await(store.withdraw(notices[404].id(), "试", Actor.PROGRAM));
        var sizes = new ArrayList<Integer>();
        var read = new ArrayList<StoredNotice>();
        await(store.readAll(some -> {
            sizes.add(some.size());
            read.addAll(some);
            return Future.succeededFuture();
        }));
        assertEquals(List.of(200, 200, 4), sizes);
        assertEquals(
                IntStream.rangeClosed(1, 404).mapToObj(i -> "办法" + (404 - i)).toList(),
                read.stream().map(stored -> stored.notice().title()).toList());
        assertEquals(notices[0], read.getLast().notice());
    }

    @Test
    void readAll_failsWithItsTaker() {
        save(titled("甲办法").notice());
        Future<Void> read = store.readAll(some -> Future.failedFuture(new IllegalStateException("full")));
        assertEquals(
                "full",
                assertThrows(IllegalStateException.class, () -> await(read)).getMessage());
    }

    @Test
    void list_tellsWhatANoticeIsWithoutItsText() {
        Notice notice = titled("示例市电梯管理办法")
                .numbered("示例市人民政府令第7号")
                .inForce("2021-07-01", "2026-06-30")
                .notice();
        save(notice);

        NoticeSummary summary = all(filter(null, null, 1)).getFirst();

        assertEquals(
                new NoticeSummary(
                        notice.id(),
                        notice.number(),
                        notice.title(),
                        notice.issuer(),
                        notice.jurisdiction(),
                        notice.kind(),
                        notice.issuedOn(),
                        GAZETTE,
                        new Standing(notice.effectiveOn(), notice.expiresOn(), List.of())),
                summary);
    }

    @Test
    void list_filtersByIssuerAndYear() {
        save(
                titled("甲办法").issued("2020-01-01").notice(),
                titled("乙办法").issued("2020-12-31").by("示例市教育局").notice(),
                titled("丙办法").issued("2021-01-01").notice());

        assertEquals(List.of("乙办法", "甲办法"), titles(all(filter(2020, null, 10))));
        var byIssuer = new NoticeFilter("示例市教育局", "通知", null, null, null, 10, null);
        assertEquals(List.of("乙办法"), titles(all(byIssuer)));
        assertEquals(List.of(), all(new NoticeFilter(null, "令", null, null, null, 10, null)));
    }

    @Test
    void list_filtersByStatusOnTheDay() {
        save(
                titled("甲办法").inForce("2020-01-01", null).notice(),
                titled("乙办法").inForce("2020-01-01", "2026-11-19").notice(),
                titled("丙办法").inForce("2020-01-01", "2026-11-20").notice(),
                titled("丁办法").notice());

        assertEquals(List.of("乙办法"), titles(all(filter(null, Validity.Status.EXPIRED, 10))));
        assertEquals(List.of("丁办法"), titles(all(filter(null, Validity.Status.UNKNOWN, 10))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 25})
    void list_pagesMeetEveryNoticeOnce(int limit) {
        Notice[] notices = IntStream.range(0, 25)
                .mapToObj(i -> titled("第" + i + "号办法")
                        .issued(i % 5 == 0 ? null : "2020-01-0" + (1 + i % 3))
                        .inForce(i % 2 == 0 ? "2020-02-01" : null, null)
                        .notice())
                .toArray(Notice[]::new);
        save(notices);

        assertEquals(25, new HashSet<>(titles(all(filter(null, null, limit)))).size());
        assertEquals(25, all(filter(null, null, limit)).size());
        assertEquals(13, all(filter(null, Validity.Status.IN_FORCE, limit)).size());
    }

    @Test
    void list_hasNoNextWhenThePageEndsWithTheLastNotice() {
        save(titled("甲办法").notice(), titled("乙办法").notice());

        assertNull(await(store.list(filter(null, null, 2))).next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2021-05-01", "2021-02-30.abc", "yesterday.abc", "undated.", "2021-05-01.a'b"})
    void list_refusesACursorItNeverGave(String cursor) {
        var filter = new NoticeFilter(null, null, null, null, null, 10, cursor);

        assertThrows(InvalidCursorException.class, () -> store.list(filter));
    }

    @Test
    void filter_namesWhatIsOutOfRange() {
        assertEquals(
                "limit 201 is not in 1 to 200",
                assertThrows(IllegalArgumentException.class, () -> filter(null, null, 201))
                        .getMessage());
        assertEquals(
                "year 0 is not in 1 to 9999",
                assertThrows(IllegalArgumentException.class, () -> filter(0, null, 1))
                        .getMessage());
    }

    private static NoticeFilter filter(@Nullable Integer year, Validity.@Nullable Status status, int limit) {
        return new NoticeFilter(null, null, year, status, TODAY, limit, null);
    }

    /** Every page of the list, one after the other. */
    private List<NoticeSummary> all(NoticeFilter filter) {
        var found = new ArrayList<NoticeSummary>();
        NoticePage page = await(store.list(filter));
        found.addAll(page.notices());
        while (page.next() != null) {
            page = await(store.list(new NoticeFilter(
                    filter.issuer(),
                    filter.kind(),
                    filter.year(),
                    filter.status(),
                    filter.day(),
                    filter.limit(),
                    page.next())));
            found.addAll(page.notices());
        }
        return found;
    }

    private static List<String> titles(List<NoticeSummary> summaries) {
        return summaries.stream().map(NoticeSummary::title).toList();
    }

    private void save(Notice... notices) {
        await(store.save(GAZETTE, "a", List.of(notices), Actor.PROGRAM));
    }
}
