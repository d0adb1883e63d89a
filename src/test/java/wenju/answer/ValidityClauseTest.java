package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.Passage;
import wenju.search.Samples;

class ValidityClauseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"示政办〔2021〕7号现在还有效吗", "电梯办法现在还有效吗？", "奖励细则，到什么时候失效？", "养犬办法什么时候开始施行", "电梯安全管理办法 施行日期", "那它还管用不"})
    void isAsked_ofANotice_isAsked(String question) {
        assertTrue(ValidityClause.isAsked(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"狗证 有效期 多久", "居住证有效期几年", "没公布过的办法能用来罚我吗", "电梯维保单位义务是什么", "停车管理规定有哪些有效措施"})
    void isAsked_ofSomethingElse_isNot(String question) {
        assertFalse(ValidityClause.isAsked(question));
    }

    @Test
    void of_severalClauses_isTheOneThatTellsMost() {
        List<Passage> passages = draft().opening("现予公布，自2020年1月1日起施行。")
                .clause("", "第一条", "第一条 桥梁应当每年检查。")
                .clause("", "第九条", "第九条 本办法自2020年1月1日起施行，有效期至2024年12月31日。")
                .indexed()
                .notice()
                .passages();
        assertEquals("第九条", ValidityClause.of(passages).orElseThrow().locator().text());
    }

    @Test
    void of_noticeWithoutAny_isNone() {
        List<Passage> passages =
                draft().clause("", "第一条", "第一条 桥梁应当每年检查。").indexed().notice().passages();
        assertEquals(Optional.empty(), ValidityClause.of(passages));
    }

    private static Samples.Draft draft() {
        return new Samples.Draft("示政〔2020〕1号", "示例市桥梁管理办法", "办法", LocalDate.of(2020, 1, 1));
    }
}
