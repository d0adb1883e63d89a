package wenju.gazette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the page carries besides the notices: page numbers, running heads and the names of the gazette's parts. They are
 * recognised by their form alone; the digits of a page number are not to be trusted, some prints reverse them.
 */
final class PageFurniture {
    /** {@code —8—}, {@code - 12 -}, {@code · 3 ·}: digits between two equal ornaments, alone on the line. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("([—―–\\-·•－])\\1*\\d{1,4}\\1+");
    /** {@code 第 3 页}, {@code 第3页 共20页}. */
    private static final Pattern PAGE_IN_WORDS = Pattern.compile("第\\d{1,4}页(?:[/／,，]?共\\d{1,4}页)?");
    /** {@code 郑州市人民政府公报(2019. 3)　 　 文件汇编}, {@code 2021年第2期}: the name of the gazette with its issue. */
    private static final Pattern RUNNING_HEAD = Pattern.compile(
            "(?:\\p{IsHan}{2,20}(?:公报|政报)[(（]?(?:19|20)\\d{2}[.．·年\\-]?(?:第?\\d{1,2}期?)?[)）]?|(?:19|20)\\d{2}年第\\d{1,2}期)"
                    + "(?:总第\\d+期)?(?:\\p{IsHan}{2,20})?");

    /** {@code 【部门文件】}, {@code 【人事任免】}: the part of the gazette that begins here. */
    private static final Pattern RUBRIC =
            Pattern.compile("【(?:\\p{IsHan}{0,10}(?:文件|政令|规章|法规|解读|大事记|要闻|动态|统计|选登)|人事任免|任免|公报|目录)】");

    private PageFurniture() {}

    /**
     * Takes the furniture out.
     *
     * @param removed receives the lines taken out
     */
    static List<SourceLine> strip(List<SourceLine> lines, List<SourceLine> removed) {
        Map<String, Integer> heads = new HashMap<>();
        for (SourceLine line : lines) {
            String compact = line.compact();
            if (RUNNING_HEAD.matcher(compact).matches()) {
                heads.merge(compact, 1, Integer::sum);
            }
        }
        var kept = new ArrayList<SourceLine>(lines.size());
        boolean page = false;
        for (SourceLine line : lines) {
            String compact = line.compact();
            if (PAGE_NUMBER.matcher(compact).matches()
                    || PAGE_IN_WORDS.matcher(compact).matches()
                    || RUBRIC.matcher(compact).matches()
                    || heads.containsKey(compact)) {
                removed.add(line);
                page = true;
            } else {
                kept.add(page ? line.afterPage() : line);
                page = false;
            }
        }
        return kept;
    }
}
