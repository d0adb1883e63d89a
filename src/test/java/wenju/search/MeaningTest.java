package wenju.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private final MeaningModel model = MeaningModel.shared().orElseThrow();

    private double likeness(String one, String other) {
        return model.of(one).likeness(model.of(other));
    }

    @Test
    void everydayWordsAreLikeTheOfficialOnes() {
        String dogs = "携犬出户的，应当使用牵引绳约束犬只，并由成年人牵领。";
        String heat = "供热单位应当保证用户室内温度不低于十八摄氏度。";
        assertTrue(likeness("遛狗不拴绳子", dogs) > likeness("遛狗不拴绳子", heat) + 0.1);
        assertTrue(likeness("冬天家里暖气不热", heat) > likeness("冬天家里暖气不热", dogs) + 0.1);
    }

    @Test
    void aTextIsMostLikeItself() {
        assertEquals(1, likeness("电梯维护保养单位的义务", "电梯维护保养单位的义务"), 1e-9);
        assertTrue(likeness("电梯维护保养单位的义务", "餐饮油烟") < 0.8);
    }

    @Test
    void theSameTextGivesTheSameBytesInEveryThread() {
        byte[] expected = Meaning.of(new float[] {0.5f, -1, 0}).bytes();
        assertArrayEquals(new byte[] {64, -127, 0}, expected);
        List<byte[]> all = Stream.generate(() -> "第三条 本办法所称电梯" + "，是指载人载货".repeat(40))
                .parallel()
                .limit(8)
                .map(text -> model.read(text).bytes())
                .toList();
        all.forEach(one -> assertArrayEquals(all.getFirst(), one));
    }

    @Test
    void nothingAndVeryLongTextsHaveADirectionToo() {
        assertEquals(1, likeness("", ""), 1e-9);
        String text = "住房公积金提取".repeat(2_000);
        assertEquals(1, likeness(text, text.substring(0, 1_000)), 1e-9);
    }

    @Test
    void theMiddleIsAsNearToEach() {
        Meaning dogs = model.of("携犬出户的，应当使用牵引绳约束犬只。");
        Meaning heat = model.of("供热单位应当保证用户室内温度不低于十八摄氏度。");
        Meaning middle = Meaning.between(List.of(dogs, heat));
        assertEquals(middle.likeness(dogs), middle.likeness(heat), 0.01);
        assertTrue(middle.likeness(dogs) > dogs.likeness(heat));
        assertEquals(1, Meaning.between(List.of(dogs)).likeness(dogs), 1e-3);
    }

    @Test
    void aPassageMeansItsTitleAndEachStatement() {
        String dogs = "携犬出户的，应当使用牵引绳约束犬只，并由成年人牵领。";
        String fee = "办理登记不收取费用，免疫由所有人承担费用。";
        Meanings meanings = Meanings.of("示例市养犬管理办法", dogs + "\n" + fee, model);
        assertEquals(List.of(model.of(dogs), model.of(fee)), meanings.statements());
        assertEquals(1, meanings.closest(model.of(fee)), 1e-9);
        assertTrue(meanings.whole().likeness(model.of("示例市养犬管理办法")) > 0.8);
        assertEquals(meanings.statements(), Meanings.read(Meanings.write(meanings.statements())));
        assertEquals(model.of("养犬"), Meanings.of("养犬", "", model).whole());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Meaning meaning = model.of("老旧小区加装电梯");
        assertEquals(1, Meaning.read(meaning.bytes()).likeness(meaning), 1e-9);
    }
}
