package wenju.gazette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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

    /** Over or under a document on a web page: the way to it, who wrote and read it, what may be done with it. */
    private static final Pattern WEB = Pattern.compile("(?:[您你]?(?:现在|当前|目前)?的?所?在?(?:的?位置|栏目)[:：].{0,10}首页.*"
            + "|(?:首页|网站首页)(?:[>＞»]+|-{2,}>?).{2,60}"
            + "|(?:上|下)一[篇条个][:：].{1,80}"
            + "|扫一扫.{0,4}(?:在?手机|分享|查看|关注).{0,20}"
            + "|(?:分享(?:到|至)|相关(?:解读|链接|阅读|稿件|报道)|下载地址|责任编辑|网站编辑|信息审核)[:：].{0,60}"
            + "|(?:[【\\[|｜]*(?:打印(?:本页|此页|文章)|关闭(?:窗口|本页|此页)|返回(?:顶部|首页|列表|上页)|收藏(?:本页|本站)|加入收藏|设为首页|我要纠错|无障碍(?:阅读|浏览)|长者模式|关怀模式)[】\\]|｜]*){1,6}"
            + "|(?:[【\\[](?:打印|关闭|返回|收藏|纠错)[】\\]]){1,6})");

    /** {@code 发布时间：2015-07-27 来源：市环保局 浏览次数：3 字体：大 中 小}: at least two of them share a line. */
    private static final Pattern WEB_FIELDS = Pattern.compile(
            "(?:[\\[【]?(?:发布|更新|添加|录入)?(?:时间|日期)|信息来源|文章来源|来源|作者|稿源|供稿|编辑|(?:浏览|点击|阅读|访问)(?:次数|量|数)?|字体|字号)[:：]");

    private PageFurniture() {}

    private static boolean isWeb(String line) {
        if (WEB.matcher(line).matches()) {
            return true;
        }
        Matcher field = WEB_FIELDS.matcher(line);
        return field.lookingAt() && field.find() && !Sentences.endsSentence(line);
    }

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
                    || isWeb(compact)
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
