package wenju.search;

import wenju.notice.Validity;

/**
 * Every field of the index. A notice is one block of documents: its head first, then one document for each passage. All
 * filters are repeated on every passage, so that a filter is one clause and never a join.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><th>field</th><th>on</th><th>type</th><th>why</th></tr>
 * <tr><td>{@link #NOTICE}</td><td>both</td><td>keyword</td><td>replacing a notice deletes by it; reading one looks it up</td></tr>
 * <tr><td>{@link #ROLE}</td><td>both</td><td>keyword</td><td>tells heads from passages when counting and reading</td></tr>
 * <tr><td>{@link #SOURCE}</td><td>both</td><td>stored only</td><td>the head or passage as JSON: read back as one value, never searched</td></tr>
 * <tr><td>{@link #MEANING}</td><td>passage</td><td>binary doc value, {@value Meaning#BYTES} bytes</td><td>of the whole: every passage is
 * compared with a question whose words leave doubt</td></tr>
 * <tr><td>{@link #STATEMENTS}</td><td>passage</td><td>stored only, {@value Meaning#BYTES} bytes each</td><td>compared for candidates
 * alone</td></tr>
 * <tr><td>{@link #ID}</td><td>passage</td><td>sorted doc value</td><td>breaks ties, so that order never depends on segments</td></tr>
 * <tr><td>{@link #WORDS}, {@link #BIGRAMS}, {@link #UNIGRAMS}</td><td>passage, empty on heads</td><td>terms with frequencies</td><td>BM25; no
 * positions, pairs narrow phrases down and the text decides</td></tr>
 * <tr><td>{@link #NUMBER}</td><td>passage</td><td>keyword, several</td><td>document number as {@link Identifiers} spells it; whole, or it
 * would be torn into characters</td></tr>
 * <tr><td>{@link #PLACE}</td><td>passage</td><td>keyword, several</td><td>article, chapter, attachment, for the same reason</td></tr>
 * <tr><td>{@link #ISSUER}, {@link #KIND}, {@link #JURISDICTION}, {@link #GAZETTE}</td><td>passage</td><td>keyword</td><td>filters, exact</td></tr>
 * <tr><td>{@link #ISSUED_ON}</td><td>passage</td><td>long point, epoch day</td><td>range filter; absent when no date is printed</td></tr>
 * <tr><td>{@link #HOLDS_FROM}, {@link #HOLDS_UNTIL}</td><td>passage</td><td>long point, epoch day</td><td>first and last day on which
 * nothing says that the notice is not in force; open ends lie beyond every date</td></tr>
 * <tr><td>{@link #state}</td><td>passage</td><td>long ranges, epoch days</td><td>the stretches of days in each state of validity, a field
 * for each state: which one it is depends on the day that is asked for</td></tr>
 * </table>
 */
final class Fields {
    /** Part of the version of every index; to be raised whenever a field or the stored JSON changes. */
    static final int VERSION = 4;

    static final String NOTICE = "notice";
    static final String ROLE = "role";
    static final String SOURCE = "source";
    static final String MEANING = "meaning";
    static final String STATEMENTS = "statements";
    static final String ID = "id";
    static final String WORDS = "words";
    static final String BIGRAMS = "bigrams";
    static final String UNIGRAMS = "unigrams";
    static final String NUMBER = "number";
    static final String PLACE = "place";
    static final String ISSUER = "issuer";
    static final String KIND = "kind";
    static final String JURISDICTION = "jurisdiction";
    static final String GAZETTE = "gazette";
    static final String ISSUED_ON = "issuedOn";
    static final String HOLDS_FROM = "holdsFrom";
    static final String HOLDS_UNTIL = "holdsUntil";

    /** Values of {@link #ROLE}. */
    static final String HEAD = "head";

    static final String PASSAGE = "passage";

    private Fields() {}

    /** The field of a state of validity. */
    static String state(Validity.Status status) {
        return "state-" + status.code();
    }
}
