package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenju.notice.Citation;
import wenju.notice.Validity;

class JudgeTest {
    private static final Judge.Gold GOLD = new Judge.Gold("示例市人民政府令第18号", "示例市电梯安全管理办法", "第九条", "不得转包,分包维护保养业务", false);

    @Test
    void isRight_otherWidthsAndSpaces_areTheSame() {
        assertTrue(Judge.isRight(citing("示例市人民政府令 18号"), "第九条 不得转包，分包\n维护保养 业务。", List.of(GOLD)));
    }

    @Test
    void isRight_otherDocument_isNot() {
        assertFalse(Judge.isRight(citing("示例市人民政府令第19号"), GOLD.span(), List.of(GOLD)));
    }

    @Test
    void isRight_spanBeyond600Characters_isNot() {
        assertFalse(Judge.holds("桥".repeat(595) + GOLD.span(), GOLD.span()));
        assertTrue(Judge.holds("桥".repeat(500) + GOLD.span(), GOLD.span()));
    }

    @Test
    void holds_nineOfTenPairs_isEnough() {
        assertTrue(Judge.holds("五六七八九十甲|一二三四五", "一二三四五六七八九十甲"));
        assertFalse(Judge.holds("一二三四五六", "一二三四五六七八九十甲"));
    }

    @Test
    void isRight_locatorCounts_needsNoSpan() {
        var counting = new Judge.Gold(GOLD.doc(), null, "第九条", "别的话", true);
        assertTrue(Judge.isRight(citing("示例市人民政府令第18号"), "无关", List.of(counting)));
    }

    @Test
    void rank_noneRight_isZero() {
        assertEquals(0, Judge.rank(List.of(), List.of(GOLD)));
    }

    private static Citation citing(String number) {
        var validity = new Validity(Validity.Status.UNKNOWN, null, null);
        return new Citation("id", number, "别的标题", "示例市人民政府", null, null, validity, "第二章 第九条", "id-1");
    }
}
