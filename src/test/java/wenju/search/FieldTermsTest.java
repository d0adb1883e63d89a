package wenju.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldTermsTest {
    @TempDir
    Path directory;

    private DirectoryReader reader;
    private Generation generation;

    @BeforeEach
    void fillInTwoSegments() throws IOException {
        try (var index = LuceneIndex.ofWords(directory)) {
            index.apply(List.of(Samples.all().getFirst()), List.of(), 1);
            index.apply(Samples.all().subList(1, Samples.all().size()), List.of(), 2);
        }
        reader = DirectoryReader.open(FSDirectory.open(directory));
        generation = new Generation(reader);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    @Test
    void of_term_scoresAsLuceneDoes() throws IOException {
        assertTrue(reader.leaves().size() > 1);
        assertScoredAlike(Fields.WORDS, generation.words(), List.of("电梯", "单位", "办法"));
        assertScoredAlike(Fields.BIGRAMS, generation.bigrams(), List.of("电梯", "维护", "单位"));
        assertScoredAlike(Fields.UNIGRAMS, generation.unigrams(), List.of("电", "的", "单"));
    }

    /** Lucene writes a length of more than 32,000 in a byte that reads as below 0. */
    @Test
    void of_termOfVeryLongPassage_scoresAsLuceneDoes(@TempDir Path another) throws IOException {
        var draft = new Samples.Draft("示政〔2020〕9号", "示例市人民政府关于电梯的通知", "通知", LocalDate.of(2020, 1, 1));
        try (var index = LuceneIndex.ofWords(another)) {
            var notice = draft.clause("", "一、", "电梯".repeat(20_000)).clause("", "二、", "电梯应当检验。");
            index.apply(List.of(notice.indexed()), List.of(), 1);
        }
        try (var longer = DirectoryReader.open(FSDirectory.open(another))) {
            generation = new Generation(longer);
            assertScoredAlike(Fields.UNIGRAMS, generation.unigrams(), List.of("电"));
        }
    }

    private void assertScoredAlike(String field, FieldTerms terms, List<String> wanted) throws IOException {
        for (String term : wanted) {
            Query query = new TermQuery(new Term(field, term));
            Set<Integer> found = new TreeSet<>();
            generation.each(query, found::add);
            Postings ours = terms.of(term);
            assertEquals(found, Arrays.stream(ours.passages()).boxed().collect(Collectors.toCollection(TreeSet::new)));
            float[] scores = ours.scores().clone();
            Arrays.sort(scores);
            var hits = generation.search(query, 1_000).scoreDocs;
            for (int i = 0; i < hits.length; i++) {
                assertEquals(hits[i].score, scores[scores.length - 1 - i], 1e-6, term);
            }
            assertTrue(ours.size() > 1, term);
            assertEquals(ours.size(), terms.frequency(term));
        }
    }

    @Test
    void of_termThatStandsNowhere_isEmpty() throws IOException {
        assertSame(Postings.NONE, generation.words().of("恐龙"));
        assertEquals(0, generation.words().frequency("恐龙"));
    }
}
