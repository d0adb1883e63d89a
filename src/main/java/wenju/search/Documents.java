package wenju.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Standing;
import wenju.notice.Validity;

/** Notices as documents of the index, and back. The fields are those of {@link Fields}. */
final class Documents {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Terms NO_TERMS = new Terms(List.of(), List.of(), List.of());
    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.setTokenized(true);
        TERMS.freeze();
    }

    private Documents() {}

    /**
     * The head, then the passages.
     *
     * @param model tells what each passage means; empty where that is not wanted or cannot be told
     */
    static List<Document> of(IndexedNotice indexed, Optional<MeaningModel> model) {
        var documents = new ArrayList<Document>();
        documents.add(head(indexed));
        // Side by side: one long notice may hold half the passages of a gazette, and each takes its milliseconds to be
        // understood.
        documents.addAll(indexed.notice().passages().parallelStream()
                .map(passage -> passage(indexed, passage, model))
                .toList());
        return documents;
    }

    static IndexedNotice.Head head(Document stored) {
        return read(stored, IndexedNotice.Head.class);
    }

    static Passage passage(Document stored) {
        return read(stored, Passage.class);
    }

    /** What is stated in the passage; nothing where no model could tell when it was indexed. */
    static List<Meaning> statements(Document stored) {
        BytesRef bytes = stored.getBinaryValue(Fields.STATEMENTS);
        return bytes == null ? List.of() : Meanings.read(BytesRef.deepCopyOf(bytes).bytes);
    }

    /** What of a passage is searched: the title, the headings above it, its lead-in and its text, one to a line. */
    static String searched(String title, Passage passage) {
        var text = new StringBuilder(title);
        passage.headings().forEach(heading -> text.append('\n').append(heading));
        if (!passage.leadIn().isEmpty()) {
            text.append('\n').append(passage.leadIn());
        }
        return text.append('\n').append(passage.text()).toString();
    }

    private static Document head(IndexedNotice indexed) {
        var document = new Document();
        document.add(keyword(Fields.NOTICE, indexed.notice().id()));
        document.add(keyword(Fields.ROLE, Fields.HEAD));
        document.add(new StoredField(Fields.SOURCE, write(indexed.head())));
        // Without any terms in it: lengths that every document has are read in a third of the time.
        addTerms(document, NO_TERMS);
        return document;
    }

    private static Document passage(IndexedNotice indexed, Passage passage, Optional<MeaningModel> model) {
        Notice notice = indexed.notice();
        var document = new Document();
        document.add(keyword(Fields.NOTICE, notice.id()));
        document.add(keyword(Fields.ROLE, Fields.PASSAGE));
        document.add(new StoredField(Fields.SOURCE, write(passage)));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(passage.id())));
        String searched = searched(notice.title(), passage);
        model.map(reading -> Meanings.of(notice.title(), passage.text(), reading))
                .ifPresent(meanings -> addMeanings(document, meanings));
        addTerms(document, Analysis.terms(searched));
        if (notice.number() != null) {
            Identifiers.keys(notice.number()).forEach(key -> document.add(keyword(Fields.NUMBER, key)));
        }
        Identifiers.places(passage.locator()).forEach(place -> document.add(keyword(Fields.PLACE, place)));
        document.add(keyword(Fields.ISSUER, notice.issuer()));
        document.add(keyword(Fields.KIND, notice.kind()));
        document.add(keyword(Fields.JURISDICTION, notice.jurisdiction()));
        document.add(keyword(Fields.GAZETTE, notice.gazette()));
        if (notice.issuedOn() != null) {
            document.add(new LongPoint(Fields.ISSUED_ON, notice.issuedOn().toEpochDay()));
        }
        Standing.Span holds = indexed.standing().holds();
        document.add(new LongPoint(Fields.HOLDS_FROM, holds.first().toEpochDay()));
        document.add(new LongPoint(Fields.HOLDS_UNTIL, holds.last().toEpochDay()));
        for (Validity.Status status : Validity.Status.values()) {
            for (Standing.Span days : indexed.standing().spans(status)) {
                document.add(new LongRange(
                        Fields.state(status),
                        new long[] {days.first().toEpochDay()},
                        new long[] {days.last().toEpochDay()}));
            }
        }
        return document;
    }

    private static void addMeanings(Document document, Meanings meanings) {
        document.add(new BinaryDocValuesField(
                Fields.MEANING, new BytesRef(meanings.whole().bytes())));
        document.add(new StoredField(Fields.STATEMENTS, Meanings.write(meanings.statements())));
    }

    private static void addTerms(Document document, Terms terms) {
        document.add(new Field(Fields.WORDS, new Listed(terms.words()), TERMS));
        document.add(new Field(Fields.BIGRAMS, new Listed(terms.bigrams()), TERMS));
        document.add(new Field(Fields.UNIGRAMS, new Listed(terms.unigrams()), TERMS));
    }

    private static Field keyword(String field, String value) {
        return new StringField(field, value, Field.Store.NO);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the domain is always writable", e);
        }
    }

    private static <T> T read(Document stored, Class<T> type) {
        try {
            return JSON.readValue(stored.get(Fields.SOURCE), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the index holds an unreadable " + type.getSimpleName(), e);
        }
    }

    /** Terms that are made already, as Lucene takes them in. */
    private static final class Listed extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Collection<String> terms;
        private Iterator<String> rest;

        Listed(Collection<String> terms) {
            this.terms = terms;
            this.rest = terms.iterator();
        }

        @Override
        public void reset() {
            rest = terms.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(rest.next());
            return true;
        }
    }
}
