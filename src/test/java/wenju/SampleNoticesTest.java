package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleNoticesTest {
    @TempDir
    private Path directory;

    @Test
    void directory_ofClasses_isTheFolderInIt() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("notices")).resolve("样例.txt"), "示例市");
        assertEquals(List.of("样例.txt"), names(SampleNotices.directory(directory.toUri())));
    }

    @Test
    void directory_ofJar_isReadableAndCanBeAskedForTwice() throws IOException {
        Path jar = directory.resolve("问 据.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("notices/样例.txt"));
            out.write("示例市".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("样例.txt"), names(SampleNotices.directory(jar.toUri())));
        assertEquals(
                "示例市", Files.readString(SampleNotices.directory(jar.toUri()).resolve("样例.txt")));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
