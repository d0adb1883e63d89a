package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers are made up; those with a check digit have the right one unless the test says otherwise. */
class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "我的身份证11010519491231002X能办吗, 我的身份证［身份证号］能办吗",
        "11010519491231002x, ［身份证号］",
        "身份证号：440524188001010014。, 身份证号：［身份证号］。",
        "４１０１０５１９９００３０７１０７Ｘ, ［身份证号］",
        "410105 19900307 107X, ［身份证号］",
        "老证410105900307123, 老证［身份证号］",
        "手机13800138000, 手机［手机号］",
        "打我138 0013 8000或138-0013-8000, 打我［手机号］或［手机号］",
        "+86 19912345678, ［手机号］",
        "8613800138000, ［手机号］",
        "（13800138000）, （［手机号］）",
        "家里0371-67181234转8012没人接, 家里［电话号码］没人接",
        "(010)62345678, ［电话号码］",
        "（0371）6718 1234, ［电话号码］",
        "02162345678, ［电话号码］",
        "+86-371-67181234, ［电话号码］",
        "电话：67181234, 电话：［电话号码］",
        "卡号6222020200112230, 卡号［银行卡号］",
        "6222 0202 0011 2233 446, ［银行卡号］",
        "4123-4567-8901-2349, ［银行卡号］",
        "写信到 zhang.san+1@mail.example.com 吧, 写信到 ［邮箱］ 吧",
        "我的车豫A12B45停在路边, 我的车［车牌号］停在路边",
        "豫A·D12345是新能源车, ［车牌号］是新能源车",
        "粤Z1234港, ［车牌号］",
        "护照E12345678过期了, 护照［护照号］过期了",
        "EA1234567, ［护照号］",
        "13800138000和zhang@mail.example, ［手机号］和［邮箱］",
        "没有字母的地址-@-.-, 没有字母的地址［邮箱］"
    })
    void masked_putsWhatItWasInPlaceOfPersonalData(String text, String masked) {
        assertEquals(masked, PersonalData.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "示政办〔2024〕5号",
                "示例市人民政府令第221号",
                "示政〔2019〕13号第18条第2款",
                "拨打12345、110、96119和12315",
                "12345-8转2",
                "2024年11月20日至2025-01-31",
                "20241120",
                "统一社会信用代码91410100MA3X1Y2B3Q",
                "11410100005252512W",
                "114101001990030071",
                "每平方米1200000元，共350000000元",
                "第三章 第十八条 附件2 序号 7",
                "GB 7588.1-2020 和 TSG T7001-2023",
                "A座1304室，B12号库",
                "邮编450000，编号2021001234",
                "豫A牌照怎么限行",
                "豫剧和京广路ABCDE",
                "一个@符号",
                ""
            })
    void masked_leavesTheRestAlone(String text) {
        assertEquals(text, PersonalData.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // check digit, month, length
                "110105194912310021",
                "110105194913310029",
                "1101051949123100",
                // Luhn
                "6222020200112231",
                // no such mobile prefix, too long, within a longer word
                "12800138000",
                "138001380001",
                "X13800138000",
                // too short for a plate, letters only, letter that plates do not have
                "豫A123",
                "豫AABCDE",
                "豫I12345",
                "E1234567",
                "67181234"
            })
    void masked_leavesWhatOnlyLooksSimilar(String text) {
        assertEquals(text, PersonalData.masked(text));
    }

    @Test
    void masked_prefersAPersonWhenANumberPassesForAnOrganisationToo() {
        String both = "410105198501010080";
        assertTrue(CheckDigits.isIdentity(both) && CheckDigits.isCreditCode(both));
        assertEquals("［身份证号］", PersonalData.masked(both));
    }

    @Test
    void masked_findsEveryMobileNumberPrefixedByEveryGap() {
        for (String gap : new String[] {"", " ", "-"}) {
            for (int prefix = 130; prefix < 200; prefix++) {
                String number = prefix + gap + "1234" + gap + "5678";
                assertEquals("［手机号］", PersonalData.masked(number), number);
            }
        }
    }
}
