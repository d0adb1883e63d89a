package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DetailTest {
    @Test
    void money_clauseWithoutAmount_isNotTold() {
        assertTrue(Detail.MONEY.isAsked("电梯定期检验收费标准是多少"));
        assertFalse(Detail.MONEY.isTold("电梯应当每年检验1次"));
        assertTrue(Detail.MONEY.isTold("处五千元以上二万元以下罚款"));
        assertTrue(Detail.MONEY.isTold("办理居住证免费"));
    }

    @Test
    void telephone_hotline_isTold() {
        assertTrue(Detail.TELEPHONE.isAsked("咨询电话是多少"));
        assertTrue(Detail.TELEPHONE.isTold("拨打12345"));
        assertFalse(Detail.TELEPHONE.isTold("补贴20000元"));
    }

    @Test
    void period_termInDays_isTold() {
        assertTrue(Detail.PERIOD.isAsked("居住证几天能办好"));
        assertTrue(Detail.PERIOD.isTold("15个工作日内制发"));
        assertFalse(Detail.PERIOD.isTold("由公安机关制发"));
    }

    @Test
    void isAsked_dutyAsked_isNone() {
        for (Detail detail : Detail.values()) {
            assertFalse(detail.isAsked("电梯维保单位义务是什么"), detail::name);
        }
    }
}
