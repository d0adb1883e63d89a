package wenju.answer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import wenju.search.Analysis;

/**
 * What a question asks, so that two can be told to ask the same: the words that carry meaning, what kind of thing is asked for,
 * and how it is asked. {@code 请问老年食堂的补贴有多少？} and {@code 老年食堂补贴多少} have one sense; {@code 老年食堂怎么申请补贴} has another.
 *
 * @param words in the order of the question; of words that say the same ({@linkplain Thesaurus#uniform both ways}) always the
 *     same one
 */
record Sense(List<String> words, Set<Kind> kinds, Set<Way> ways) {
    /** Words that change nothing; negations, numbers and everything else may. */
    private static final Set<String> EMPTY = Set.of(
            "的", "了", "呢", "着", "在", "是", "就", "都", "也", "要", "有", "我", "我们", "我家", "你", "你们", "他", "他们", "咱", "咱们",
            "俺", "这", "那", "这个", "那个", "个", "一个", "一下", "吗", "呀", "啊", "吧", "现在", "目前", "到底", "究竟", "具体", "一般", "请问");

    /** How it is asked, of what {@link Kind} does not tell; 是什么 and 有哪些 name a thing and ask no more than its name does. */
    enum Way {
        WHY("为什么|为啥|为何|干嘛"),
        WHEN("什么时候|啥时候|何时|多久|多长时间|几点"),
        WHERE("哪里|哪儿|在哪|去哪|到哪"),
        WHO("谁|哪个部门|哪个单位|哪家"),
        HOW("怎么|怎样|如何|咋"),
        HOW_MUCH("多少|几[天个年月次元块人项条岁米层楼类级倍]"),
        WHETHER("吗|是不是|有没有|能不能|可不可以|要不要|会不会|行不行|算不算|用不用|该不该|让不让|给不给|是否|能否|可否|不(?=[?!。,，]|$)");

        private final Pattern asking;

        Way(String asking) {
            this.asking = Pattern.compile(asking);
        }
    }

    Sense {
        words = List.copyOf(words);
        kinds = Set.copyOf(kinds);
        ways = Set.copyOf(ways);
    }

    /** @param clean see {@link Wording#clean} */
    static Sense of(String clean, Thesaurus thesaurus) {
        String normal = Analysis.normal(clean);
        var ways = EnumSet.noneOf(Way.class);
        for (Way way : Way.values()) {
            if (way.asking.matcher(normal).find()) {
                ways.add(way);
            }
        }
        return new Sense(wordsIn(normal, thesaurus), Kind.askedBy(normal), ways);
    }

    /** The words alone. */
    static List<String> words(String clean, Thesaurus thesaurus) {
        return wordsIn(Analysis.normal(clean), thesaurus);
    }

    private static List<String> wordsIn(String normal, Thesaurus thesaurus) {
        String uniform = thesaurus.uniform(Wording.content(normal));
        return Analysis.terms(uniform).words().stream()
                .filter(word -> !EMPTY.contains(word))
                .toList();
    }

    /** The same, whatever the order of the words. */
    Sense unordered() {
        return new Sense(words.stream().sorted().toList(), kinds, ways);
    }
}
