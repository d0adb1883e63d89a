package wenju.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;
import wenju.notice.Passage;

/**
 * The index as it was after one application, and what was already read of it. What is read never changes within a
 * generation, so it may be kept; the next generation starts anew. Passages are numbered from 0 in the order of their ids.
 */
final class Generation extends IndexSearcher {
    /** Passages with their meanings are about four kilobytes, so this stays within some eighty megabytes. */
    private static final int KEPT_PASSAGES = 20_000;

    /** So many times as many as are wanted are told roughly, before they are compared in full. */
    private static final int ROUGHLY = 20;

    private final long revision;
    private final String version;
    private @Nullable Vocabulary vocabulary;
    private @Nullable Meaning @Nullable [] wholes;
    private final Map<String, Optional<IndexedNotice.Head>> heads = new ConcurrentHashMap<>();
    private final Cache<String, List<Passage>> whole = Caffeine.newBuilder()
            .maximumWeight(KEPT_PASSAGES)
            .weigher((String id, List<Passage> passages) -> 1 + passages.size())
            .executor(Runnable::run)
            .build();
    private final Cache<Integer, Held> recent = Caffeine.newBuilder()
            .maximumSize(KEPT_PASSAGES)
            .executor(Runnable::run)
            .build();

    /** The document of each passage, and the passage of each document; -1 where it is none. */
    private final int[] documents;

    private final int[] numbers;
    private final FieldTerms words;
    private final FieldTerms bigrams;
    private final FieldTerms unigrams;

    /** A passage as it was read. */
    private record Held(
            Passage passage,
            IndexedNotice.Head head,
            @Nullable Meanings meanings) {}

    Generation(DirectoryReader reader) throws IOException {
        super(reader);
        // Every filter is cheap; a shared cache would only add waiting between threads.
        setQueryCache(null);
        Commit commit = Commit.of(reader.getIndexCommit());
        revision = commit.revision();
        version = commit.version();
        documents = inOrderOfIds(reader);
        numbers = new int[reader.maxDoc()];
        Arrays.fill(numbers, -1);
        for (int number = 0; number < documents.length; number++) {
            numbers[documents[number]] = number;
        }
        words = new FieldTerms(this, Fields.WORDS, numbers);
        bigrams = new FieldTerms(this, Fields.BIGRAMS, numbers);
        unigrams = new FieldTerms(this, Fields.UNIGRAMS, numbers);
    }

    long revision() {
        return revision;
    }

    /** See {@link Commit#version}. */
    String version() {
        return version;
    }

    /** Number of passages. */
    int size() {
        return documents.length;
    }

    FieldTerms words() {
        return words;
    }

    FieldTerms bigrams() {
        return bigrams;
    }

    FieldTerms unigrams() {
        return unigrams;
    }

    /**
     * The best passages, best first, ties broken by id.
     *
     * @param scores of each passage by its number; 0 leaves it out
     */
    List<Candidate> best(double[] scores, int limit) throws IOException {
        return candidates(highest(scores, limit), scores);
    }

    /**
     * The passages most alike in meaning, best first, ties broken by id.
     *
     * @param scores of each passage by its number; 0 leaves it out
     */
    List<Candidate> nearest(double[] scores, Meaning meaning, int limit) throws IOException {
        @Nullable Meaning[] all = wholes();
        double[] roughly = new double[scores.length];
        for (int number = 0; number < scores.length; number++) {
            Meaning whole = all[number];
            if (scores[number] > 0 && whole != null) {
                roughly[number] = whole.agreement(meaning);
            }
        }
        double[] likenesses = new double[scores.length];
        for (int number : highest(roughly, ROUGHLY * limit)) {
            likenesses[number] = all[number].likeness(meaning);
        }
        return candidates(highest(likenesses, limit), scores);
    }

    /** The numbers with the highest values above 0, highest first; of equal ones the lowest comes first. */
    private static int[] highest(double[] values, int limit) {
        // In one whole number each: a value above 0 orders as its bits do.
        var heap = new LongHeap(Math.min(limit, Math.max(1, values.length)));
        for (int number = 0; number < values.length; number++) {
            if (values[number] > 0) {
                long bits = Float.floatToIntBits((float) values[number]);
                heap.insertWithOverflow(bits << Integer.SIZE | Integer.MAX_VALUE - number);
            }
        }
        var highest = new int[heap.size()];
        for (int i = highest.length - 1; i >= 0; i--) {
            highest[i] = Integer.MAX_VALUE - (int) heap.pop();
        }
        return highest;
    }

    private List<Candidate> candidates(int[] numbers, double[] scores) throws IOException {
        var candidates = new Candidate[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            Held held = held(documents[numbers[i]]);
            candidates[i] = new Candidate(held.passage(), held.head(), (float) scores[numbers[i]], held.meanings());
        }
        return List.of(candidates);
    }

