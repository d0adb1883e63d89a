package wenju;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import wenju.gazette.GazetteText;
import wenju.gazette.UnreadableGazetteException;

/** A gazette as it lies in a directory: its name, by which it is known, and its bytes. */
final class GazetteFile {
    /** What is looked for in a directory; what a file really is, its bytes tell. */
    private static final Set<String> EXTENSIONS = Set.of("txt", "md", "html", "htm", "docx", "pdf");

    private final String name;
    private final byte[] content;

    private GazetteFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /**
     * The gazettes of a directory, by name; directories below it and other files are left alone.
     *
     * @throws OperatorException when it cannot be read or holds no gazette
     */
    static List<Path> in(Path directory) {
        List<Path> gazettes;
        try (Stream<Path> files = Files.list(directory)) {
            gazettes = files.filter(Files::isRegularFile)
                    .filter(GazetteFile::mayBeGazette)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OperatorException("不能读取公报目录 " + directory + "，请检查它是否存在、是否可读（配置项 notices.directory）", e);
        }
        if (gazettes.isEmpty()) {
            throw new OperatorException(
                    "公报目录 " + directory + " 里没有 .txt、.md、.html、.docx 或 .pdf 文件（配置项 notices.directory）");
        }
        return gazettes;
    }

    private static boolean mayBeGazette(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /**
     * Reads a file's bytes.
     *
     * @throws OperatorException when it is larger than any gazette may be; it is not read then
     */
    static GazetteFile read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > GazetteText.LARGEST_FILE) {
            throw new OperatorException(
                    "文件有 " + (size >> 20) + " MB，超过 " + (GazetteText.LARGEST_FILE >> 20) + " MB 的上限");
        }
        return of(name(file), Files.readAllBytes(file));
    }

    /**
     * The same of what was sent rather than stored.
     *
     * @param name without a directory
     */
    static GazetteFile of(String name, byte[] content) {
        return new GazetteFile(name, content);
    }

    /** The name that a gazette is known by. */
    static String name(Path file) {
        return file.getFileName().toString();
    }

    String name() {
        return name;
    }

    /** SHA-256 of the bytes, in lower-case hexadecimal. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The text in the bytes, whatever their format; takes a while for Word and PDF. */
    GazetteText text() throws UnreadableGazetteException {
        return GazetteText.of(name, content);
    }

    @Override
    public String toString() {
        return name;
    }
}
