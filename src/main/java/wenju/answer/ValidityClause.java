package wenju.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.Passage;
import wenju.search.Analysis;
import wenju.search.PassageQuery;

/**
 * Whether a question is about the validity of a notice as a whole, and which clause of a notice tells it: from when, for how
 * long, in whose place. Such a clause shares no word with “电梯办法现在还有效吗”, so no ranking by words finds it. Stateless.
 */
final class ValidityClause {
    private static final String NOTICE =
            "办法|规定|细则|条例|意见|通知|方案|规划|预案|公告|通告|决定|标准|政策|文件|号令?|令|》|^(?:那么?)?(?:它|这个|那个|这份)?";

    private static final String BETWEEN =
            "(?:[\\s,]|现在|目前|如今|今天|到底|还|是不是|是否|有没有|已经|已|早就|什么时候|啥时候|何时|哪一?[天年]|从|起|开始|到|的|会|被|仍然?|都|不|没)*";

    private static final String VALID = "有效|失效|作废|废止|废除|过期|生效|施行|实施|执行|算数|管用|能用(?!来)|用";

    /** The notice first, then what is asked of it: how long a permit is valid is another matter. */
    private static final Pattern ASKED = Pattern.compile("(?:" + NOTICE + ")" + BETWEEN + "(?:" + VALID
            + ")(?:期限?|日期|时间)?(?:了|的|着|到|至|有|是|几年|多久|多长时间|多长|什么时候|啥时候|哪一?[天年]|没有?|吗|不|么|呢|[\\s?!。])*$");

    private static final List<Pattern> TELLING = List.of(
            Pattern.compile("自.{1,20}起(?:正式)?(?:施行|执行|实施|生效)"),
            Pattern.compile("有效期.{0,4}(?:[\\d一二三四五六七八九十]|[至到为])|(?:施行|执行|试行)(?:期限|至).{0,12}[年月日]"),
            Pattern.compile("同时(?:废止|停止执行|失效)|予以废止|自行失效|自行废止"));

    /** Added to what is searched, so that such clauses of the notice asked about are among the candidates. */
    static final PassageQuery.Part WORDING = new PassageQuery.Part("本办法自发布之日起施行，有效期至，同时废止", 0.3f);

    private ValidityClause() {}

    static boolean isAsked(String asked) {
        return ASKED.matcher(Analysis.normal(asked)).find();
    }

    /** The passage that tells most of it, the last of several: a notice ends with its validity. */
    static Optional<Passage> of(List<Passage> passages) {
        return passages.stream()
                .filter(passage -> told(passage) > 0)
                .max(Comparator.comparingLong(ValidityClause::told).thenComparingInt(Passage::position));
    }

    private static long told(Passage passage) {
        String normal = Analysis.normal(passage.text());
        return TELLING.stream()
                .map(pattern -> pattern.matcher(normal))
                .filter(Matcher::find)
                .count();
    }
}
