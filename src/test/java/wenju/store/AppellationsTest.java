package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wenju.store.SampleNotice.titled;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenju.notice.Notice;
import wenju.notice.Relation;

class AppellationsTest {
    private final Notice covering =
            titled("示例市人民政府关于印发示例市电梯管理办法（试行）的通知").numbered("示政〔2021〕7号").notice();

    @ParameterizedTest
    @CsvSource({
        "示政〔2021〕7号, true",
        "示政 (2021) 007号, true",
        "示政〔2021〕8号, false",
        "示例市人民政府关于印发示例市电梯管理办法（试行）的通知, true",
        "关于印发《示例市电梯管理办法(试行)》的通知, true",
        "示例市 电梯管理办法（试行）, true",
        "示例市扶梯管理办法, false"
    })
    void notice_isCalledByNumberAndByItsTitles(String target, boolean meant) {
        assertEquals(meant, isCalled(covering, target));
    }

    @ParameterizedTest
    @CsvSource({"关于联合检查的通知, true", "示例市教育局、示例市卫生局关于联合检查的通知, true", "示例市教育局, false"})
    void jointNotice_isCalledWithAndWithoutItsIssuers(String target, boolean meant) {
        Notice withIssuers =
                titled("示例市教育局 示例市卫生局关于联合检查的通知").by("示例市教育局、示例市卫生局").notice();
        Notice without = titled("关于联合检查的通知").by("示例市教育局、示例市卫生局").notice();

        assertEquals(meant, isCalled(withIssuers, target));
        assertEquals(meant, isCalled(without, target));
    }

    private static boolean isCalled(Notice notice, String target) {
        Relation relation = new Relation(Relation.Kind.CITES, target, target, null, 0);
        return Appellations.of(notice).contains(Appellations.of(relation));
    }
}
