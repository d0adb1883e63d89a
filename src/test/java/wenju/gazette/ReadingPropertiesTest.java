package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.notice.Notice;
import wenju.notice.Passage;

/**
 * What holds for every file, tried on generated ones. Generators are seeded, so a failure names the seed that repeats it.
 * (jqwik runs on the JUnit 5 platform only.)
 */
class ReadingPropertiesTest {
    private static final Path SAMPLES = Path.of("src/main/resources/notices");
    private static final int HOSTILE_LENGTH = 200_000;

    /** Pieces that the reader looks for, in any disorder. */
    private static final List<String> PIECES = List.of(
            "示例市人民政府",
            "关于加强管理的通知",
            "示政〔2021〕7号 2021年4月1日",
            "示例市人民政府令",
            "第 7 号",
            "第一条",
            "第三十条 内容。",
            "一、",
            "（二）",
            "1.",
            "2.1",
            "①",
            "附件",
            "附 件 2",
            "目录",
            "索引号：",
            "发文字号：示政〔2021〕7号",
            "示例市路灯管理条例",
            "（2008年3月1日市政府令第35号公布）",
            "序号",
            "序号 名称 单位",
            "1",
            "2",
            "甲\t乙\t丙",
            "\t\t",
            "《",
            "》同时废止。",
            "有效期",
            "至2021年2月30日止",
            "—12—",
            "责任单位：",
            "、",
            "，",
            "。",
            " ",
            "\u3000",
            "\n",
            "\n\n",
            "\r",
            "\f",
            "\0",
            "\uD83D",
            "𠀀",
            "(",
            ")",
            "\"",
            "%",
            "PM",
            "2. 5",
            "|",
            "#",
            "**");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void disorderedText_isReadIntoWholePassages(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }

        for (GazetteText.Format format : GazetteText.Format.values()) {
            String title = random.nextBoolean() ? "" : "示例市渡口管理办法";
            assertSound(GazetteReader.read(new GazetteText("x", format, title, text.toString(), List.of())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedBytes_areReadOrRefused(long seed) throws IOException {
        var random = new Random(seed);
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("shili-2020-04.txt"));
        byte[] damaged = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
        for (int i = random.nextInt(30); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(seed % 2 == 0 ? 128 : 256);
        }
        List<String> signatures = List.of("", "%PDF-1.7\n", "PK\3\4", "<html>", "# ", "\uFEFF");
        byte[] signature = signatures.get(random.nextInt(signatures.size())).getBytes(StandardCharsets.UTF_8);
        byte[] file = java.util.Arrays.copyOf(signature, signature.length + damaged.length);
        System.arraycopy(damaged, 0, file, signature.length, damaged.length);

        try {
            assertSound(GazetteReader.read(GazetteText.of("x.txt", file)));
        } catch (UnreadableGazetteException refused) {
            assertFalse(refused.getMessage().isBlank());
        }
    }

    /** Would not end in this life if any step were worse than linear. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\u3000 ",
                "(",
                "（",
                "\"",
                "《",
                "、",
                "1",
                "甲",
                "甲乙",
                "第",
                "序号\n",
                "1\n",
                "1.1\n",
                "（一）",
                "第一条 甲\n",
                "甲\t",
                "附件\n",
                "2021年",
                "有效期",
                "《甲》、",
                "甲〔2021〕",
                "示例市人民政府\n",
                "关于\n",
                "令\n",
                "1 ",
                "\f",
                "一、甲\n\n",
                "甲，\n",
                "甲 ",
                "甲 乙\n",
                "单位 电话\n",
                "甲 1\n",
                "甲|乙\n",
                "|\n",
                "附件1 甲乙\n",
                "附件：1.甲\n2.乙\n",
                "甲\n1.乙\n",
                "索引号：甲\n",
                "索引号：\n甲。\n",
                "上一篇：",
                "目录\n1 甲\n",
                "1 甲\n2 乙\n3 丙\n4 丁\n",
                "第1条 甲。",
                "第二条。",
                "示例市路灯条例\n（2008年3月1日市政府令第35号公布）\n",
                "（2008年3月1日\n",
                "　　甲乙，丙丁甲乙丙丁甲乙丙丁\n甲乙丙丁，甲乙丙丁甲乙丙丁\n"
            })
    void hostileText_isReadInLinearTime(String piece) {
        String head = "示例市人民政府\n\n关于加强管理的通知\n\n示政〔2021〕7号 2021年4月1日\n\n";

        assertSound(GazetteReader.read("x.txt", head + piece.repeat(HOSTILE_LENGTH / piece.length())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scarredPrint_isReadLikeCleanText(long seed) {
        List<String> paragraphs = new ScarredPrint(seed).notice();

        Notice clean = only(ScarredPrint.clean(paragraphs));
        Notice scarred = only(ScarredPrint.scarred(paragraphs));

        assertEquals(clean.title(), scarred.title());
        assertEquals(clean.number(), scarred.number());
        assertEquals(clean.issuedOn(), scarred.issuedOn());
        assertEquals(places(clean), places(scarred));
    }

    private static List<String> places(Notice notice) {
        return notice.passages().stream()
                .map(p -> p.locator() + " " + p.headings() + " " + p.leadIn() + " " + p.text())
                .toList();
    }

    private static Notice only(String text) {
        Gazette gazette = GazetteReader.read("x.txt", text);
        assertEquals(1, gazette.notices().size(), text);
        return gazette.notices().getFirst();
    }

    private static void assertSound(Gazette gazette) {
        for (Notice notice : gazette.notices()) {
            int position = 0;
            for (Passage passage : notice.passages()) {
                assertEquals(position++, passage.position());
                assertTrue(passage.text().length() <= PassageCutter.LONGEST, passage::text);
            }
        }
    }
}
