package wenju.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;

/**
 * What was recognised in a file, for the person who imports it: every notice with number, title, dates and outline, then what
 * to look at again.
 *
 * <pre>
 * 示例市公报.txt（文本）：文件 2 份，段落 31 个，存疑 1 处
 *   1. 示政〔2020〕7号　示例市人民政府关于印发示例市路灯管理规定的通知
 *      通知　2020-03-05 印发　2020-03-05 起施行　有效期至 2023-03-05　第 1 行至第 33 行
 *      2 章 3 条 2 项　段落 4 个
 *   …
 *   存疑：
 *     第 40 行　没有文号：《示例市人民政府任免人员》
 * </pre>
 *
 * @param file where it was read from
 * @param gazette what was read
 */
public record ReadingReport(GazetteText file, Gazette gazette) {

    /** The report as lines, in Chinese; nothing is shortened. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        List<Notice> notices = gazette.notices();
        lines.add("%s（%s）：文件 %d 份，段落 %d 个，存疑 %d 处"
                .formatted(
                        gazette.name(),
                        file.format().label(),
                        notices.size(),
                        notices.stream().mapToInt(n -> n.passages().size()).sum(),
                        gazette.warnings().size()));
        for (int i = 0; i < notices.size(); i++) {
            Notice notice = notices.get(i);
            String number = notice.number() == null ? "（无文号）" : notice.number().text();
            lines.add("  %d. %s　%s".formatted(i + 1, number, notice.title()));
            lines.add("     " + String.join("　", facts(notice)));
            lines.add("     " + Contents.of(notice));
        }
        if (!gazette.warnings().isEmpty()) {
            lines.add("  存疑：");
            for (Gazette.Warning warning : gazette.warnings()) {
                lines.add("    " + file.place(warning.line()) + "　" + warning.message());
            }
        }
        return lines;
    }

    private List<String> facts(Notice notice) {
        var facts = new ArrayList<String>();
        facts.add(notice.kind());
        add(facts, "%s 印发", notice.issuedOn());
        add(facts, "%s 起施行", notice.effectiveOn());
        add(facts, "有效期至 %s", notice.expiresOn());
        facts.add(file.place(notice.lines().first()) + "至"
                + file.place(notice.lines().last()));
        return facts;
    }

    private static void add(List<String> facts, String form, @Nullable LocalDate date) {
        if (date != null) {
            facts.add(form.formatted(date));
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
