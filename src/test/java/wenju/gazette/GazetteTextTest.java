package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenju.gazette.UnreadableGazetteException.Reason;

class GazetteTextTest {
    private static final String NOTICE = """
            示例市人民政府关于加强路灯管理的通知

            示政〔2021〕7号 2021年4月1日

            各区人民政府：

            一、路灯应当按时开关。

            二、本通知自印发之日起施行。
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "GBK"})
    void encoding_isToldByContent(String encoding) throws UnreadableGazetteException {
        GazetteText text = GazetteText.of("a.bin", NOTICE.getBytes(Charset.forName(encoding)));

        assertEquals(GazetteText.Format.TEXT, text.format());
        assertEquals(NOTICE, text.text());
    }

    @Test
    void byteOrderMark_isNoPartOfTheText() throws UnreadableGazetteException {
        byte[] bytes = ("\uFEFF" + NOTICE).getBytes(StandardCharsets.UTF_8);

        assertEquals(NOTICE, GazetteText.of("a.txt", bytes).text());
    }

    @Test
    void brokenUtf8_isRefusedWithItsLine() {
        byte[] bytes = NOTICE.getBytes(StandardCharsets.UTF_8);
        bytes[NOTICE.substring(0, NOTICE.indexOf("按时")).getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;

        UnreadableGazetteException refused =
                assertThrows(UnreadableGazetteException.class, () -> GazetteText.of("a.txt", bytes));
        assertEquals(Reason.DAMAGED, refused.reason());
        assertTrue(refused.getMessage().contains("第 7 行"), refused.getMessage());
    }

    @Test
    void randomBytes_areNoText() {
        var random = new Random(7);
        for (int length : new int[] {100, 1000, 100_000}) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertRefused(Reason.BINARY, "a.txt", bytes);
        }
    }

    @Test
    void picture_isNoText() {
        assertRefused(Reason.BINARY, "a.txt", "\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void overFiftyMegabytes_isTooLarge() {
        assertRefused(Reason.TOO_LARGE, "a.txt", new byte[GazetteText.LARGEST_FILE + 1]);
    }

    @Test
    void oldWord_isUnsupported_andWordWithPassword_encrypted() throws IOException {
        assertRefused(Reason.UNSUPPORTED, "a.doc", ole("WordDocument"));
        assertRefused(Reason.ENCRYPTED, "a.docx", ole("EncryptedPackage"));
    }

    private static byte[] ole(String entry) throws IOException {
        try (var ole = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), entry);
            ole.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"机密★1年", "绝 密", "000001　秘密★10年", "密级：秘密", "机密★长期"})
    void classifiedFile_isRefused(String mark) {
        byte[] bytes = ("示例市人民政府文件\n\n" + mark + "\n\n" + NOTICE).getBytes(StandardCharsets.UTF_8);

        assertRefused(Reason.CLASSIFIED, "a.txt", bytes);
    }

    @Test
    void mentionOfSecrets_isNoMark() throws UnreadableGazetteException {
        String text = NOTICE + "\n三、下列信息不予公开：\n\n绝密、机密、秘密\n\n秘密\n\n涉及国家秘密的信息。\n";

        assertEquals(
                text,
                GazetteText.of("a.txt", text.getBytes(StandardCharsets.UTF_8)).text());
    }

    @Test
    void markdown_losesItsSignsAndKeepsItsLines() throws UnreadableGazetteException {
        String text = """
                # 示例市渡口管理条例

                2021年3月26日 示例市人民代表大会常务委员会第八次会议通过

                ## 第一章  总则

                **第一条** 为了加强渡口管理，制定本条例。

                | 序号 | 渡口 |
                |---|---|
                | 1 | 东渡 |

                附件：[渡口申请表.docx](https://example.org/a.docx)、示府[2021](第3号)
                """;

        GazetteText markdown = GazetteText.of("条例.md", text.getBytes(StandardCharsets.UTF_8));

        assertEquals(GazetteText.Format.MARKDOWN, markdown.format());
        assertEquals("示例市渡口管理条例", markdown.title());
        assertEquals("""
                示例市渡口管理条例

                2021年3月26日 示例市人民代表大会常务委员会第八次会议通过

                第一章  总则

                第一条 为了加强渡口管理，制定本条例。

                序号\t渡口

                1\t东渡

                附件：渡口申请表.docx、示府[2021](第3号)
                """, markdown.text());
        Gazette gazette = GazetteReader.read(markdown);
        assertEquals("示例市渡口管理条例", gazette.notices().getFirst().title());
        assertEquals(
                java.time.LocalDate.of(2021, 3, 26),
                gazette.notices().getFirst().issuedOn());
        assertEquals(1, gazette.notices().size());
    }

    @Test
    void plainTextWithoutTitle_makesNoNotice() throws UnreadableGazetteException {
        GazetteText text = GazetteText.of("条例.txt", "第一条 只是一条。\n".getBytes(StandardCharsets.UTF_8));

        Gazette gazette = GazetteReader.read(text);

        assertEquals(java.util.List.of(), gazette.notices());
        assertEquals(
                Gazette.Warning.Kind.NO_NOTICE, gazette.warnings().getFirst().kind());
    }

    private static void assertRefused(Reason reason, String name, byte[] bytes) {
        UnreadableGazetteException refused =
                assertThrows(UnreadableGazetteException.class, () -> GazetteText.of(name, bytes));
        assertEquals(reason, refused.reason());
        assertTrue(refused.getMessage().codePoints().anyMatch(Character::isIdeographic), refused.getMessage());
    }
}
