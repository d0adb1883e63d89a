package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wenju.search.Analysis;

class TranslationsTest {
    private static String learned() {
        var learning = new TranslationLearning();
        learning.add("工钱不给", "用人单位拖欠劳动报酬的，责令支付");
        learning.add("老板欠工钱", "建设单位应当按时支付劳动报酬");
        learning.add("停车收费", "停车泊位应当按照标准收取费用");
        learning.add("停车罚款", "在泊位以外停放车辆的，处以罚款");
        return learning.learn(
                Map.of("工钱", new Translations.Bearing(1.2, 0.4), "*2", new Translations.Bearing(1.4, 0.5)));
    }

    @Test
    void explain_wordLearned_prefersTheClauseThatGoesWithIt() {
        Translations translations = Translations.read(learned(), "learned");
        Translations.Reader reader = translations.reader(TranslationLearning.words("工钱"));
        double right =
                reader.explain(translations.pairs(Analysis.units("劳动报酬应当按月支付"))).all();
        double wrong =
                reader.explain(translations.pairs(Analysis.units("泊位应当标明收费标准"))).all();
        assertTrue(right > wrong, right + " against " + wrong);
    }

    @Test
    void explain_wordsNeverLearned_isNothing() {
        Translations translations = Translations.read(learned(), "learned");
        Translations.Reader reader = translations.reader(List.of("光伏"));
        assertEquals(Translations.Explained.NOT, reader.explain(translations.pairs(Analysis.units("劳动报酬"))));
    }

    @Test
    void pairs_ofText_areCountedAsOftenAsTheyStand_andNotAcrossPunctuation() {
        Translations translations = Translations.read("体检 100 1000 1000 检验 300000 体检 900000", "learned");
        Translations.Pairs pairs = translations.pairs(Analysis.units("检验合格，检验。体检"));
        assertEquals(3, pairs.known().length);
        assertEquals(5, pairs.all());
        var held = new BitSet();
        pairs.addTo(held);
        assertEquals(0.3, translations.best("体检", held));
        assertEquals(0, translations.best("光伏", held));
    }

    @Test
    void explain_theWordItself_isNoTranslation() {
        Translations translations = Translations.read("体检 100 1000 1000 体检 900000", "learned");
        assertEquals(
                0,
                translations
                        .reader(List.of("体检"))
                        .explain(translations.pairs(Analysis.units("体检")))
                        .best());
    }

    @Test
    void bearing_wordLearned_isItsOwn_andOthersHaveTheirKins() {
        Translations translations = Translations.read(learned(), "learned");
        assertEquals(new Translations.Bearing(1.2, 0.4), translations.bearing("工钱", false));
        assertEquals(new Translations.Bearing(1.4, 0.5), translations.bearing("光伏", false));
        assertEquals(Translations.Bearing.UNKNOWN, translations.bearing("光伏", true));
    }

    @Test
    void learn_samePairs_givesSameFile() {
        assertEquals(learned(), learned());
    }

    @Test
    void read_oddFields_namesLine() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Translations.read("工钱 1 报酬", "file"));
        assertTrue(e.getMessage().startsWith("file:1"));
    }

    @Test
    void shipped_isReadable() {
        assertTrue(Translations.shipped().size() > 1000);
    }
}
