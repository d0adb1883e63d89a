package wenju.gazette;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.Passage;

/**
 * The term of a notice as its own text states it. Dates of other documents are told apart by asking that the sentence speaks
 * of this one: 本办法, 现予公布, or a sentence that begins with the date.
 *
 * @param effectiveOn first day in force; null when the text does not say
 * @param expiresOn last day in force; null when the text sets no term
 */
record Validities(@Nullable LocalDate effectiveOn, @Nullable LocalDate expiresOn) {
    private static final String SELF =
            "(?:本|此|该)(?:通知|意见|方案|办法|细则|规定|措施|政策|规划|预案|计划|决定|文件|标准|规则|条例|通告|公告|实施\\p{IsHan}{2})|现予(?:公布|发布)|现(?:印发|发布|公布)";
    private static final Pattern SENTENCE = Pattern.compile("[^。\\n]+");
    private static final Pattern FROM_DAY = Pattern.compile("(?:自|从)?" + Dates.DAY + "起(?:正式|开始|试)?(?:施行|实施|执行|生效|试行)");
    private static final Pattern FROM_ISSUE = Pattern.compile(
            "(?:自|从)(?:本\\p{IsHan}{2,4})?(?:印发|发布|公布|下发|颁布|发文)之日起(?:满?(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})(?:个?工作)?日(?:后|起))?(?:正式|开始)?(?:施行|实施|执行|生效|试行|有效|(?=[，,；]|$))");
    /** {@code 有效期五年}, {@code 试行2年}, {@code 有效期6个月}; 试行 or 暂行 alone sets no term. */
    private static final Pattern TERM = Pattern.compile(
            "(?:有效期(?:限)?|(?:试行|执行|施行|实施)(?:期|期限)?)(?:为|是)?(?<n>[一二两三四五六七八九十\\d]{1,2})(?<unit>年|个月)(?!\\d|[一二三四五六七八九十]+月|度|底|末)");

    private static final Pattern UNTIL = Pattern.compile(
            "(?:有效期|施行|实施|执行|试行)(?:限|期限)?(?:截)?(?:自.{4,24})?(?:.{2,6}年，)?(?:至|到)" + Dates.DAY + "(?:止)?");
    private static final Pattern SPAN = Pattern.compile(
            "(?:有效|施行|实施|执行|试行)(?:期|期限|时间)?(?:为|是)?(?:自|从)?" + Dates.DAY + "(?:起)?(?:至|到)(?<until>.{8,14}?日)");
    /** {@code 自2020年1月1日起至2024年12月31日执行}, {@code 自2020年1月1日起施行，至2024年12月31日止}. */
    private static final Pattern SPAN_THEN_VERB = Pattern.compile(
            "(?:自|从)" + Dates.DAY
                    + "起?(?:(?:至|到)(?<until>.{8,14}?日)止?(?:期间)?(?:内|，)?(?:有效|施行|实施|执行|试行)|(?:施行|实施|执行|试行)，(?:有效期)?(?:至|到)(?<end>.{8,14}?日)(?:止|$|废止|失效))");

    private static final Pattern STATED_SELF = Pattern.compile(SELF);
    /** {@code 自…起施行}, alone or behind the history of a regulation: {@code （2008年3月1日某市人民政府令第35号公布 自…起施行）}. */
    private static final Pattern BEGINS_WITH_DAY =
            Pattern.compile("^(?:第.{1,5}条|[(（]" + Dates.DAY + "[^《》]{2,60}(?:公布|发布|通过)，?)?自.+起.*");

    /** Reads the term from the passages of a notice. */
    static Validities of(List<Passage> passages, @Nullable LocalDate issuedOn) {
        @Nullable LocalDate effective = null;
        @Nullable LocalDate expires = null;
        for (Passage passage : passages) {
            boolean spoken = false;
            Matcher sentences = SENTENCE.matcher(passage.text());
            while (sentences.find()) {
                String sentence = Typography.compact(sentences.group());
                if (sentence.indexOf('年') < 0 && sentence.indexOf('起') < 0) {
                    continue;
                }
                boolean self = STATED_SELF.matcher(sentence).find()
                        || BEGINS_WITH_DAY.matcher(sentence).matches();
                if (self || spoken) {
                    Optional<LocalDate> from = effective(sentence, issuedOn);
                    if (from.isPresent() && (effective == null || self)) {
                        effective = from.get();
                        spoken = true;
                    }
                    Optional<LocalDate> to = expires(sentence, effective == null ? issuedOn : effective);
                    if (to.isPresent() && (spoken || self)) {
                        expires = to.get();
                    }
                }
            }
        }
        return new Validities(effective == null ? fromLastArticles(passages, issuedOn) : effective, expires);
    }

    /** 附则 may name the day without 本办法: {@code 两项补贴自2016年1月1日起施行}. */
    private static @Nullable LocalDate fromLastArticles(List<Passage> passages, @Nullable LocalDate issuedOn) {
        List<Passage> articles = passages.stream()
                .filter(p -> p.locator().parts().stream().anyMatch(part -> part.endsWith("条")))
                .toList();
        for (Passage article : articles.subList(Math.max(0, articles.size() - 2), articles.size())) {
            String text = Typography.compact(article.text());
            if (!text.contains("《")) {
                Optional<LocalDate> from = effective(text, issuedOn);
                if (from.isPresent()) {
                    return from.get();
                }
            }
        }
        return null;
    }

    private static Optional<LocalDate> effective(String sentence, @Nullable LocalDate issuedOn) {
        for (Pattern stated : List.of(FROM_DAY, SPAN, SPAN_THEN_VERB)) {
            Matcher day = stated.matcher(sentence);
            if (day.find()) {
                return Dates.day(day);
            }
        }
        Matcher issue = FROM_ISSUE.matcher(sentence);
        if (issue.find() && issuedOn != null) {
            String days = issue.group("days");
            return Optional.of(days == null ? issuedOn : issuedOn.plusDays(ChineseNumerals.value(days)));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> expires(String sentence, @Nullable LocalDate from) {
        Matcher span = SPAN.matcher(sentence);
        if (span.find()) {
            return Dates.whole(span.group("until"));
        }
        Matcher verb = SPAN_THEN_VERB.matcher(sentence);
        if (verb.find()) {
            return Dates.whole(verb.group("until") == null ? verb.group("end") : verb.group("until"));
        }
        Matcher until = UNTIL.matcher(sentence);
        if (until.find()) {
            return Dates.day(until);
        }
        Matcher term = TERM.matcher(sentence);
        if (term.find() && from != null) {
            int length = ChineseNumerals.value(term.group("n").replace('两', '二'));
            return Optional.of(term.group("unit").equals("年") ? from.plusYears(length) : from.plusMonths(length));
        }
        return Optional.empty();
    }
}
