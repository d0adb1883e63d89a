package wenju.answer;

/**
 * What speaks for or against an excerpt being right, as numbers that mean the same for every question. <em>Held</em> is
 * said of shares of the weight of the question's units (single characters) or pairs, 0 to 1.
 */
enum Sign {
    /** Held by title, headings and clause. */
    UNITS,
    PAIRS,
    /** What of the question nothing in the notice explains; see {@link Unexplained}. */
    UNEXPLAINED,
    /** The score of ranking: how nearly the clause has most of everything that candidates have. */
    EXCELS,
    /** The chance that ranking gives the clause among all candidates. */
    CHANCE,
    /** The chance that ranking gives all clauses of the notice together. */
    NOTICE_CHANCE,
    /** How much better than the best clause of any other notice, at most 3 either way. */
    LEAD,
    /** Share of the first ten candidates that belong to the same notice. */
    VOTES,
    /** Share of the kinds asked for that is told. */
    KIND_TOLD,
    /** A {@link Detail} is asked for and the excerpt tells none of the kind. */
    DETAIL_MISSING,
    /** A year is asked for and the clause knows nothing of it. */
    YEAR_MISSING,
    /** Logarithm of the place among the excerpts. */
    RANK
}
