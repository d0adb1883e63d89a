package wenju.answer;

/**
 * What speaks for or against an excerpt being right, as numbers that mean the same for every question. <em>Held</em> is
 * said of shares of the weight of the question's units (single characters) or pairs, 0 to 1.
 */
enum Sign {
    /** Held by title, headings and clause. */
    UNITS,
    PAIRS,
    /** Held by the best sentence of the clause. */
    SENTENCE,
    /** Words of the question that stand anywhere in the notice, as a share of all. */
    NOTICE_WORDS,
    /** The chance that ranking gives the clause among all candidates. */
    CHANCE,
    /** The chance that ranking gives all clauses of the notice together. */
    NOTICE_CHANCE,
    /** How much better than the best clause of any other notice, at most 3 either way. */
    LEAD,
    /** Share of the first ten candidates that belong to the same notice. */
    VOTES,
    /** The engine's score for each unit of the question's weight. */
    STRENGTH,
    /** Share of the kinds asked for that is told. */
    KIND_TOLD,
    /** A year is asked for and the clause knows nothing of it. */
    YEAR_MISSING,
    /** Logarithm of the place among the excerpts. */
    RANK,
    /** Logarithm of the number of different units asked for. */
    LENGTH
}
