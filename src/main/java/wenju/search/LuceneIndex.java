package wenju.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.notice.Passage;

/**
 * The index inside the process, by Lucene, in a directory of its own. One process at a time may hold it. Trouble with the
 * disk is an {@link UncheckedIOException}; after a failed {@link #apply} the former state is still there.
 */
public final class LuceneIndex implements PassageIndex {
    private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

    private final Directory directory;
    private final Optional<MeaningModel> model;
    private final SearcherManager generations;
    private final ReentrantLock applying = new ReentrantLock();

    private LuceneIndex(Directory directory, Optional<MeaningModel> model) throws IOException {
        this.directory = directory;
        this.model = model;
        this.generations = new SearcherManager(directory, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader before) throws IOException {
                return new Generation((DirectoryReader) reader);
            }
        });
    }

    /**
     * Opens the index, or starts an empty one when there is none, or when what is there is damaged or of another version.
     *
     * @param path made if missing; holds nothing but the index
     */
    public static LuceneIndex open(Path path) {
        return open(path, false);
    }

    /**
     * An empty index that knows no meanings, for work that looks for words alone: filled in a tenth of the time. Not to be opened
     * again.
     *
     * @param path an empty directory
     */
    public static LuceneIndex ofWords(Path path) {
        return open(path, false, Optional.empty());
    }

    /**
     * Opens the index, or starts an empty one.
     *
     * @param anyAnalysis whether an index of another version of the analysis will do: it can be read, and finds less
     */
    static LuceneIndex open(Path path, boolean anyAnalysis) {
        return open(path, anyAnalysis, MeaningModel.shared());
    }

    private static LuceneIndex open(Path path, boolean anyAnalysis, Optional<MeaningModel> model) {
        Directory directory = null;
        try {
            Files.createDirectories(path);
            directory = FSDirectory.open(path);
            if (!usable(directory, path, anyAnalysis)) {
                empty(directory);
            }
            return new LuceneIndex(directory, model);
        } catch (IOException e) {
            var failure = new UncheckedIOException("cannot open the index in " + path, e);
            closeAfter(failure, directory);
            throw failure;
        }
    }

    /** Whether this program wrote it: fields and analysis are of its version. */
    boolean isCurrent() {
        return with(Generation::version).equals(Commit.VERSION);
    }

    private static boolean usable(Directory directory, Path path, boolean anyAnalysis) throws IOException {
        if (directory.listAll().length == 0) {
            return false;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String version = Commit.of(reader.getIndexCommit()).version();
            if (anyAnalysis ? !Commit.isReadable(version) : !version.equals(Commit.VERSION)) {
                log.warn("索引 {} 的版本是“{}”，本程序用“{}”，将重建", path, version, Commit.VERSION);
                return false;
            }
            // Opening reads little of the files; damage elsewhere would come out in the middle of an answer.
            for (LeafReaderContext leaf : reader.leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return true;
        } catch (IOException | IllegalArgumentException e) {
            log.warn("索引 {} 已损坏，将重建：{}", path, e.toString());
            return false;
        }
    }

    /** The directory is ours alone, so whatever lies in it may go. */
    private static void empty(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
        try (var writer = new IndexWriter(directory, config())) {
            writer.setLiveCommitData(Commit.at(0).userData().entrySet());
            writer.commit();
        }
    }

    /**
     * Merges run where they are asked for: a commit must not overtake one in the background, or deleted documents would
     * still count in the statistics.
     */
    private static IndexWriterConfig config() {
        return new IndexWriterConfig()
                .setCommitOnClose(false)
                .setMergeScheduler(new SerialMergeScheduler())
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    }

    @Override
    public long revision() {
        return with(Generation::revision);
    }

    @Override
    public void apply(Collection<IndexedNotice> notices, Collection<String> removedIds, long revision) {
        // Outside the lock and before the writer is opened, for reading takes most of the time.
        List<List<Document>> blocks = notices.parallelStream()
                .map(notice -> Documents.of(notice, model))
                .toList();
        applying.lock();
        try (var writer = new IndexWriter(directory, config())) {
            for (String id : removedIds) {
                writer.deleteDocuments(new Term(Fields.NOTICE, id));
            }
            int next = 0;
            for (IndexedNotice notice : notices) {
                writer.updateDocuments(new Term(Fields.NOTICE, notice.notice().id()), blocks.get(next++));
            }
            writer.forceMergeDeletes();
            writer.setLiveCommitData(Commit.at(revision).userData().entrySet());
            writer.commit();
            generations.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bring the index to revision " + revision, e);
        } finally {
            applying.unlock();
        }
    }

    @Override
    public List<Candidate> search(PassageQuery query) {
        return with(generation -> generation.best(LuceneQuery.scores(query, generation), query.limit()));
    }

    @Override
    public List<Candidate> nearest(PassageQuery query, Meaning meaning) {
        return with(generation -> generation.nearest(LuceneQuery.scores(query, generation), meaning, query.limit()));
    }

    @Override
    public Optional<Meaning> meaning(String text) {
        return model.map(reading -> reading.read(text));
    }

    @Override
    public List<Passage> passages(String noticeId) {
        return with(generation -> generation.passagesOf(noticeId));
    }

    @Override
    public Optional<IndexedNotice.Head> head(String noticeId) {
        return with(generation -> generation.head(noticeId));
    }

    @Override
    public Map<String, Integer> frequencies(Collection<String> terms) {
        return with(generation -> {
            var frequencies = new LinkedHashMap<String, Integer>();
            for (String term : terms) {
                frequencies.put(term, generation.frequency(term));
            }
            return frequencies;
        });
    }

    @Override
    public Vocabulary vocabulary() {
        return with(Generation::vocabulary);
    }

    @Override
    public int size() {
        return with(Generation::size);
    }

    @Override
    public void close() {
        try {
            generations.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the index", e);
        }
    }

    /** Reads from the present generation, which stays open until the reading is done. */
    private <T> T with(Reading<T> reading) {
        try {
            var generation = (Generation) generations.acquire();
            try {
                return reading.of(generation);
            } finally {
                generations.release(generation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index", e);
        }
    }

    private interface Reading<T> {
        T of(Generation generation) throws IOException;
    }

    private static void closeAfter(Exception failure, @Nullable Directory directory) {
        if (directory != null) {
            try {
                directory.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
