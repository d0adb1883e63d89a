package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteFileTest {
    /** {@code printf 示例市 | sha256sum} */
    private static final String DIGEST = "6e58cf540cc4586e48229d119b63a909bf9979714dfe4a2aebfa949ce02c6ff6";

    @TempDir
    private Path directory;

    @Test
    void in_listsTextFilesByName() throws IOException {
        write("b.txt");
        write("a.TXT");
        write("README.md");
        Files.createDirectory(directory.resolve("c.txt"));
        assertEquals(
                List.of("a.TXT", "b.txt"),
                GazetteFile.in(directory).stream().map(GazetteFile::name).toList());
    }

    @Test
    void in_directoryWithoutText_namesIt() throws IOException {
        write("README.md");
        var complaint = assertThrows(OperatorException.class, () -> GazetteFile.in(directory));
        assertTrue(String.valueOf(complaint.getMessage()).contains(directory.toString()));
    }

    @Test
    void read_keepsNameDigestAndText() throws IOException {
        assertEquals(new GazetteFile("a.txt", DIGEST, "示例市"), GazetteFile.read(write("a.txt")));
    }

    @Test
    void read_leavesOutTheByteOrderMark() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "\uFEFF示例市");
        assertEquals("示例市", GazetteFile.read(file).text());
    }

    @Test
    void read_otherEncoding_isRefusedRatherThanGarbled() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "示例市", Charset.forName("GB18030"));
        assertThrows(CharacterCodingException.class, () -> GazetteFile.read(file));
    }

    private Path write(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "示例市");
    }
}
