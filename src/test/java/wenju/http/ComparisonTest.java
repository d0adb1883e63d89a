package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenju.http.Comparison.Fate;
import wenju.http.Comparison.Pair;
import wenju.http.Comparison.Run;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Passage;

class ComparisonTest {
    private static final String STOP = "第五条 车辆应当在划定的泊位内停放，不得占用消防通道。";
    private static final String FEE = "第六条 停车收费标准由市发展改革部门会同市城市管理部门制定并公布。";

    @Test
    void clauses_areMatchedByWhatTheySay_whateverTheirNumber() {
        String renumbered = STOP.replace("第五条", "第七条");
        List<Pair> pairs = Comparison.of(passages(STOP, FEE), passages("第五条 新建住宅应当配建充电设施。", renumbered, FEE))
                .pairs();

        assertEquals(3, pairs.size());
        assertNull(pairs.get(0).older());
        assertEquals(renumbered, pairs.get(1).newer().text());
        assertEquals(STOP, pairs.get(1).older().text());
        assertTrue(pairs.get(2).same());
    }

    @Test
    void clause_thatIsGone_standsAlone() {
        List<Pair> pairs = Comparison.of(passages(STOP, FEE), passages(FEE)).pairs();

        assertEquals(STOP, pairs.get(0).older().text());
        assertNull(pairs.get(0).newer());
        assertTrue(pairs.get(1).same());
    }

    @Test
    void changes_readAsTheOlderAndAsTheNewer() {
        String older = "罚款200元以上1000元以下，由公安机关交通管理部门处罚。";
        String newer = "罚款500元以上2000元以下，由城市管理部门依法处罚。";
        List<Run> changes = Comparison.changes(older, newer);

        assertEquals(older, without(changes, Fate.ADDED));
        assertEquals(newer, without(changes, Fate.REMOVED));
        assertTrue(
                changes.containsAll(
                        List.of(new Run(Fate.REMOVED, "200"), new Run(Fate.ADDED, "500"), new Run(Fate.KEPT, "元以下，由"))),
                changes.toString());
    }

    @Test
    void changes_ofTheSameText_areNone() {
        assertEquals(List.of(new Run(Fate.KEPT, STOP)), Comparison.changes(STOP, STOP));
    }

    private static String without(List<Run> changes, Fate fate) {
        return changes.stream().filter(run -> run.fate() != fate).map(Run::text).collect(Collectors.joining());
    }

    private static List<Passage> passages(String... texts) {
        var passages = new ArrayList<Passage>();
        for (String text : texts) {
            int position = passages.size();
            passages.add(new Passage(
                    "x-" + position,
                    position,
                    Passage.Form.CLAUSE,
                    Locator.of("第" + position + "条"),
                    List.of(),
                    "",
                    text,
                    new Lines(1, 1)));
        }
        return passages;
    }
}
