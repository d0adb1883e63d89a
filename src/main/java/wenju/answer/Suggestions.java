package wenju.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.Passage;
import wenju.search.Candidate;
import wenju.search.Filters;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;

/**
 * Questions that the notices at hand do answer, made by rule from their titles and wording; never from other people's
 * questions. From a clause “电梯维护保养单位应当履行下列义务” comes {@code 《…办法》规定电梯维护保养单位应当履行哪些义务？}
 * What a clause lends itself to is kept for as long as the index keeps the clause. Safe for use by several threads.
 */
final class Suggestions {
    private static final int MOST = 3;

    /** Where to turn when the notices do not say. */
    static final String HOTLINE = "拨打12345政务服务便民热线咨询";

    /** Words of clauses that lend themselves to a question, for when what was asked leads nowhere. */
    private static final String TELLING = "应当履行下列义务 职责 应当符合下列条件 是指 罚款";

    private static final int LOOKED_AT = 40;
    private static final int LOOKED_AT_FOR_EXAMPLES = 400;
    private static final int EXAMPLES = 6;
    private static final int LONGEST_TITLE = 36;

    private static final Pattern ENCLOSED = Pattern.compile("关于(?:印发|公布|发布|颁布|转发)《?(.+?)》?的(?:通知|决定|公告|通告)$");
    private static final Pattern LIST = Pattern.compile(
            "(?:^|[\\n。；;])\\s*(?:第[一二三四五六七八九十百零]+条\\s*)?([\\p{IsHan}、]{2,20}?)应当(履行|承担|遵守|符合|具备|提交|提供)(?:下列|以下)([\\p{IsHan}]{2,4})[:：]");
    private static final Pattern DEFINITION = Pattern.compile("所称的?[“]?([\\p{IsHan}]{2,14})[”]?[,，]?(?:是指|,是指|，是指)");
    private static final Pattern FINE = Pattern.compile("处以?[^。；;\\n]{0,30}罚款");
    private static final Pattern SECTION = Pattern.compile(
            "^[第\\p{IsHan}\\d（(、）).．]{0,6}?[、）).．章节\\s]\\s*([\\p{IsHan}]{0,6}(?:目标|任务|措施|职责|条件|程序|标准|范围|原则|分工|政策|要求))$");

    /** Some 100 bytes each. */
    private static final int KEPT = 20_000;

    private final PassageIndex index;
    private final Cache<Passage, Optional<String>> questions = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(KEPT)
            .executor(Runnable::run)
            .build();

    Suggestions(PassageIndex index) {
        this.index = index;
    }

    /**
     * Up to three questions from clauses near to what was asked that the answer does not show; when those lend themselves
     * to none, from any clauses that do. Empty only when no notice at hand lends itself.
     */
    List<String> near(List<Ranked> ranked, Repeats shown, Filters filters) {
        List<String> near = made(ranked.stream()
                .map(Ranked::candidate)
                .filter(candidate ->
                        !shown.holds(candidate.head().id(), candidate.passage().position()))
                .limit(LOOKED_AT)
                .toList());
        return near.isEmpty() ? anywhere(filters) : near;
    }

    /** What can be asked instead, and where else to turn; never empty. */
    List<String> instead(List<Ranked> ranked, Filters filters) {
        var all = new ArrayList<>(near(ranked, new Repeats(), filters));
        all.add(HOTLINE);
        return List.copyOf(all);
    }

    /** Questions for somebody who has not asked yet, each about another notice; empty only when no notice lends itself. */
    List<String> examples() {
        var telling = List.of(new PassageQuery.Part(TELLING, 1));
        List<Candidate> candidates = index.search(new PassageQuery(telling, Filters.NONE, LOOKED_AT_FOR_EXAMPLES));
        var firstOfEach = new LinkedHashMap<String, String>();
        for (Candidate candidate : candidates) {
            question(candidate)
                    .ifPresent(
                            question -> firstOfEach.putIfAbsent(candidate.head().id(), question));
        }
        return firstOfEach.values().stream().limit(EXAMPLES).toList();
    }

    private List<String> anywhere(Filters filters) {
        var telling = List.of(new PassageQuery.Part(TELLING, 1));
        return made(index.search(new PassageQuery(telling, filters, LOOKED_AT)));
    }

    private List<String> made(List<Candidate> candidates) {
        SequencedSet<String> made = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            if (made.size() < MOST) {
                question(candidate).ifPresent(made::add);
            }
        }
        return List.copyOf(made);
    }

    private Optional<String> question(Candidate candidate) {
        return questions.get(candidate.passage(), passage -> {
            String title = called(candidate.head().title());
            return title.length() <= LONGEST_TITLE ? question(title, passage) : Optional.empty();
        });
    }

    /** The name people know: {@code 关于印发某某办法的通知 → 某某办法}. */
    static String called(String title) {
        Matcher enclosed = ENCLOSED.matcher(title);
        return enclosed.find() ? enclosed.group(1) : title;
    }

    static Optional<String> question(String title, Passage passage) {
        String name = "《" + title + "》";
        String text = passage.text();
        // Words that each pattern needs are looked for first: most clauses lend themselves to nothing, and patterns
        // take long to say so.
        Matcher list = LIST.matcher(text);
        if (text.contains("应当") && list.find()) {
            return Optional.of(name + "规定" + list.group(1) + "应当" + list.group(2) + "哪些" + list.group(3) + "？");
        }
        Matcher definition = DEFINITION.matcher(text);
        if (text.contains("所称") && definition.find()) {
            return Optional.of(name + "所称的“" + definition.group(1) + "”是指什么？");
        }
        if (text.contains("罚款") && FINE.matcher(text).find()) {
            return Optional.of("违反" + name + "会受到什么处罚？");
        }
        for (String heading : passage.headings().reversed()) {
            Matcher section = SECTION.matcher(heading);
            if (section.find()) {
                return Optional.of(name + "的" + section.group(1) + "是什么？");
            }
        }
        return Optional.empty();
    }
}
