package wenju;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The notices of an invented city that the program carries, so that a fresh clone has something to answer from. */
final class SampleNotices {
    private static final String NAME = "notices";

    private SampleNotices() {}

    /** The directory of the sample notices, whether the program runs from a directory of classes or from a jar. */
    static Path directory() throws IOException {
        try {
            return directory(SampleNotices.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the program's own address is not a URI", e);
        }
    }

    /**
     * The directory in a program.
     *
     * @param program a directory of classes or a jar; a jar stays open as a file system as long as the process lives
     */
    static Path directory(URI program) throws IOException {
        Path path = Path.of(program);
        return Files.isDirectory(path) ? path.resolve(NAME) : jar(path).getPath("/" + NAME);
    }

    private static synchronized FileSystem jar(Path path) throws IOException {
        URI uri = URI.create("jar:" + path.toUri());
        try {
            return FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException notYetOpen) {
            return FileSystems.newFileSystem(uri, Map.of());
        }
    }
}
