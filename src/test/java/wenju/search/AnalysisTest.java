package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    @Test
    void normal_printedSpacesAndWidths_areGone() {
        assertEquals("示政办〔2021〕45号(m1a)", Analysis.normal("示政办 〔２０２１〕　45 号 （M1A）"));
        assertEquals("vert x", Analysis.normal("Vert X"));
    }

    @Test
    void terms_text_isTakenApartInThreeWays() {
        Terms terms = Analysis.terms("处罚款50元，A类");
        assertEquals(List.of("处", "罚", "款", "50", "元", "a", "类"), terms.unigrams());
        assertEquals(List.of("处罚", "罚款", "款50", "50元", "a类"), terms.bigrams());
        assertTrue(terms.words().contains("罚款"));
        assertFalse(terms.words().contains(","));
    }

    @Test
    void terms_chineseNumeral_addsItsValue() {
        Terms terms = Analysis.terms("五十元");
        assertEquals(List.of("五", "50", "十", "元"), terms.unigrams());
        assertEquals(List.of("50元", "五十", "十元"), terms.bigrams());
    }

    @Test
    void terms_lineEnd_partsPairs() {
        assertEquals(List.of("电梯", "停车"), Analysis.terms("电梯\n停车").bigrams());
    }

    @Test
    void terms_oneInsideAWord_isNoNumber() {
        assertFalse(Analysis.terms("统一管理").unigrams().contains("1"));
        assertTrue(Analysis.terms("第一条").unigrams().contains("1"));
    }
}
