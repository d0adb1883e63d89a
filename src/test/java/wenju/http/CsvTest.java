package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void cells_areQuotedWhereTheyMustBe() {
        assertEquals(
                "\uFEFF问题,次数\r\n\"甲,乙\",3\r\n\"他说\"\"是\"\"\",-1\r\n\"两\n行\",\r\n",
                Csv.of(
                        List.of("问题", "次数"),
                        List.of(List.of("甲,乙", 3), List.of("他说\"是\"", -1), Arrays.asList("两\n行", null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "＝1+1", "-第三条"})
    void text_isNoFormula(String text) {
        assertEquals("\uFEFFa\r\n'" + text + "\r\n", Csv.of(List.of("a"), List.of(List.of(text))));
    }

    @Test
    void lineThatBeginsWithATab_isNoFormula() {
        assertEquals("\uFEFFa\r\n'\t=1\r\n", Csv.of(List.of("a"), List.of(List.of("\t=1"))));
    }
}
