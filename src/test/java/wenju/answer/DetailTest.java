package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailTest {
    @Test
    void sum_clauseWithoutAmount_isNotTold() {
        assertTrue(Detail.SUM.isAsked("电梯定期检验收费标准是多少"));
        assertTrue(Detail.SUM.isAsked("育儿补贴一个月给多少"));
        assertFalse(Detail.SUM.isTold("电梯应当每年检验1次,费用由所有权人承担"));
        assertTrue(Detail.SUM.isTold("每户补助五千元"));
        assertTrue(Detail.SUM.isTold("办理居住证免费"));
        assertFalse(Detail.SUM.isTold("新增就业12万人"));
    }

    @Test
    void sum_fine_isAnotherMatter() {
        assertFalse(Detail.SUM.isTold("处五千元以上二万元以下罚款"));
        assertTrue(Detail.FINE.isTold("处五千元以上二万元以下罚款"));
        assertFalse(Detail.SUM.isAsked("违规停车要罚多少钱"));
        assertTrue(Detail.FINE.isAsked("违规停车要罚多少钱"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"工资条要留多久", "新的地价出来了,老的还能用吗", "评价结果怎么运用", "补贴要带什么材料,复印几份"})
    void sum_nounAlone_isNotAsked(String question) {
        assertFalse(Detail.SUM.isAsked(question));
    }

    @Test
    void fee_whoPays_isTold() {
        assertTrue(Detail.FEE.isAsked("办居住证要钱吗"));
        assertTrue(Detail.FEE.isTold("检验费用由使用单位承担"));
        assertFalse(Detail.FEE.isTold("由公安机关制发"));
    }

    @Test
    void rate_anyShare_isNotTold() {
        assertTrue(Detail.RATE.isAsked("利率是几个点"));
        assertFalse(Detail.RATE.isTold("按50%给予补贴"));
        assertTrue(Detail.RATE.isTold("由财政按贷款利率的50%贴息"));
    }

    @Test
    void telephone_hotline_isTold() {
        assertTrue(Detail.TELEPHONE.isAsked("咨询电话是多少"));
        assertFalse(Detail.TELEPHONE.isAsked("单位打哪年起不再掏钱"));
        assertTrue(Detail.TELEPHONE.isTold("拨打12345"));
        assertFalse(Detail.TELEPHONE.isTold("在轿厢内公布应急救援电话"));
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

    @Test
    void email_anAddressTells() {
        assertTrue(Detail.EMAIL.isAsked("投诉邮箱是什么"));
        assertTrue(Detail.EMAIL.isTold("邮箱:tousu@example.org"));
        assertFalse(Detail.EMAIL.isTold("可以通过电子邮箱报送"));
    }
}
