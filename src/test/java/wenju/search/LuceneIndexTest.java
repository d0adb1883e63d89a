package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends PassageIndexContract {
    @TempDir
    Path directory;

    @Override
    protected PassageIndex open() {
        return LuceneIndex.open(directory.resolve("index"));
    }

    @Override
    protected void clear() {
        files().forEach(path -> path.toFile().delete());
    }

    @Test
    void open_damagedFile_startsEmpty() throws IOException {
        index.close();
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("segments")) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        index = open();
        assertEquals(0, index.revision());
        index.apply(Samples.all(), List.of(), 9);
        assertEquals(9, index.revision());
    }

    @Test
    void open_otherVersion_startsEmpty() throws IOException {
        index.close();
        try (var lucene = FSDirectory.open(directory.resolve("index"));
                var writer = new IndexWriter(lucene, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("revision", "7", "version", "fields 0, analysis 0").entrySet());
        }
        index = open();
        assertEquals(0, index.revision());
        assertEquals(0, index.size());
    }

    @Test
    void open_pathIsAFile_isRefusedByName() throws IOException {
        Path file = Files.createFile(directory.resolve("taken"));
        var refusal = assertThrows(UncheckedIOException.class, () -> LuceneIndex.open(file));
        assertTrue(refusal.getMessage().contains("taken"));
    }

    @Test
    void ofWords_findsTheSameAndKnowsNoMeanings() {
        index.apply(Samples.all(), List.of(), 1);
        var query = new PassageQuery(List.of(new PassageQuery.Part("电梯维护保养", 1)), Filters.NONE, 9);
        try (var words = LuceneIndex.ofWords(directory.resolve("words"))) {
            words.apply(Samples.all(), List.of(), 1);
            assertEquals(ids(index.search(query)), ids(words.search(query)));
            assertTrue(words.search(query).stream().allMatch(found -> found.meanings() == null));
            Meaning asked = index.meaning("电梯维护保养").orElseThrow();
            assertFalse(index.nearest(query, asked).isEmpty());
            assertEquals(List.of(), words.nearest(query, asked));
            assertTrue(words.meaning("电梯").isEmpty());
        }
    }

    private static List<String> ids(List<Candidate> found) {
        return found.stream().map(one -> one.passage().id()).toList();
    }

    private List<Path> files() {
        try (var files = Files.list(directory.resolve("index"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
