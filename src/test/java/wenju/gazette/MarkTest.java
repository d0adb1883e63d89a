package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第一章　 总　 则 | CHAPTER | 1 | 第一章",
                "第三条 　 市、县 | ARTICLE | 3 | 第三条",
                "第 二 十 一 条　 市政府 | ARTICLE | 21 | 第二十一条",
                "第十二条之一 物业 | ARTICLE | 12 | 第十二条之一",
                "第二部分　 主要目标 | PART | 2 | 第二部分",
                "一、 工作目标 | CHINESE | 1 | 一、",
                "( 一) 总体要求 | CHINESE_BRACKETED | 1 | （一）",
                "（十二）保障 | CHINESE_BRACKETED | 12 | （十二）",
                "3. 加强巡查 | ARABIC | 3 | 3",
                "3．2021年底前 | ARABIC | 3 | 3",
                "(2) 分级 | ARABIC_BRACKETED | 2 | （2）",
                "③其他 | CIRCLED | 3 | ③",
                "2. 1. 3 人口 | DECIMAL | 3 | 2.1.3",
                "附　 件 2 | ATTACHMENT | 2 | 附件2",
                "- (一) 项目 | CHINESE_BRACKETED | 1 | （一）",
            })
    void heads_areRecognised(String line, Mark.Kind kind, int ordinal, String label) {
        Mark mark = Mark.at(line).getFirst();
        assertEquals(kind, mark.kind());
        assertEquals(ordinal, mark.ordinal());
        assertEquals(label, mark.label());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第二十二条第一款规定的",
                "第三十条规定的情形",
                "第五条、第六条",
                "（市、区）人民政府",
                "2021年8月18日",
                "0. 68 万人",
                "15%左右",
                "附件1 名称见下",
                "一是加强",
                "十个工作日内"
            })
    void referencesAndNumbers_areNoMarks(String line) {
        assertTrue(Mark.at(line).isEmpty(), () -> Mark.at(line).toString());
    }
}
