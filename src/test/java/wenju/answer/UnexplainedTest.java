package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenju.search.Analysis;
import wenju.search.Filters;

class UnexplainedTest {
    private static final String LIFTS = "示例市电梯安全管理办法\n电梯应当定期检验，检验合格方可使用。";

    private static double by(String question, String thesaurus, Translations translations) {
        var asked = new Question(question, List.of(), 5, Filters.NONE);
        Inquiry inquiry = Inquiry.of(asked, Thesaurus.read(thesaurus, "t"), LocalDate.EPOCH);
        String notice = Analysis.normal(LIFTS);
        var pairs = new BitSet();
        translations.pairs(Analysis.units(notice)).addTo(pairs);
        return new Unexplained(inquiry, translations).by(new Unexplained.Text(notice, pairs));
    }

    private static double by(String question) {
        return by(question, "", Translations.none());
    }

    @Test
    void by_everyWordStands_isNothing() {
        assertEquals(0, by("电梯检验"));
    }

    @Test
    void by_wordMissing_growsWithIt() {
        assertTrue(by("电梯 保险") > 0.4);
        assertEquals(1, by("光合作用"));
    }

    @Test
    void by_officialTermStands_explainsTheEverydayPhrase() {
        assertTrue(by("电梯年检") > 0.3);
        assertEquals(0, by("电梯年检", "年检 => 定期检验", Translations.none()));
    }

    @Test
    void by_pairThatGoesWithTheWord_explainsPartOfIt() {
        Translations translations = Translations.read("体检 100 1000 1000 检验 300000", "learned");
        double heard = by("电梯 体检", "", translations);
        assertTrue(heard > 0 && heard < by("电梯 体检"), heard + " of " + by("电梯 体检"));
    }

    @Test
    void by_wordWhoseAbsenceTellsLittle_countsLess() {
        Translations translations = Translations.read("老板 9000 800 50", "learned");
        assertTrue(by("电梯 老板", "", translations) < by("电梯 老板"));
    }

    @Test
    void by_wordNeverHeard_countsAsItsKin() {
        Translations translations = Translations.read("*2 0 1400 500\n*2+ 0 1800 1300", "learned");
        double unserved = by("电梯 护照", "", translations);
        double served = by("电梯 护照", "护照 => 普通护照", translations);
        assertTrue(unserved < served, unserved + " against " + served);
    }
}
