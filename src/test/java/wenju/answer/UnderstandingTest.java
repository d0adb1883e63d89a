package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTest {
    @ParameterizedTest
    @CsvSource({
        "电梯维保单位义务是什么, DUTY",
        "乱停车罚多少, PENALTY",
        "乱停车罚多少, AMOUNT",
        "多久能办好, TIME",
        "归哪个部门管, BODY",
        "打哪个电话投诉, CONTACT",
        "这个办法还有效吗, VALIDITY",
    })
    void askedBy_question_tellsKind(String question, Kind kind) {
        assertTrue(Kind.askedBy(question).contains(kind));
    }

    @Test
    void toldBy_fine_isPenaltyAndAmount() {
        assertTrue(Kind.toldBy("处200元以上500元以下罚款").containsAll(Set.of(Kind.PENALTY, Kind.AMOUNT)));
        assertFalse(Kind.toldBy("处200元以上500元以下罚款").contains(Kind.CONTACT));
    }

    @Test
    void years_twoDigitsBeforeYear_areOfThisCentury() {
        assertEquals(Set.of("2018"), Look.years("18年受表扬的小学"));
        assertEquals(Set.of("2020", "2021"), Look.years("2020年和2021的"));
        assertEquals(Set.of(), Look.years("18个部门"));
    }

    @Test
    void cities_nameWithoutCity_isNone() {
        assertEquals(Set.of("洛阳"), Cities.in("洛阳市电动车上牌"));
        assertEquals(Set.of(), Cities.in("保定价格，超市，大同小异"));
        assertEquals(Set.of("洛阳"), Cities.in("洛阳居住证怎么办"));
        assertEquals(Set.of("洛阳"), Cities.in("困难残疾人生活补贴在洛阳每月多少钱"));
        assertEquals(Set.of("北京"), Cities.in("残疾儿童做人工耳蜗，北京的标准是多少"));
        for (String story : List.of("在北京交的社保能转回来吗", "洛阳人能办居住证吗", "我从洛阳来", "北京路能停车吗", "朝阳产业有补贴吗")) {
            assertEquals(Set.of(), Cities.in(story), story);
        }
    }

    @Test
    void simplified_traditional_isMadeOne() {
        assertEquals("电动车上牌要什么手续", Traditional.simplified("電動車上牌要什麼手續"));
        assertEquals("乾隆和后来", Traditional.simplified("乾隆和后来"));
    }

    @ParameterizedTest
    @CsvSource({"楼下着火了, 119", "我不想活了, 12356", "有人晕倒了怎么办, 120", "我要报警, 110"})
    void advice_cryForHelp_namesNumber(String text, String number) {
        assertTrue(Emergency.advice(text).orElseThrow().contains(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"着火了由哪个部门负责调查", "火灾事故预案有什么规定", "小区里电动车充电着火了物业要不要赔偿业主的损失"})
    void advice_questionAboutRules_isNone(String text) {
        assertTrue(Emergency.advice(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"帮我写一首诗", "请编写一个快速排序的C语言函数", "把这句话译成英文"})
    void isErrand_somethingToBeMade_isTrue(String text) {
        assertTrue(Wording.isErrand(Wording.clean(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"帮我查一下电梯年检", "合同怎么写才有效", "写字楼停车收费标准"})
    void isErrand_questionToNotices_isFalse(String text) {
        assertFalse(Wording.isErrand(Wording.clean(text)));
    }
}
