package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wenju.notice.Validity;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;

class NoticeListPageTest {
    private static final Visitor VISITOR = new Visitor(Words.CHINESE, false);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void onePage_doesNotTurn() {
        String page = page(filter(null, null, null), new NoticePage(List.of(), null));
        assertFalse(page.contains("rel=\"next\""), page);
        assertFalse(page.contains("回到最新的"), page);
        assertTrue(page.contains("没有这样的文件"), page);
    }

    @Test
    void laterPages_areOfTheSameChoice_andLeadBack() {
        String page =
                page(filter(2020, Validity.Status.IN_FORCE, "2020-01-01 x"), new NoticePage(List.of(), "2019-12-31&y"));
        assertTrue(page.contains("href=\"/notices?year=2020&amp;status=inForce&amp;after=2019-12-31%26y\""), page);
        assertTrue(page.contains("<a href=\"/notices?year=2020&amp;status=inForce\">回到最新的</a>"), page);
    }

    @Test
    void whatIsChosen_standsInTheForm() {
        String page = page(filter(2020, Validity.Status.REPEALED, null), new NoticePage(List.of(), null));
        assertTrue(page.contains("value=\"2020\" id=\"year\""), page);
        assertTrue(page.contains("<option value=\"repealed\" selected=\"\">已废止</option>"), page);
        assertEquals(2, page.split(" selected=", -1).length, page);
    }

    private static NoticeFilter filter(
            @Nullable Integer year, Validity.@Nullable Status status, @Nullable String after) {
        return new NoticeFilter(null, null, year, status, TODAY, NoticeListPage.ROWS, after);
    }

    private static String page(NoticeFilter filter, NoticePage found) {
        return NoticeListPage.of(VISITOR, filter, found);
    }
}
