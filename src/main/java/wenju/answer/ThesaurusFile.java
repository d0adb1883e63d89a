package wenju.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thesaurus as it stands in a file at the moment; an edit takes effect with the next question, without a restart. Where
 * the file is missing the thesaurus that comes with the program is used. A file with an error in it is reported once, and the
 * former thesaurus stays in use until the error is mended. Safe for use by several threads.
 */
final class ThesaurusFile implements Supplier<Thesaurus> {
    private static final Logger log = LoggerFactory.getLogger(ThesaurusFile.class);
    private static final String SHIPPED = "/config/thesaurus.txt";

    private final Path file;
    private volatile State state;

    /** @param modified when the file was last changed as it was read; null when there was none */
    private record State(@Nullable FileTime modified, Thesaurus thesaurus) {}

    ThesaurusFile(Path file) {
        this.file = file;
        state = new State(null, shipped());
    }

    /** The thesaurus that comes with the program. */
    static Thesaurus shipped() {
        try (InputStream text = ThesaurusFile.class.getResourceAsStream(SHIPPED)) {
            return Thesaurus.read(new String(text.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + " is part of the program", e);
        }
    }

    @Override
    public Thesaurus get() {
        State last = state;
        FileTime modified = modified();
        if (modified != null && !modified.equals(last.modified())) {
            state = reread(modified, last.thesaurus());
        }
        return state.thesaurus();
    }

    private synchronized State reread(FileTime modified, Thesaurus former) {
        if (modified.equals(state.modified())) {
            return state;
        }
        try {
            Thesaurus thesaurus = Thesaurus.read(Files.readString(file), file.toString());
            log.info("同义词表 {} 已读入，共 {} 个说法", file, thesaurus.size());
            return new State(modified, thesaurus);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("同义词表 {} 有误，仍用原来的：{}", file, e.getMessage());
            return new State(modified, former);
        }
    }

    private @Nullable FileTime modified() {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file) : null;
        } catch (IOException e) {
            // Gone between the two calls; the former thesaurus stays in use.
            return null;
        }
    }
}
