package wenju.gazette;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wenju.notice.Notice;
import wenju.notice.Passage;

/**
 * How much of what a notice holds. Prints as {@code 7 章 35 条 42 项 1 表　段落 51 个}, without what there is none of.
 *
 * @param chapters 编, 部分, 章 and 节
 * @param articles 条
 * @param items paragraphs with a list mark
 * @param tables tables whose rows were told apart
 * @param attachments 附件 that are printed
 * @param passages all
 */
public record Contents(int chapters, int articles, int items, int tables, int attachments, int passages) {

    /** Of a notice as it was read. */
    public static Contents of(Notice notice) {
        Set<List<String>> chapters = new HashSet<>();
        Set<List<String>> articles = new HashSet<>();
        Set<List<String>> attachments = new HashSet<>();
        int items = 0;
        int tables = 0;
        boolean inTable = false;
        for (Passage passage : notice.passages()) {
            List<String> parts = passage.locator().parts();
            for (int i = 0; i < parts.size(); i++) {
                List<String> place = parts.subList(0, i + 1);
                String part = parts.get(i);
                if (part.startsWith("附件")) {
                    attachments.add(place);
                } else if (part.matches("第.*(?:章|节|编|部分)")) {
                    chapters.add(place);
                } else if (part.matches("第.*条(?:之.)?")) {
                    articles.add(place);
                }
            }
            boolean row = passage.form() == Passage.Form.ROW;
            tables += row && !inTable ? 1 : 0;
            inTable = row;
            if (passage.form() == Passage.Form.CLAUSE) {
                items += (int) passage.text().lines().filter(Contents::isItem).count();
            }
        }
        return new Contents(
                chapters.size(),
                articles.size(),
                items,
                tables,
                attachments.size(),
                notice.passages().size());
    }

    private static boolean isItem(String line) {
        return Mark.at(line).stream().anyMatch(mark -> mark.kind().compareTo(Mark.Kind.ARTICLE) > 0);
    }

    @Override
    public String toString() {
        var counts = new ArrayList<String>();
        add(counts, chapters, "章");
        add(counts, articles, "条");
        add(counts, items, "项");
        add(counts, tables, "表");
        add(counts, attachments, "附件");
        String outline = counts.isEmpty() ? "没有层次" : String.join(" ", counts);
        return outline + "　段落 " + passages + " 个";
    }

    private static void add(List<String> counts, int count, String unit) {
        if (count > 0) {
            counts.add(count + " " + unit);
        }
    }
}
