package wenju.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Validity;

/**
 * A {@link PassageQuery} put to a {@link Generation}. Every passage gets its score:
 *
 * <pre>
 * score = words + bigrams + {@value #UNIGRAMS} × unigrams + identifiers named in the question
 * </pre>
 *
 * where each of the three is a sum over the terms of all parts, as {@link FieldTerms} scores them. A term counts with the weight of its part, and once
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

    /** Bounds what a long talk costs; the rarest terms of each field are kept. Lucene takes 1,024 filters at most. */
    private static final int MAX_TERMS = 320;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PassageQuery query;
    private final Generation generation;
    private final double[] scores;

    private LuceneQuery(PassageQuery query, Generation generation) {
        this.query = query;
        this.generation = generation;
        this.scores = new double[generation.size()];
    }

    /** The score of each passage by its number; 0 when it has nothing of the query, or does not pass its filters. */
    static double[] scores(PassageQuery query, Generation generation) throws IOException {
        return new LuceneQuery(query, generation).scores();
    }

    private double[] scores() throws IOException {
        add(generation.words(), WORDS, Terms::words);
        add(generation.bigrams(), BIGRAMS, Terms::bigrams);
        add(generation.unigrams(), UNIGRAMS, Terms::unigrams);
        addIdentifiers();
        filter();
        return scores;
    }

    private void add(FieldTerms field, float boost, Function<Terms, List<String>> kind) throws IOException {
        Map<String, Float> weights = new LinkedHashMap<>();
        for (PassageQuery.Part part : query.parts()) {
            for (String term : new LinkedHashSet<>(kind.apply(part.terms()))) {
                weights.merge(term, part.weight(), Float::sum);
            }
        }
        for (var term : rarest(field, weights).entrySet()) {
            field.of(term.getKey()).addTo(scores, boost * term.getValue());
        }
    }

    private static Map<String, Float> rarest(FieldTerms field, Map<String, Float> weights) throws IOException {
        if (weights.size() <= MAX_TERMS) {
            return weights;
        }
        Map<String, Integer> frequencies = new LinkedHashMap<>();
        for (String term : weights.keySet()) {
            frequencies.put(term, field.frequency(term));
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
    private void addIdentifiers() throws IOException {
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
            add(document, DOCUMENT);
        }
        for (PassageQuery.Part part : query.parts()) {
            for (String place : part.named().places()) {
                Query article = keyword(Fields.PLACE, place);
                add(article, PLACE * part.weight());
                if (named) {
                    Query both = new BooleanQuery.Builder()
                            .add(document, BooleanClause.Occur.FILTER)
                            .add(article, BooleanClause.Occur.FILTER)
                            .build();
                    add(both, PLACE_IN_DOCUMENT * part.weight());
                }
            }
        }
    }

    private void add(Query found, float score) throws IOException {
        generation.each(found, number -> scores[number] += score);
    }

    private void filter() throws IOException {
        var builder = new BooleanQuery.Builder();
        query.phrases().forEach(phrase -> addPhrase(builder, phrase));
        addFilters(builder, query.filters());
        BooleanQuery all = builder.build();
        if (all.clauses().isEmpty()) {
            return;
        }
        var passing = new BitSet(scores.length);
        generation.each(all, passing::set);
        for (int number = passing.nextClearBit(0); number < scores.length; number = passing.nextClearBit(number + 1)) {
            scores[number] = 0;
        }
    }

    /** All its pairs; not those with the value of a number, which a longer number around the phrase would change. */
    private static void addPhrase(BooleanQuery.Builder all, String phrase) {
        String normal = Analysis.normal(phrase);
        Terms terms = Analysis.grams(phrase);
        boolean single = terms.bigrams().isEmpty();
        (single ? terms.unigrams() : terms.bigrams())
                .stream().filter(normal::contains).distinct().limit(MAX_TERMS).forEach(term -> {
                    Query held = keyword(single ? Fields.UNIGRAMS : Fields.BIGRAMS, term);
                    all.add(held, BooleanClause.Occur.FILTER);
                });
    }

    private static void addFilters(BooleanQuery.Builder all, Filters filters) {
        addFilter(all, Fields.JURISDICTION, filters.jurisdiction());
        addFilter(all, Fields.ISSUER, filters.issuer());
        addFilter(all, Fields.KIND, filters.kind());
        String number = filters.documentNumber();
        if (number != null) {
            addFilter(all, Fields.NUMBER, DocumentNumber.key(number));
        }
        LocalDate from = filters.issuedFrom();
        LocalDate to = filters.issuedTo();
        if (from != null || to != null) {
            Query issued = LongPoint.newRangeQuery(
                    Fields.ISSUED_ON,
                    from == null ? Long.MIN_VALUE : from.toEpochDay(),
                    to == null ? Long.MAX_VALUE : to.toEpochDay());
            all.add(issued, BooleanClause.Occur.FILTER);
        }
        addFilter(all, Fields.GAZETTE, filters.gazette());
        LocalDate asOf = filters.asOf();
        long day = (asOf == null ? LocalDate.now(CHINA) : asOf).toEpochDay();
        Validity.Status status = filters.status();
        if (status != null) {
            long[] on = {day};
            all.add(LongRange.newContainsQuery(Fields.state(status), on, on), BooleanClause.Occur.FILTER);
        }
        if (filters.inForceOnly()) {
            all.add(LongPoint.newRangeQuery(Fields.HOLDS_FROM, Long.MIN_VALUE, day), BooleanClause.Occur.FILTER);
            all.add(LongPoint.newRangeQuery(Fields.HOLDS_UNTIL, day, Long.MAX_VALUE), BooleanClause.Occur.FILTER);
        }
    }

    private static void addFilter(BooleanQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.add(keyword(field, value), BooleanClause.Occur.FILTER);
        }
    }

    private static Query keyword(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
