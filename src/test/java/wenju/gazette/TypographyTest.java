package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "处以 5000 元以上, 0. 5 倍 ( 含) | 处以5000元以上，0.5倍（含）",
                "县 (市、 区) 人民政府; 开发区: 各部门 | 县（市、区）人民政府；开发区：各部门",
                "PM 2. 5 年均浓度 | PM2.5年均浓度",
                "工作时间 8: 30—17: 00 | 工作时间8:30—17:00",
                "投诉电话 0300-1234567　 0300-7654321 | 投诉电话0300-1234567 0300-7654321",
                "张　 弛　 宋　 磊　 孙江博 | 张弛 宋磊 孙江博",
                "总　 则 | 总则",
                "收 费 管 理 | 收费管理",
                "示 例 市 路 灯 管 理 规 定 | 示例市路灯管理规定",
                "关 于 印 发 《 路 灯 管 理 规 定 》 的 通 知 | 关于印发《路灯管理规定》的通知",
                "示 例 市 财 政 局　　示 例 市 民 政 局 | 示例市财政局 示例市民政局",
                "张　 弛　 宋　 磊 | 张弛 宋磊",
                "市　长　张　三 | 市长 张三",
                "见 https://example.org/a,b?c=d 网站 | 见https://example.org/a,b?c=d网站",
                "增长 1,000 万元 | 增长1,000万元",
                "按职责负责**具体措施:** | 按职责负责具体措施：",
                "\"双随机\"监管 | “双随机”监管",
            })
    void print_isSetToTheChineseStandard(String printed, String expected) {
        assertEquals(expected, Typography.repair(printed));
    }

    @Test
    void repair_rewordsNothing() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/notices"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    assertEquals(letters(line), letters(Typography.repair(line)), file + ": " + line);
                }
            }
        }
    }

    /** What must never change: everything but white space, width and the direction of quotation marks. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s“”\"]", "");
    }
}
