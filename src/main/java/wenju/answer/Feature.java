package wenju.answer;

import java.util.Set;

/**
 * What ranking looks at in a candidate. Each is 0 or more, higher for more of it; the order is that of the weights file.
 *
 * <p><em>Units</em> are single characters, <em>pairs</em> two neighbouring ones; shares are shares of the weight of the
 * question's units or pairs that a text holds, rare ones weighing more.
 */
enum Feature {
    /** What the engine found it by: words, pairs and units together. */
    RETRIEVED("检索得分"),
    /** BM25 of title, headings and text. */
    UNIT_SCORE("单字得分"),
    PAIR_SCORE("双字得分"),
    /** Of title, headings and text. */
    UNIT_SHARE("提问的单字在其中"),
    PAIR_SHARE("提问的双字在其中"),
    /** Of the sentence that holds most. */
    SENTENCE_UNITS("单字同在一句"),
    SENTENCE_PAIRS("双字同在一句"),
    /** The same as {@link #PAIR_SHARE}, earlier questions of the talk left out. */
    PRESENT_PAIRS("本次提问的双字在其中"),
    TITLE_UNITS("单字在文件标题"),
    TITLE_PAIRS("双字在文件标题"),
    /** Rarity of the official terms that stand in title, headings or text, the rarest for each everyday phrase asked with. */
    TERMS("官方用语"),
    /** How far question and passage are alike in meaning beyond what any two texts are, squared. */
    MEANING("意思相近"),
    /** The same of the statement that is most alike. */
    MEANING_BEST("有一句意思相近"),
    /** How well title, headings and text explain the words asked with; see {@link Translations}. */
    TRANSLATED("常这样问"),
    TRANSLATED_BEST("常这样问的要害"),
    /** Numbers of the question. */
    NUMBERS("提问中的数字在其中"),
    /** A year of the question stands in the passage or title; half when the notice is of that year. */
    YEAR("提问中的年份相符"),
    /** Share of the {@linkplain Kind kinds} asked for that the passage tells. */
    KIND_TOLD("说到所问的事项"),
    /** None of the kinds asked for is told. */
    KIND_MISSING("没有说到所问的事项"),
    OPENING("是文件开头"),
    ROW("是表格的一行"),
    LISTING("是名单"),
    /** A row or list of names when names or bodies are asked for. */
    LISTING_ASKED("问名单且是名单"),
    /** Logarithm of the number of units over 250, 0 for shorter ones. */
    LENGTH("篇幅");

    /** What takes longest to see, and is looked at only where words leave doubt. */
    static final Set<Feature> OF_MEANING = Set.of(MEANING, MEANING_BEST);

    private final String called;

    Feature(String called) {
        this.called = called;
    }

    /** For people, in Chinese. */
    String called() {
        return called;
    }
}
