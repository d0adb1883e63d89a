package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "五十,50",
        "十,10",
        "十八,18",
        "二百二十一,221",
        "一百零五,105",
        "两万,20000",
        "三百五十万,3500000",
        "二〇二一,2021",
        "1.5万,15000",
        "045,45",
        "10,10",
        "0,0",
        "一亿二千万,120000000"
    })
    void value_numeral_isArabic(String numeral, String value) {
        assertEquals(Optional.of(value), Numerals.value(numeral));
    }

    @ParameterizedTest
    @ValueSource(strings = {"万", "百", "十百千万", "万一", "百千", ""})
    void value_noNumber_isEmpty(String text) {
        assertEquals(Optional.empty(), Numerals.value(text));
    }

    @ParameterizedTest
    @CsvSource({"第十八条,第18条", "第一章第二条,第1章第2条", "统一第三方,统一第三方"})
    void ordinals_text_areArabic(String text, String expected) {
        assertEquals(expected, Numerals.ordinals(text));
    }
}
