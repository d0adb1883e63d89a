package wenju.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Validity;

/**
 * A {@link PassageQuery} in Lucene's terms:
 *
 * <pre>
 * score = words + bigrams + {@value #UNIGRAMS} × unigrams + identifiers named in the question
 * </pre>
 *
 * where each of the three is a BM25 sum over the terms of all parts. A term counts with the weight of its part, and once
 * only when a part repeats it: people repeat words by habit, not for emphasis.
 */
final class LuceneQuery {
    static final float WORDS = 1f;
    static final float BIGRAMS = 1f;

    /** Single characters bring 8 points at 1 on the 201 development questions; at 2 they bring no more. */
    static final float UNIGRAMS = 1.5f;

    /** More than a BM25 sum over an ordinary question reaches: who names a document wants that document. */
    static final float DOCUMENT = 100f;

    /** The same, for the article of a document that is named as well. */
    static final float PLACE_IN_DOCUMENT = 100f;

    /** An article named without a document is a hint only; many notices have an article of that number. */
    static final float PLACE = 15f;

    /** Three fields of so many stay below Lucene's limit of 1,024 clauses; the rarest terms are kept. */
    private static final int MAX_TERMS = 320;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final IndexReader reader;
    private final PassageQuery query;

    private LuceneQuery(IndexReader reader, PassageQuery query) {
        this.reader = reader;
        this.query = query;
    }

    static Query of(PassageQuery query, IndexReader reader) throws IOException {
        return new LuceneQuery(reader, query).build();
    }

    private Query build() throws IOException {
        var any = new BooleanQuery.Builder();
        any.add(field(Fields.WORDS, WORDS, Terms::words), BooleanClause.Occur.SHOULD);
        any.add(field(Fields.BIGRAMS, BIGRAMS, Terms::bigrams), BooleanClause.Occur.SHOULD);
        any.add(field(Fields.UNIGRAMS, UNIGRAMS, Terms::unigrams), BooleanClause.Occur.SHOULD);
        addIdentifiers(any);
        var whole = new BooleanQuery.Builder();
        // Heads have none of the fields that are searched. A filter for passages would cost a fifth of the search.
        whole.add(any.build(), BooleanClause.Occur.MUST);
        query.phrases().forEach(phrase -> addPhrase(whole, phrase));
        addFilters(whole, query.filters());
        return whole.build();
    }

    private Query field(String field, float boost, Function<Terms, List<String>> kind) throws IOException {
        Map<String, Float> weights = new LinkedHashMap<>();
        for (PassageQuery.Part part : query.parts()) {
            kind.apply(part.terms()).stream()
                    .distinct()
                    .forEach(term -> weights.merge(term, part.weight(), Float::sum));
        }
        var any = new BooleanQuery.Builder();
        for (var term : rarest(field, weights).entrySet()) {
            Query one = new TermQuery(new Term(field, term.getKey()));
            any.add(new BoostQuery(one, boost * term.getValue()), BooleanClause.Occur.SHOULD);
        }
        return any.build();
    }

    private Map<String, Float> rarest(String field, Map<String, Float> weights) throws IOException {
        if (weights.size() <= MAX_TERMS) {
            return weights;
        }
        Map<String, Integer> frequencies = new LinkedHashMap<>();
        for (String term : weights.keySet()) {
            frequencies.put(term, reader.docFreq(new Term(field, term)));
        }
        Map<String, Float> kept = new LinkedHashMap<>();
        frequencies.entrySet().stream()
                .filter(term -> term.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Integer> term) -> term.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MAX_TERMS)
                .forEach(term -> kept.put(term.getKey(), weights.get(term.getKey())));
        return kept;
    }

    /** A document named in one part and an article in another belong together: “221号令……” and then “第十九条呢”. */
    private void addIdentifiers(BooleanQuery.Builder any) {
        var documents = new BooleanQuery.Builder();
        boolean named = false;
        for (PassageQuery.Part part : query.parts()) {
            for (String key : part.named().documents()) {
                documents.add(keyword(Fields.NUMBER, key), BooleanClause.Occur.SHOULD);
                named = true;
            }
        }
        Query document = documents.build();
        if (named) {
            any.add(constant(document, DOCUMENT), BooleanClause.Occur.SHOULD);
        }
        for (PassageQuery.Part part : query.parts()) {
            for (String place : part.named().places()) {
                Query article = keyword(Fields.PLACE, place);
                any.add(constant(article, PLACE * part.weight()), BooleanClause.Occur.SHOULD);
                if (named) {
                    var both = new BooleanQuery.Builder()
                            .add(document, BooleanClause.Occur.FILTER)
                            .add(article, BooleanClause.Occur.FILTER)
                            .build();
                    any.add(constant(both, PLACE_IN_DOCUMENT * part.weight()), BooleanClause.Occur.SHOULD);
                }
            }
        }
    }

    /** All its pairs; not those with the value of a number, which a longer number around the phrase would change. */
    private static void addPhrase(BooleanQuery.Builder whole, String phrase) {
        String normal = Analysis.normal(phrase);
        Terms terms = Analysis.grams(phrase);
        boolean single = terms.bigrams().isEmpty();
        (single ? terms.unigrams() : terms.bigrams())
                .stream().filter(normal::contains).distinct().limit(MAX_TERMS).forEach(term -> {
                    Query held = keyword(single ? Fields.UNIGRAMS : Fields.BIGRAMS, term);
                    whole.add(held, BooleanClause.Occur.FILTER);
                });
    }

    private static void addFilters(BooleanQuery.Builder whole, Filters filters) {
        addFilter(whole, Fields.JURISDICTION, filters.jurisdiction());
        addFilter(whole, Fields.ISSUER, filters.issuer());
        addFilter(whole, Fields.KIND, filters.kind());
        String number = filters.documentNumber();
        if (number != null) {
            addFilter(whole, Fields.NUMBER, DocumentNumber.key(number));
        }
        LocalDate from = filters.issuedFrom();
        LocalDate to = filters.issuedTo();
        if (from != null || to != null) {
            Query issued = LongPoint.newRangeQuery(
                    Fields.ISSUED_ON,
                    from == null ? Long.MIN_VALUE : from.toEpochDay(),
                    to == null ? Long.MAX_VALUE : to.toEpochDay());
            whole.add(issued, BooleanClause.Occur.FILTER);
        }
        addFilter(whole, Fields.GAZETTE, filters.gazette());
        LocalDate asOf = filters.asOf();
        long day = (asOf == null ? LocalDate.now(CHINA) : asOf).toEpochDay();
        Validity.Status status = filters.status();
        if (status != null) {
            long[] on = {day};
            whole.add(LongRange.newContainsQuery(Fields.state(status), on, on), BooleanClause.Occur.FILTER);
        }
        if (filters.inForceOnly()) {
            whole.add(LongPoint.newRangeQuery(Fields.HOLDS_FROM, Long.MIN_VALUE, day), BooleanClause.Occur.FILTER);
            whole.add(LongPoint.newRangeQuery(Fields.HOLDS_UNTIL, day, Long.MAX_VALUE), BooleanClause.Occur.FILTER);
        }
    }

    private static void addFilter(BooleanQuery.Builder whole, String field, @Nullable String value) {
        if (value != null) {
            whole.add(keyword(field, value), BooleanClause.Occur.FILTER);
        }
    }

    private static Query keyword(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
