package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.DocumentNumber;
import wenju.notice.Locator;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"221号令第十八条", "令第221号 第18条", "第二百二十一号令的第十八条"})
    void of_decreeAndArticle_namesBoth(String question) {
        Identifiers named = Identifiers.of(question);
        assertTrue(named.documents().contains("令221号"));
        assertEquals(Set.of("第18条"), named.places());
    }

    @ParameterizedTest
    @ValueSource(strings = {"请问示政办〔2021〕45号", "示政办（2021）045号还有效吗", "示政办 [2021] 第45号", "示政办2021年45号"})
    void of_ordinaryNumber_namesItsKey(String question) {
        assertTrue(Identifiers.of(question).documents().contains("示政办202145号"));
    }

    @Test
    void of_ordinaryQuestion_namesNothing() {
        Identifiers named = Identifiers.of("2021年地铁2号线几点收车");
        assertEquals(
                Set.of(),
                named.documents().stream()
                        .filter(key -> key.startsWith("令"))
                        .collect(java.util.stream.Collectors.toSet()));
        assertEquals(Set.of(), named.places());
    }

    @Test
    void keys_number_areWholeAndShort() {
        assertEquals(List.of("示例市人民政府令18号", "令18号"), List.copyOf(Identifiers.keys(new DocumentNumber("示例市人民政府令第18号"))));
        assertEquals(List.of("示政办20217号", "20217号"), List.copyOf(Identifiers.keys(new DocumentNumber("示政办〔2021〕7号"))));
    }

    @Test
    void places_locator_areArabic() {
        assertEquals(List.of("第3章", "第18条"), List.copyOf(Identifiers.places(Locator.of("第三章", "第十八条", "（二）"))));
    }
}
