package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewableIndexTest extends PassageIndexContract {
    @TempDir
    Path directory;

    @Override
    protected PassageIndex open() {
        return RenewableIndex.open(directory.resolve("index"));
    }

    @Override
    protected void clear() {
        tree().sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }

    @Test
    void isStale_onlyUntilASuccessorOrAnImportHasFilledIt() {
        assertFalse(reopened().isStale());
        index.close();
        clear();
        assertTrue(reopened().isStale());
        renew(Samples.all(), 9);
        assertFalse(renewable().isStale());
        assertFalse(reopened().isStale());
    }

    @Test
    void replaceBy_answersFromTheOldUntilTheNewTakesItsPlace() {
        RenewableIndex.Successor successor = renewable().successor();
        successor.index().apply(List.of(Samples.meals()), List.of(), 9);
        assertEquals(7, index.revision());

        renewable().replaceBy(successor);

        assertEquals(9, index.revision());
        assertEquals(List.of(), index.passages(Samples.lifts().notice().id()));
        assertFalse(index.vocabulary().words().containsKey("电梯"));
        assertEquals(9, reopened().revision());
    }

    @Test
    void replaceBy_failsNoSearchAndDeletesTheOldIndex() {
        var going = new AtomicBoolean(true);
        CompletableFuture<Integer> searches = CompletableFuture.supplyAsync(() -> {
            int count = 0;
            while (going.get() || count == 0) {
                assertFalse(index.search(new PassageQuery(List.of(new PassageQuery.Part("电梯", 1)), Filters.NONE, 5))
                        .isEmpty());
                count++;
            }
            return count;
        });
        for (int revision = 8; revision < 28; revision++) {
            renew(Samples.all(), revision);
        }
        going.set(false);

        assertTrue(searches.join() > 0);
        assertEquals(1, indexes().size());
    }

    @Test
    void open_deletesASuccessorThatNeverTookItsPlace() {
        RenewableIndex.Successor successor = renewable().successor();
        successor.index().apply(List.of(Samples.meals()), List.of(), 9);
        successor.index().close();
        assertEquals(2, indexes().size());

        assertEquals(7, reopened().revision());
        assertEquals(1, indexes().size());
    }

    @Test
    void open_otherAnalysis_answersAndIsStale() throws IOException {
        setVersion("fields " + Fields.VERSION + ", analysis 0");

        assertTrue(reopened().isStale());
        assertEquals(7, index.revision());
        assertFalse(index.passages(Samples.lifts().notice().id()).isEmpty());
    }

    @Test
    void open_otherFields_startsEmptyAndIsStale() throws IOException {
        setVersion("fields 0, analysis " + Analysis.VERSION);

        assertTrue(reopened().isStale());
        assertEquals(0, index.revision());
    }

    @Test
    void open_damageAnywhere_startsEmptyAndIsStale() throws IOException {
        index.close();
        for (Path file : tree().filter(path -> path.toString().endsWith(".cfs")).toList()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }

        assertTrue(reopened().isStale());
        assertEquals(0, index.revision());
    }

    @Test
    void open_damagedPointer_startsEmptyAndIsStale() throws IOException {
        index.close();
        Files.writeString(directory.resolve("index/current"), "../..");

        assertTrue(reopened().isStale());
    }

    @Test
    void open_filesOfAnEarlierLayout_areClearedAway() throws IOException {
        index.close();
        clear();
        LuceneIndex.open(directory.resolve("index")).close();

        assertTrue(reopened().isStale());
        assertEquals(1, indexes().size());
    }

    @Test
    void open_inUse_isRefused() {
        assertThrows(RenewableIndex.DirectoryInUseException.class, this::open);
    }

    private RenewableIndex renewable() {
        return (RenewableIndex) index;
    }

    private RenewableIndex reopened() {
        index.close();
        index = open();
        return renewable();
    }

    private void renew(List<IndexedNotice> notices, long revision) {
        RenewableIndex.Successor successor = renewable().successor();
        successor.index().apply(notices, List.of(), revision);
        renewable().replaceBy(successor);
    }

    private void setVersion(String version) throws IOException {
        index.close();
        try (var lucene = FSDirectory.open(indexes().getFirst());
                var writer = new IndexWriter(lucene, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("revision", "7", "version", version).entrySet());
        }
    }

    /** What is in the directory beside lock and pointer. */
    private List<Path> indexes() {
        try (Stream<Path> entries = Files.list(directory.resolve("index"))) {
            return entries.filter(entry -> !List.of("lock", "current")
                            .contains(entry.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> tree() {
        try (Stream<Path> tree = Files.walk(directory.resolve("index"))) {
            return tree.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
