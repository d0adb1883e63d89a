package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wenju.notice.Passage;
import wenju.search.Filters;
import wenju.search.Samples;

class StretchTest {
    private static final Sought ABOUT_FUNDS = new Sought(
            Inquiry.of(new Question("资金", List.of(), 5, Filters.NONE), Thesaurus.EMPTY, LocalDate.of(2020, 1, 1)),
            new Weights(Map.of("资", 1.0, "金", 1.0), Map.of("资金", 1.0)));

    private static Samples.Draft draft() {
        return new Samples.Draft("示政〔2020〕1号", "示例市人民政府关于桥梁的通知", "通知", LocalDate.of(2020, 1, 1));
    }

    @Test
    void around_smallSection_isShownWhole() {
        List<Passage> passages = passages(draft().clause("一、目标", "一、 （一）", "（一）甲。")
                .clause("一、目标", "一、 （二）", "（二）乙。")
                .clause("二、保障", "二、 （一）", "（一）丙。"));
        Stretch stretch = around(1, passages, Set.of());
        assertEquals("（一）甲。\n（二）乙。", stretch.text());
        assertEquals(new Excerpt.Highlight(6, 11), stretch.clause());
    }

    @Test
    void around_shownAlready_stopsThere() {
        List<Passage> passages = passages(draft().clause("", "一、 （一）", "（一）甲。")
                .clause("", "一、 （二）", "（二）乙。")
                .clause("", "一、 （三）", "（三）丙。"));
        assertEquals("（二）乙。\n（三）丙。", around(1, passages, Set.of(0)).text());
    }

    @Test
    void around_roomForOneNeighbourOnly_goesOnRatherThanBack() {
        String filler = "工程。".repeat(80);
        List<Passage> passages = passages(draft().clause("", "一、 （一）", "（一）" + filler)
                .clause("", "一、 （二）", "（二）乙。")
                .clause("", "一、 （三）", "（三）" + filler)
                .clause("", "一、 （四）", "（四）" + filler));
        Stretch stretch = around(1, passages, Set.of());
        assertEquals("（二）乙。\n（三）" + filler + "\n（四）" + filler, stretch.text());
    }

    @Test
    void around_leadInElsewhere_standsInFront() {
        String filler = "工程。".repeat(180);
        List<Passage> passages = passages(draft().clause("", "第一条", "第一条 有下列情形的应当报告：")
                .item("", "第一条 （一）", "有下列情形的应当报告：", filler)
                .item("", "第一条 （二）", "有下列情形的应当报告：", "（二）断桥。"));
        Stretch stretch = around(2, passages, Set.of(0, 1));
        assertEquals("有下列情形的应当报告：\n（二）断桥。", stretch.text());
        assertEquals(
                "（二）断桥。",
                stretch.text()
                        .substring(stretch.clause().start(), stretch.clause().end()));
        assertEquals(stretch, stretch.verified(passages.get(2), Stretch.whole(passages)));
    }

    @Test
    void around_longClause_isCutAtSentencesAroundTheAnswer() {
        String text = "工程按期推进。".repeat(100) + "资金由市财政承担。" + "工程按期推进。".repeat(100);
        List<Passage> passages = passages(draft().clause("", "一、", text));
        Stretch stretch = around(0, passages, Set.of());
        assertTrue(stretch.text().contains("资金由市财政承担。"));
        assertTrue(stretch.text().startsWith("工程") && stretch.text().endsWith("推进。"));
        assertTrue(stretch.text().length() <= Excerpt.MAX_LENGTH);
        assertFalse(stretch.complete());
        assertEquals(stretch, stretch.verified(passages.getFirst(), Stretch.whole(passages)));
    }

    @Test
    void verified_reworded_isRefused() {
        List<Passage> passages = passages(draft().clause("", "一、", "一、桥梁由区养护。"));
        var reworded = new Stretch("一、桥梁由市养护。", new Excerpt.Highlight(0, 9), true, 0, 0);
        assertThrows(
                IllegalStateException.class, () -> reworded.verified(passages.getFirst(), Stretch.whole(passages)));
    }

    private static Stretch around(int position, List<Passage> passages, Set<Integer> taken) {
        return Stretch.around(passages.get(position), passages, taken::contains, ABOUT_FUNDS);
    }

    private static List<Passage> passages(Samples.Draft draft) {
        return draft.indexed().notice().passages();
    }
}
