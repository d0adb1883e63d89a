package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @Test
    void clean_hiddenAndWide_areMadePlain() {
        assertEquals("18号令 第九条", Wording.clean("\u200b１８号令\u3000\t第九条\u0000\ufeff "));
    }

    @ParameterizedTest
    @CsvSource({"请问电梯维保单位义务是什么,电梯维保单位义务", "老年食堂补贴多少钱啊？,老年食堂补贴 钱 ？", "怎么办,怎么办"})
    void content_politenessAndQuestionWords_areTakenOut(String question, String content) {
        assertEquals(content, Wording.content(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "您好，谢谢！", "好的，明白了", "你是谁？", "……", "hi"})
    void isSmallTalk_greetings_areTold(String text) {
        assertTrue(Wording.isSmallTalk(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好，电梯坏了找谁", "好人好事怎么奖励", "行政处罚"})
    void isSmallTalk_questions_areNone(String text) {
        assertFalse(Wording.isSmallTalk(text));
    }
}
