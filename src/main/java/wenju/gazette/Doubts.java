package wenju.gazette;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.gazette.Gazette.Warning;
import wenju.gazette.Gazette.Warning.Kind;
import wenju.notice.Notice;
import wenju.notice.Passage;

/** Looks over what was read and says where a person should look again. Reads nothing anew and changes nothing. */
final class Doubts {
    /** In characters: a notice of three pages has some heading. */
    private static final int LONG_NOTICE = 3000;
    /** In characters, after its first piece. */
    private static final int LONG_PARAGRAPH = 1200;
    /** Gazettes print within months of the date. */
    private static final long MOST_DAYS_APART = 366;

    private static final Pattern ARTICLE = Pattern.compile("第(?<n>[一二三四五六七八九十百零〇\\d]{1,5})条(?<sub>之.)?");
    private static final Pattern TABLE_HEAD = Pattern.compile("(?m)^序号(?!\\t)[^，。；]{0,30}$");

    private final List<Warning> warnings = new ArrayList<>();

    private Doubts() {}

    /**
     * The warnings in the order of lines.
     *
     * @param firstLine of the text that holds something; 0 when none does
     */
    static List<Warning> about(List<Notice> notices, int firstLine) {
        var doubts = new Doubts();
        if (notices.isEmpty() && firstLine > 0) {
            doubts.add(Kind.NO_NOTICE, firstLine, null, "没有识别出任何文件");
        } else if (firstLine > 0 && notices.getFirst().lines().first() > firstLine) {
            int last = notices.getFirst().lines().first() - 1;
            doubts.add(
                    Kind.TEXT_BEFORE_FIRST,
                    firstLine,
                    null,
                    "第一份文件之前的文字（第 %d 至 %d 行）不属于任何文件，未收录".formatted(firstLine, last));
        }
        doubts.numbers(notices);
        doubts.dates(notices);
        notices.forEach(doubts::text);
        doubts.warnings.sort(Comparator.comparingInt(Warning::line));
        return doubts.warnings;
    }

    private void numbers(List<Notice> notices) {
        Map<String, Notice> seen = new HashMap<>();
        for (Notice notice : notices) {
            int line = notice.lines().first();
            if (notice.number() == null) {
                add(Kind.NO_NUMBER, line, notice, "没有文号：" + call(notice));
                continue;
            }
            Notice before = seen.putIfAbsent(notice.number().key(), notice);
            if (before != null) {
                add(
                        Kind.SAME_NUMBER,
                        line,
                        notice,
                        "%s的文号与第 %d 行的《%s》相同"
                                .formatted(call(notice), before.lines().first(), before.title()));
            }
        }
    }

    /** The median date of the notices around one is what it should be near to. */
    private void dates(List<Notice> notices) {
        List<Notice> dated = notices.stream().filter(n -> n.issuedOn() != null).toList();
        int at = -1;
        for (Notice notice : notices) {
            LocalDate date = notice.issuedOn();
            if (date == null) {
                add(Kind.NO_DATE, notice.lines().first(), notice, "没有成文日期：" + call(notice));
                continue;
            }
            at++;
            List<LocalDate> around = dated.subList(Math.max(0, at - 2), Math.min(dated.size(), at + 3)).stream()
                    .map(Notice::issuedOn)
                    .sorted()
                    .toList();
            LocalDate usual = around.get(around.size() / 2);
            if (around.size() > 2 && Math.abs(ChronoUnit.DAYS.between(usual, date)) > MOST_DAYS_APART) {
                add(
                        Kind.DATE_OUT_OF_ORDER,
                        notice.lines().first(),
                        notice,
                        "成文日期 %s 与前后文件（%s 前后）相差一年以上：%s".formatted(date, usual, call(notice)));
            }
        }
    }

    private void text(Notice notice) {
        int length = 0;
        boolean outlined = false;
        int article = 0;
        int pieces = 0;
        @Nullable Passage before = null;
        for (Passage passage : notice.passages()) {
            length += passage.text().length();
            outlined |= passage.locator().parts().stream().anyMatch(part -> !part.equals("正文"));
            article = article(notice, passage, article);
            if (passage.form() != Passage.Form.ROW
                    && TABLE_HEAD.matcher(passage.text()).find()) {
                add(
                        Kind.TABLE_NOT_RESTORED,
                        passage.lines().first(),
                        notice,
                        "%s“%s”的表格未能按行还原，单元格按印刷顺序保留".formatted(call(notice), passage.locator()));
            }
            pieces = before != null && isPieceOfSame(before, passage)
                    ? pieces + passage.text().length()
                    : 0;
            if (pieces > LONG_PARAGRAPH) {
                add(
                        Kind.LONG_PASSAGE,
                        passage.lines().first(),
                        notice,
                        "%s“%s”有一段超过 %d 字，请核对是否漏认了段落".formatted(call(notice), passage.locator(), LONG_PARAGRAPH));
                pieces = Integer.MIN_VALUE;
            }
            before = passage;
        }
        if (length > LONG_NOTICE && !outlined) {
            add(Kind.NO_OUTLINE, notice.lines().first(), notice, "正文 %d 字而没有识别出层次：%s".formatted(length, call(notice)));
        }
    }

    /** Whether two passages are pieces of one paragraph. */
    private static boolean isPieceOfSame(Passage one, Passage next) {
        return one.form() == Passage.Form.CLAUSE
                && next.form() == Passage.Form.CLAUSE
                && one.lines().equals(next.lines())
                && one.locator().equals(next.locator());
    }

    /** The short way to name a notice in a list of warnings. */
    private static String call(Notice notice) {
        return notice.number() == null
                ? "《" + notice.title() + "》"
                : notice.number().text();
    }

    /** Compares a passage's article with the one before and returns its number. */
    private int article(Notice notice, Passage passage, int before) {
        for (String part : passage.locator().parts()) {
            Matcher m = ARTICLE.matcher(part);
            if (!m.matches()) {
                continue;
            }
            int number = ChineseNumerals.value(m.group("n"));
            boolean follows = number == before || number == before + 1 || number == 1;
            if (!follows) {
                add(
                        Kind.ARTICLE_GAP,
                        passage.lines().first(),
                        notice,
                        before == 0
                                ? "%s的条文从%s开始".formatted(call(notice), part)
                                : "%s的%s在第%s条之后，条号不连续".formatted(call(notice), part, ChineseNumerals.of(before)));
            }
            return number;
        }
        return before;
    }

    private void add(Kind kind, int line, @Nullable Notice notice, String message) {
        warnings.add(new Warning(kind, line, notice == null ? "" : notice.name(), message));
    }
}
