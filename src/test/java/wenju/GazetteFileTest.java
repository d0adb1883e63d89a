package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.gazette.UnreadableGazetteException;

class GazetteFileTest {
    /** {@code printf 示例市 | sha256sum} */
    private static final String DIGEST = "6e58cf540cc4586e48229d119b63a909bf9979714dfe4a2aebfa949ce02c6ff6";

    @TempDir
    private Path directory;

    @Test
    void in_listsGazettesByName() throws IOException {
        write("b.txt");
        write("a.TXT");
        write("c.docx");
        write("picture.png");
        write("noextension");
        Files.createDirectory(directory.resolve("d.txt"));
        assertEquals(
                List.of("a.TXT", "b.txt", "c.docx"),
                GazetteFile.in(directory).stream().map(GazetteFile::name).toList());
    }

    @Test
    void in_directoryWithoutGazettes_namesIt() throws IOException {
        write("picture.png");
        var complaint = assertThrows(OperatorException.class, () -> GazetteFile.in(directory));
        assertTrue(String.valueOf(complaint.getMessage()).contains(directory.toString()));
    }

    @Test
    void read_keepsNameDigestAndText() throws Exception {
        GazetteFile file = GazetteFile.read(write("a.txt"));
        assertEquals("a.txt", file.name());
        assertEquals(DIGEST, file.digest());
        assertEquals("示例市", file.text().text());
    }

    @Test
    void text_ofOtherChineseEncoding_isRecognised() throws Exception {
        String text = "示例市人民政府关于加强路灯管理工作的通知，各有关单位应当认真执行。";
        Path file = Files.writeString(directory.resolve("a.txt"), text, Charset.forName("GB18030"));
        assertEquals(text, GazetteFile.read(file).text().text());
    }

    @Test
    void text_thatIsRubbish_isRefusedWithAReason() throws IOException {
        byte[] rubbish = new byte[4096];
        new java.util.Random(7).nextBytes(rubbish);
        GazetteFile file = GazetteFile.read(Files.write(directory.resolve("a.txt"), rubbish));
        var refusal = assertThrows(UnreadableGazetteException.class, file::text);
        assertTrue(String.valueOf(refusal.getMessage()).length() > 4);
    }

    private Path write(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "示例市");
    }
}
