package wenju.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenju.notice.Passage;

/**
 * The seam to whatever finds passages. An index is derived from the store and can be rebuilt at any time; it holds all that
 * is needed to answer and cite without the store. Every method blocks and is safe for use by several threads.
 */
public interface PassageIndex extends AutoCloseable {

    /**
     * The revision of the store that this index has taken in, or 0 when it is empty; what changed after it is still to be
     * {@linkplain #apply applied}.
     */
    long revision();

    /**
     * Puts notices in place of what was held of them, takes others out, and remembers the revision, all in one step: a
     * search sees all of it or nothing.
     *
     * @param notices with everything known about them
     * @param removedIds ids of notices that are gone
     */
    void apply(Collection<IndexedNotice> notices, Collection<String> removedIds, long revision);

    /** The best candidates for a query, best first, ties broken by passage id. */
    List<Candidate> search(PassageQuery query);

    /**
     * The candidates for a query that are most alike in meaning, best first, ties broken by passage id: of those only that have
     * anything of the query in their words. Their scores are those of their words.
     */
    List<Candidate> nearest(PassageQuery query, Meaning meaning);

    /**
     * What a text is about, to be compared with what {@linkplain Candidate#meanings passages} are about; empty where this machine
     * cannot tell. Takes longer than a search.
     */
    Optional<Meaning> meaning(String text);

    /** The passages of a notice in order, or nothing when the notice is not held. */
    List<Passage> passages(String noticeId);

    /** The notice without its passages, as it was indexed. */
    Optional<IndexedNotice.Head> head(String noticeId);

    /**
     * In how many passages each term stands: how telling it is.
     *
     * @param terms unigrams, bigrams and words as {@link Analysis#terms} makes them
     * @return one entry for each term, 0 for what stands nowhere
     */
    Map<String, Integer> frequencies(Collection<String> terms);

    /** The words of the passages; the same object until something is {@linkplain #apply applied}. */
    Vocabulary vocabulary();

    /** Number of passages held. */
    int size();

    @Override
    void close();
}
