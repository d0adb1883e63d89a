package wenju.answer;

/**
 * What speaks for or against an excerpt being right, as numbers that mean the same for every question. <em>Held</em> is
 * said of shares of the weight of the question's units (single characters) or pairs, 0 to 1.
 */
enum Sign {
    /** Held by title, headings and clause. */
    UNITS("提问的单字在其中"),
    PAIRS("提问的双字在其中"),
    /** What of the question nothing in the notice explains; see {@link Unexplained}. */
    UNEXPLAINED("提问中文件没有说到的"),
    /** The same of the clause, its headings and the title. */
    UNEXPLAINED_HERE("提问中这一段没有说到的"),
    /** The chance that ranking gives the clause among all candidates. */
    CHANCE("在候选中的分量"),
    /** The chance that ranking gives all clauses of the notice together. */
    NOTICE_CHANCE("所在文件在候选中的分量"),
    /** How much better than the best clause of any other notice, at most 3 either way. */
    LEAD("领先其他文件"),
    /** Share of the first ten candidates that belong to the same notice. */
    VOTES("前十段属于同一文件"),
    /** Share of the kinds asked for that is told. */
    KIND_TOLD("说到所问的事项"),
    /** A {@link Detail} is asked for and the excerpt tells none of the kind. */
    DETAIL_MISSING("没有所问的数额、电话或期限等"),
    /** A year is asked for and the clause knows nothing of it. */
    YEAR_MISSING("没有所问的年份"),
    /** Logarithm of the place among the excerpts. */
    RANK("名次");

    private final String called;

    Sign(String called) {
        this.called = called;
    }

    /** For people, in Chinese. */
    String called() {
        return called;
    }
}
