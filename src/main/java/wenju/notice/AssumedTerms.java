package wenju.notice;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long an administrative normative document (规范性文件) holds where the law of its jurisdiction sets a term for those that
 * name none themselves. An operator writes the table; without it nothing is assumed.
 *
 * @param byJurisdiction the term for each jurisdiction, by its name: {@code 示例市}
 */
public record AssumedTerms(Map<String, Term> byJurisdiction) {
    /** Assumes nothing. */
    public static final AssumedTerms NONE = new AssumedTerms(Map.of());

    /** What the law calls normative: not decrees, replies, commendations, appointments or plans. */
    private static final Pattern NORMATIVE = Pattern.compile("办法|规定|细则|规则|意见|措施|政策|标准|通告");

    private static final Pattern NOT_NORMATIVE =
            Pattern.compile("表彰|表扬|通报|任免|任命|批复|成立|调整.{0,20}(?:小组|指挥部|委员会)|方案|规划|计划|预案");
    private static final Pattern ON_TRIAL = Pattern.compile("暂行|试行");

    /**
     * Terms of one jurisdiction, in years from the first day in force (or, where none is named, from the date of issue); 0
     * sets no term.
     *
     * @param usual for every document that the others do not hold for
     * @param onTrial when the title says 暂行 or 试行
     * @param announcement for a 通告
     */
    public record Term(int usual, int onTrial, int announcement) {
        private static final int LONGEST = 50;

        public Term {
            for (int years : new int[] {usual, onTrial, announcement}) {
                if (years < 0 || years > LONGEST) {
                    throw new IllegalArgumentException("years " + years + " not in 0.." + LONGEST);
                }
            }
        }
    }

    public AssumedTerms {
        byJurisdiction = Map.copyOf(byJurisdiction);
    }

    /**
     * The standing with a last day where the notice names none and the table has one for it, and with the reason said. A
     * decree (令) is no normative document and keeps its standing.
     *
     * @param jurisdiction of the notice
     * @param title of the notice
     * @param kind of the notice
     * @param issuedOn of the notice; null when it has no date
     */
    public Standing applied(
            Standing standing, String jurisdiction, String title, String kind, @Nullable LocalDate issuedOn) {
        Term term = byJurisdiction.get(jurisdiction);
        LocalDate from = standing.effectiveOn() == null ? issuedOn : standing.effectiveOn();
        boolean normative = !kind.equals("令")
                && NORMATIVE.matcher(title).find()
                && !NOT_NORMATIVE.matcher(title).find();
        if (term == null || from == null || standing.expiresOn() != null || !normative) {
            return standing;
        }
        boolean onTrial = ON_TRIAL.matcher(title).find();
        boolean announcement = kind.equals("通告");
        int years = announcement ? term.announcement() : onTrial ? term.onTrial() : term.usual();
        if (years == 0) {
            return standing;
        }
        String what = announcement ? "通告" : onTrial ? "暂行、试行的规范性文件" : "规范性文件";
        return new Standing(
                standing.effectiveOn(),
                from.plusYears(years),
                "文件未写明期限，按%s%s默认%d年计".formatted(jurisdiction, what, years),
                standing.acts(),
                standing.ruling());
    }
}
