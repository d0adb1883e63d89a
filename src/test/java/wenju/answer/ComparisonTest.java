package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void of_sameResults_isChance() {
        assertEquals(
                1, Comparison.of("hit@1", List.of(1.0, 0.0), List.of(1.0, 0.0)).p());
    }

    @Test
    void of_betterOnEveryQuestion_isHardlyChance() {
        Comparison comparison = Comparison.of("hit@1", Collections.nCopies(20, 0.0), Collections.nCopies(20, 1.0));
        assertTrue(comparison.p() < 0.01);
        assertEquals(1, comparison.now());
    }

    @Test
    void of_otherNumberOfQuestions_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Comparison.of("hit@1", List.of(1.0), List.of()));
    }

    @Test
    void fifths_eachHoldsAFifth_leastSureFirst() {
        var firsts = new java.util.ArrayList<Calibration.First>();
        for (int i = 9; i >= 0; i--) {
            firsts.add(new Calibration.First(i / 10.0, i / 10.0, i >= 5, true));
        }
        List<Calibration.Fifth> fifths = Calibration.fifths(firsts);
        assertEquals(new Calibration.Fifth(2, 0.05, 0), fifths.getFirst());
        assertEquals(1, fifths.getLast().right());
    }

    @Test
    void curve_refusingMore_leavesMoreUnanswerableUnanswered() {
        var firsts = new java.util.ArrayList<Calibration.First>();
        for (int i = 0; i < 10; i++) {
            firsts.add(new Calibration.First(0.5, 0.1 + i / 10.0, i >= 5, true));
        }
        firsts.add(new Calibration.First(0.5, 0.15, false, false));
        List<Calibration.Point> curve = Calibration.curve(firsts);
        assertEquals(0, curve.getFirst().abstained());
        assertEquals(new Calibration.Point(0.5, 1, 1), curve.getLast());
    }
}
