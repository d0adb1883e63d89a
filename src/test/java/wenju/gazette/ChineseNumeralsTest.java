package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "一,1",
        "十,10",
        "十一,11",
        "二十,20",
        "二十一,21",
        "一百,100",
        "一百零三,103",
        "一百一十,110",
        "二〇二一,2021",
        "38,38",
        "甲,-1",
        "'',-1"
    })
    void numeral_hasItsValue(String numeral, int value) {
        assertEquals(value, ChineseNumerals.value(numeral));
    }
}
