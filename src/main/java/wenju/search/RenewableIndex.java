package wenju.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import wenju.notice.Passage;

/**
 * An index that can be built anew while the old one answers, and then takes its place in one step. Its directory holds one
 * index at a time, two while a successor is being filled:
 *
 * <pre>
 * lock            locked while a process uses the directory
 * current         the name of the index that answers; replaced in one step
 * 5f0e…/          an index; what {@code current} does not name is left over and deleted when the directory is opened
 * </pre>
 */
public final class RenewableIndex implements PassageIndex {
    private final Path directory;
    private final FileChannel lockFile;
    private final ReadWriteLock swapping = new ReentrantReadWriteLock();
    private LuceneIndex present;
    private boolean stale;

    private RenewableIndex(Path directory, FileChannel lockFile) throws IOException {
        this.directory = directory;
        this.lockFile = lockFile;
        Optional<String> pointed = pointed(directory.resolve("current"));
        String name = pointed.orElseGet(RenewableIndex::newName);
        this.present = LuceneIndex.open(directory.resolve(name), true);
        this.stale = !present.isCurrent() || present.revision() == 0;
        if (pointed.isEmpty()) {
            point(name);
        }
        deleteAllBut(name);
    }

    /**
     * Opens the index that answers, or an empty one when there is none or it is damaged.
     *
     * @param directory made if missing; holds nothing but the index
     * @throws DirectoryInUseException when another process has it
     * @throws UncheckedIOException when it cannot be read or written
     */
    public static RenewableIndex open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel lockFile = lock(directory);
            try {
                return new RenewableIndex(directory, lockFile);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the index in " + directory, e);
        }
    }

    /** Another process works in the directory. */
    public static final class DirectoryInUseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DirectoryInUseException(Path directory) {
            super("the index in " + directory + " is in use");
        }
    }

    /** What decides how this program fills an index: {@code fields 1, analysis 1}. */
    public static String version() {
        return Commit.VERSION;
    }

    /**
     * Whether the index that answers should be built anew from the store: because it is empty, which is also how a missing or
     * damaged one opens, or because another version of the analysis made it.
     */
    public boolean isStale() {
        return reading(index -> stale);
    }

    /** An empty index beside the one that answers, to be filled and then {@linkplain #replaceBy swapped in}, or closed. */
    public Successor successor() {
        String name = newName();
        return new Successor(name, LuceneIndex.open(directory.resolve(name)));
    }

    /**
     * An index that does not answer yet.
     *
     * @param index to be filled
     */
    public record Successor(String name, PassageIndex index) {}

    /** Puts a successor in place of the index that answers: a search sees the one or the other. The old one is deleted. */
    public void replaceBy(Successor successor) {
        LuceneIndex old;
        try {
            point(successor.name());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot swap the index in " + directory, e);
        }
        swapping.writeLock().lock();
        try {
            old = present;
            present = (LuceneIndex) successor.index();
            stale = false;
        } finally {
            swapping.writeLock().unlock();
        }
        // Whoever read from it held the lock and is done.
        old.close();
        try {
            deleteAllBut(successor.name());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the old index in " + directory, e);
        }
    }

    @Override
    public long revision() {
        return reading(LuceneIndex::revision);
    }

    @Override
    public void apply(Collection<IndexedNotice> notices, Collection<String> removedIds, long revision) {
        reading(index -> {
            index.apply(notices, removedIds, revision);
            return revision;
        });
    }

    @Override
    public List<Candidate> search(PassageQuery query) {
        return reading(index -> index.search(query));
    }

    @Override
    public List<Candidate> nearest(PassageQuery query, Meaning meaning) {
        return reading(index -> index.nearest(query, meaning));
    }

    @Override
    public Optional<Meaning> meaning(String text) {
        return reading(index -> index.meaning(text));
    }

    @Override
    public List<Passage> passages(String noticeId) {
        return reading(index -> index.passages(noticeId));
    }

    @Override
    public Optional<IndexedNotice.Head> head(String noticeId) {
        return reading(index -> index.head(noticeId));
    }

    @Override
    public Map<String, Integer> frequencies(Collection<String> terms) {
        return reading(index -> index.frequencies(terms));
    }

    @Override
    public Vocabulary vocabulary() {
        return reading(LuceneIndex::vocabulary);
    }

    @Override
    public int size() {
        return reading(LuceneIndex::size);
    }

    @Override
    public void close() {
        try (lockFile) {
            reading(index -> index).close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the index in " + directory, e);
        }
    }

    private <T> T reading(Function<LuceneIndex, T> work) {
        swapping.readLock().lock();
        try {
            return work.apply(present);
        } finally {
            swapping.readLock().unlock();
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            // This process has it, through another object.
            file.close();
            throw new DirectoryInUseException(directory);
        }
        file.close();
        throw new DirectoryInUseException(directory);
    }

    /** What the pointer names; empty when there is none, or it was damaged. */
    private static Optional<String> pointed(Path pointer) throws IOException {
        return Files.exists(pointer)
                ? Optional.of(Files.readString(pointer, StandardCharsets.ISO_8859_1))
                        .filter(name -> name.matches("[0-9a-f-]{36}"))
                : Optional.empty();
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }

    /** The name reaches the disk before it counts: after a crash the pointer names the old index or the new one, whole. */
    private void point(String name) throws IOException {
        Path fresh = directory.resolve("current.new");
        try (FileChannel file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)));
            file.force(true);
        }
        Files.move(
                fresh,
                directory.resolve("current"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void deleteAllBut(String name) throws IOException {
        List<Path> leftOver;
        try (Stream<Path> entries = Files.list(directory)) {
            leftOver = entries.filter(entry -> !List.of("lock", "current", name)
                            .contains(entry.getFileName().toString()))
                    .toList();
        }
        for (Path entry : leftOver) {
            try (Stream<Path> tree = Files.walk(entry)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
