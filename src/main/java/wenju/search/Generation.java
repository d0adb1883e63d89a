package wenju.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import wenju.notice.Passage;

/**
 * The index as it was after one application, and what was already read of it. What is read never changes within a
 * generation, so it may be kept; the next generation starts anew.
 */
final class Generation extends IndexSearcher {
    /** Passages with their meanings are about a kilobyte, so this stays within some twenty megabytes. */
    private static final int KEPT_PASSAGES = 20_000;

    private static final Sort BEST_THEN_ID =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

    private final long revision;
    private final String version;
    private final int passages;
    private @Nullable Vocabulary vocabulary;
    private final Map<String, Optional<IndexedNotice.Head>> heads = new ConcurrentHashMap<>();
    private final Cache<String, List<Passage>> whole = Caffeine.newBuilder()
            .maximumWeight(KEPT_PASSAGES)
            .weigher((String id, List<Passage> passages) -> 1 + passages.size())
            .build();
    private final Map<Integer, Held> recent = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Held> eldest) {
            return size() > KEPT_PASSAGES;
        }
    };

    /** A passage as it was read. */
    private record Held(Passage passage, @Nullable Meaning meaning) {}

    Generation(DirectoryReader reader) throws IOException {
        super(reader);
        // Every filter is cheap; a shared cache would only add waiting between threads.
        setQueryCache(null);
        Commit commit = Commit.of(reader.getIndexCommit());
        revision = commit.revision();
        version = commit.version();
        passages = count(role(Fields.PASSAGE));
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
        return passages;
    }

    List<Candidate> best(Query query, int limit) throws IOException {
        TopDocs found = search(query, new TopFieldCollectorManager(BEST_THEN_ID, limit, limit));
        var candidates = new ArrayList<Candidate>(found.scoreDocs.length);
        for (ScoreDoc hit : found.scoreDocs) {
            Held held = held(hit.doc);
            double score = ((Number) ((FieldDoc) hit).fields[0]).doubleValue();
            candidates.add(new Candidate(held.passage(), headOf(held.passage()), score, held.meaning()));
        }
        return candidates;
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
        return getIndexReader().docFreq(new Term(fieldOf(term), term));
    }

    private static String fieldOf(String term) {
        return switch (Analysis.unitsIn(term)) {
            case 1 -> Fields.UNIGRAMS;
            case 2 -> Fields.BIGRAMS;
            default -> Fields.WORDS;
        };
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
        synchronized (recent) {
            Held known = recent.get(document);
            if (known != null) {
                return known;
            }
        }
        Document stored = storedFields().document(document);
        var held = new Held(Documents.passage(stored), Documents.meaning(stored));
        synchronized (recent) {
            recent.put(document, held);
        }
        return held;
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
