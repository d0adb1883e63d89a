package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "《甲市渡口办法》同时废止。 | REPEALS 甲市渡口办法",
                "《甲市渡口办法》《甲市渡船办法》同时废止。 | REPEALS 甲市渡口办法; REPEALS 甲市渡船办法",
                "1999年3月1日印发的《甲市渡口办法》和2001年5月2日印发的《甲市渡船办法》同时废止。 | REPEALS 甲市渡口办法; REPEALS 甲市渡船办法",
                "根据《甲省渡口条例》规定，《甲市渡船办法》停止执行。 | CITES 甲省渡口条例; REPEALS 甲市渡船办法",
                "市政府决定废止《甲市渡口办法》（甲政〔2001〕5号）。 | REPEALS 甲政〔2001〕5号",
                "对《甲市渡口办法》作如下修改：。 | AMENDS 甲市渡口办法",
                "本通知代替《甲市渡口办法》。 | REPLACES 甲市渡口办法",
                "《甲市渡口办法》与本通知不一致的，以本通知为准。 | CITES 甲市渡口办法",
                "《甲市渡口办法》继续有效；《甲市渡船办法》予以废止。 | CITES 甲市渡口办法; REPEALS 甲市渡船办法",
                "渡口管理按照甲政〔2001〕5号执行。 | CITES 甲政〔2001〕5号",
                "《甲市渡口办法》尚未废止前，按其执行。 | CITES 甲市渡口办法",
            })
    void sentence_tellsWhatItDoes(String sentence, String expected) {
        assertEquals(expected, relations("一、" + sentence));
    }

    @Test
    void listThatIsOpenedByARepeal_repealsItsEntries() {
        assertEquals("REPEALS 甲政〔2001〕5号; REPEALS 甲市渡船办法; CITES 甲省渡口条例", relations("""
                一、下列文件予以废止：

                1. 《甲市渡口办法》（甲政〔2001〕5号）

                2. 《甲市渡船办法》

                二、渡口管理按照《甲省渡口条例》执行。
                """));
    }

    @Test
    void catalogue_doesToItsEntriesWhatItsTitleSays() {
        assertEquals("REPEALS 甲政〔2001〕5号; REPEALS 甲政〔2002〕6号; CITES 甲政〔2003〕7号", relations("""
                一、现公布清理结果，请遵照执行。

                附件1

                决定废止的规范性文件目录

                序号\t标题\t文号

                1\t关于渡口管理的通知\t甲政〔2001〕5号

                2\t关于渡船管理的通知\t甲政〔2002〕6号

                附件2

                继续有效的规范性文件目录

                序号\t标题\t文号

                1\t关于桥梁管理的通知\t甲政〔2003〕7号
                """));
    }

    @Test
    void title_tellsWhatItDoes() {
        Gazette gazette = GazetteReader.read("示例.txt", """
                甲市人民政府关于修改《甲市渡口办法》的决定

                甲政〔2021〕8号 2021年4月1日

                一、第三条中的“交通局”修改为“交通运输局”。
                """);

        assertEquals(
                List.of("AMENDS 甲市渡口办法"),
                gazette.notices().getFirst().relations().stream()
                        .map(r -> r.kind() + " " + r.target())
                        .toList());
    }

    private static String relations(String body) {
        Gazette gazette = GazetteReader.read("示例.txt", "甲市人民政府关于加强管理的通知\n\n甲政〔2021〕9号 2021年4月1日\n\n各区人民政府：\n\n" + body);
        return gazette.notices().getFirst().relations().stream()
                .map(r -> r.kind() + " " + r.target())
                .collect(Collectors.joining("; "));
    }
}