    /** The numbers of all passages that a query lets through, in no order. */
    void each(Query query, IntConsumer action) throws IOException {
        Weight weight = createWeight(rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : getLeafContexts()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator found = scorer.iterator();
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                int number = numbers[leaf.docBase + doc];
                if (number >= 0) {
                    action.accept(number);
                }
            }
        }
    }

    List<Passage> passagesOf(String noticeId) throws IOException {
        List<Passage> known = whole.getIfPresent(noticeId);
        if (known == null) {
            known = read(noticeId);
            whole.put(noticeId, known);
        }
        return known;
    }

    private List<Passage> read(String noticeId) throws IOException {
        Query all = of(noticeId, Fields.PASSAGE);
        // Counted first, since Lucene reserves room for as many hits as are asked for.
        TopDocs found = search(all, Math.max(1, count(all)));
        var inOrder = new ArrayList<Passage>(found.scoreDocs.length);
        for (ScoreDoc hit : found.scoreDocs) {
            inOrder.add(held(hit.doc).passage());
        }
        inOrder.sort(Comparator.comparingInt(Passage::position));
        return List.copyOf(inOrder);
    }

    Optional<IndexedNotice.Head> head(String noticeId) throws IOException {
        Optional<IndexedNotice.Head> known = heads.get(noticeId);
        if (known != null) {
            return known;
        }
        TopDocs found = search(of(noticeId, Fields.HEAD), 1);
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        var head = Optional.of(Documents.head(storedFields().document(found.scoreDocs[0].doc)));
        heads.put(noticeId, head);
        return head;
    }

    /** Pairs and single units are counted as such: as words they stand less often. */
    int frequency(String term) throws IOException {
        FieldTerms field = switch (Analysis.unitsIn(term)) {
            case 1 -> unigrams;
            case 2 -> bigrams;
            default -> words;
        };
        return field.frequency(term);
    }

    /** Read when it is first wanted: some ten milliseconds for two thousand passages. */
    synchronized Vocabulary vocabulary() throws IOException {
        if (vocabulary == null) {
            vocabulary = new Vocabulary(commonestWords());
        }
        return vocabulary;
    }

    private Map<String, Integer> commonestWords() throws IOException {
        var words = new HashMap<String, Integer>();
        var all = MultiTerms.getTerms(getIndexReader(), Fields.WORDS);
        if (all != null) {
            var terms = all.iterator();
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                String word = term.utf8ToString();
                if (word.length() > 1 && word.length() <= Vocabulary.LONGEST && Analysis.isHan(word)) {
                    words.put(word, terms.docFreq());
                }
            }
        }
        return words.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Vocabulary.MOST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private IndexedNotice.Head headOf(Passage passage) throws IOException {
        String noticeId = passage.id().substring(0, passage.id().lastIndexOf('-'));
        return head(noticeId)
                .orElseThrow(() -> new IllegalStateException("passage " + passage.id() + " is without its notice"));
    }

    private Held held(int document) throws IOException {
        Held held = recent.getIfPresent(document);
        if (held == null) {
            Document stored = storedFields().document(document);
            Passage passage = Documents.passage(stored);
            Meaning whole = wholes()[numbers[document]];
            Meanings meanings = whole == null ? null : new Meanings(whole, Documents.statements(stored));
            held = new Held(passage, headOf(passage), meanings);
            recent.put(document, held);
        }
        return held;
    }

    /** By their numbers, null of those that no model has read. Read when first wanted: half a kilobyte for each passage. */
    private synchronized @Nullable Meaning[] wholes() throws IOException {
        if (wholes == null) {
            var all = new @Nullable Meaning[documents.length];
            for (LeafReaderContext leaf : getLeafContexts()) {
                BinaryDocValues meanings = DocValues.getBinary(leaf.reader(), Fields.MEANING);
                for (int doc = meanings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = meanings.nextDoc()) {
                    int number = numbers[leaf.docBase + doc];
                    if (number >= 0) {
                        all[number] = Meaning.read(BytesRef.deepCopyOf(meanings.binaryValue()).bytes);
                    }
                }
            }
            wholes = all;
        }
        return wholes;
    }

    private static int[] inOrderOfIds(DirectoryReader reader) throws IOException {
        SortedDocValues ids = MultiDocValues.getSortedValues(reader, Fields.ID);
        if (ids == null) {
            return new int[0];
        }
        Bits live = MultiBits.getLiveDocs(reader);
        var documents = new int[ids.getValueCount()];
        Arrays.fill(documents, -1);
        for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
            if (live == null || live.get(doc)) {
                documents[ids.ordValue()] = doc;
            }
        }
        return Arrays.stream(documents).filter(doc -> doc >= 0).toArray();
    }

    private static Query of(String noticeId, String role) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.NOTICE, noticeId)), BooleanClause.Occur.FILTER)
                .add(role(role), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query role(String role) {
        return new TermQuery(new Term(Fields.ROLE, role));
    }
}
