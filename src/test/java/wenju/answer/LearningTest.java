package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static Values<Feature> seen(double title, double length) {
        return Values.zeros(Feature.class).set(Feature.TITLE_UNITS, title).set(Feature.LENGTH, length);
    }

    private static Lesson lesson(int number) {
        var asked = new Evaluation.Asked("q" + number, "问", List.of(), "-", "-", "", List.of());
        double length = number % 2;
        return new Lesson(
                asked, "", List.of(seen(1, length), seen(0, length), seen(0, 1 - length)), List.of(true, false, false));
    }

    @Test
    void ranking_featureOfRightCandidates_getsWeight() {
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < 20; i++) {
            lessons.add(lesson(i));
        }
        Linear<Feature> ranking = Learning.ranking(lessons, List.of(Feature.values()));
        assertTrue(ranking.weights().get(Feature.TITLE_UNITS) > 0.5);
        assertEquals(0, ranking.weights().get(Feature.LENGTH), 0.05);
        assertEquals(ranking, Learning.ranking(lessons, List.of(Feature.values())));
    }

    @Test
    void confidence_signOfRightOnes_raisesChance() {
        var judged = new ArrayList<Lesson.Judged>();
        for (int i = 0; i < 50; i++) {
            Values<Sign> signs = Values.zeros(Sign.class).set(Sign.UNITS, i / 50.0);
            judged.add(new Lesson.Judged(signs, i >= 25));
        }
        Linear<Sign> confidence = Learning.confidence(judged, List.of(Sign.UNITS));
        assertTrue(confidence.chance(judged.getLast().signs()) > 0.8);
        assertTrue(confidence.chance(judged.getFirst().signs()) < 0.2);
    }

    @Test
    void model_writtenAndRead_isTheSame() {
        Model shipped = Model.shipped();
        assertEquals(shipped, Model.read(shipped.text("header"), "copy"));
    }

    @Test
    void model_unknownKey_isNamed() {
        String text = Model.shipped().text("header") + "\nranking.luck = 1\n";
        Exception e = assertThrows(IllegalArgumentException.class, () -> Model.read(text, "copy"));
        assertTrue(e.getMessage().contains("ranking.luck"));
    }
}
