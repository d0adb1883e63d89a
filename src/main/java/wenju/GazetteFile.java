package wenju;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A gazette as it lies in a directory.
 *
 * @param name of the file, without the directory: the gazette is known by it
 * @param digest SHA-256 of the bytes, in lower-case hexadecimal
 * @param text the whole content
 */
record GazetteFile(String name, String digest, String text) {
    private static final String EXTENSION = ".txt";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * The gazettes of a directory, by name; directories below it and other files are left alone.
     *
     * @throws OperatorException when it cannot be read or holds no gazette
     */
    static List<Path> in(Path directory) {
        List<Path> gazettes;
        try (Stream<Path> files = Files.list(directory)) {
            gazettes = files.filter(Files::isRegularFile)
                    .filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(EXTENSION))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OperatorException("不能读取公报目录 " + directory + "，请检查它是否存在、是否可读（配置项 notices.directory）", e);
        }
        if (gazettes.isEmpty()) {
            throw new OperatorException("公报目录 " + directory + " 里没有 .txt 文件（配置项 notices.directory）");
        }
        return gazettes;
    }

    /**
     * Reads a file.
     *
     * @throws CharacterCodingException when it is not UTF-8
     */
    static GazetteFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return new GazetteFile(name(file), digest(bytes), text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** The name that a gazette is known by. */
    static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
