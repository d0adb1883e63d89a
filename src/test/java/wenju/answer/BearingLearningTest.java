package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BearingLearningTest {
    private static final String LIFTS = "电梯应当定期检验。";
    private static final List<String> OTHERS = List.of("车辆应当登记。", "用人单位应当支付工资。", "燃气应当安全使用。");

    private final BearingLearning learning = new BearingLearning();

    private static Unexplained.Word word(String text, String... official) {
        return new Unexplained.Word(text, 1, official.length == 0 ? List.of() : List.of(Set.of(official)));
    }

    private Map<String, Translations.Bearing> learned(Unexplained.Word... words) {
        for (int question = 0; question < 20; question++) {
            learning.add(List.of(words), LIFTS, OTHERS);
        }
        return learning.learn();
    }

    @Test
    void learn_wordOfTheRightNoticeAlone_tellsBothWays() {
        Translations.Bearing lift = learned(word("电梯")).get("电梯");
        assertTrue(lift.present() > 2 && lift.absent() > 2, lift.toString());
    }

    @Test
    void learn_wordThatNoNoticeHas_tellsNothingByItsAbsence() {
        Translations.Bearing boss = learned(word("老板")).get("老板");
        assertEquals(new Translations.Bearing(0, 0), boss);
    }

    @Test
    void learn_wordThatEveryNoticeHas_tellsNothingByItsPresence() {
        assertEquals(0, learned(word("应当")).get("应当").present());
    }

    @Test
    void learn_officialTerm_standsForTheWord() {
        Translations.Bearing check = learned(word("年检", "定期检验")).get("年检");
        assertTrue(check.absent() > 2, check.toString());
    }

    @Test
    void learn_rareWord_leansOnItsKin() {
        learning.add(List.of(word("电梯")), LIFTS, OTHERS);
        learning.add(List.of(word("扶梯")), LIFTS, OTHERS);
        Map<String, Translations.Bearing> bearings = learning.learn();
        Translations.Bearing kin = bearings.get(Translations.kin("扶梯", false));
        assertTrue(bearings.get("扶梯").absent() < kin.absent(), bearings.toString());
        assertTrue(bearings.get("扶梯").absent() > 0, bearings.toString());
        assertTrue(bearings.get("电梯").absent() > kin.absent(), bearings.toString());
    }
}
