package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints a notice as clean paragraphs and as scanned print leaves it: columns of twenty characters, an empty line after every
 * line, half-width marks with a space after them, page turns without an empty line, page feet with reversed digits.
 */
final class ScarredPrint {
    private static final int COLUMN = 20;
    private static final int PAGE = 30;
    private static final int HEAD = 3;
    private static final List<String> WORDS = List.of(
            "渡口", "船舶", "巡查", "管理", "单位", "应当", "定期", "检查", "设施", "器材", "人员", "培训", "安全", "记录", "报告", "部门", "监督", "整改",
            "隐患", "经营", "许可", "申请", "材料", "审核", "公布", "标志", "设置", "维护", "更新", "资金", "保障", "落实", "责任", "制度", "建立", "健全");
    private static final String NUMERALS = "一二三四五六七八九十";

    private final Random random;

    ScarredPrint(long seed) {
        this.random = new Random(seed);
    }

    /** Paragraphs of a notice: either articles with items, or headings with tasks. */
    List<String> notice() {
        var paragraphs = new ArrayList<>(List.of(
                "示例市人民政府",
                "关于" + words(3) + "的通知",
                "示政〔2021〕" + (1 + random.nextInt(99)) + "号　　2021年4月1日",
                "各县（市、区）人民政府，市人民政府各部门："));
        paragraphs.add("为了" + sentence(20) + "现将有关事项通知如下：");
        if (random.nextBoolean()) {
            articles(paragraphs);
        } else {
            tasks(paragraphs);
        }
        return paragraphs;
    }

    private void articles(List<String> paragraphs) {
        int articles = 2 + random.nextInt(8);
        for (int i = 0; i < articles; i++) {
            int items = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 0;
            paragraphs.add("第" + NUMERALS.charAt(i) + "条　" + (items > 0 ? words(4) + "应当符合下列条件：" : sentence(60)));
            for (int item = 0; item < items; item++) {
                String end = item + 1 < items ? "；" : "。";
                paragraphs.add("（" + NUMERALS.charAt(item) + "）" + clauses(30) + end);
            }
        }
    }

    private void tasks(List<String> paragraphs) {
        int sections = 2 + random.nextInt(4);
        for (int i = 0; i < sections; i++) {
            paragraphs.add(NUMERALS.charAt(i) + "、" + words(3));
            int tasks = 1 + random.nextInt(4);
            for (int task = 0; task < tasks; task++) {
                paragraphs.add((task + 1) + ". " + words(3) + "。" + sentence(80));
                if (random.nextBoolean()) {
                    paragraphs.add("责任单位：" + "市交通局、市" + words(1) + "局");
                }
            }
        }
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private String clauses(int length) {
        var text = new StringBuilder(words(3));
        while (text.length() < length) {
            text.append(random.nextInt(3) == 0 ? "、" : "，").append(words(2 + random.nextInt(4)));
        }
        return text.append("达到").append(1 + random.nextInt(9)).append(".5%").toString();
    }

    private String sentence(int length) {
        return clauses(length) + "。";
    }

    /** A paragraph a line, an empty line between. */
    static String clean(List<String> paragraphs) {
        return String.join("\n\n", paragraphs) + "\n";
    }

    /** The same paragraphs as print. */
    static String scarred(List<String> paragraphs) {
        var out = new StringBuilder("\n");
        int onPage = 0;
        int page = 12;
        for (String paragraph : paragraphs) {
            // Title and number are set across the page.
            boolean head = paragraphs.indexOf(paragraph) < HEAD;
            for (String line : head ? List.of(paragraph) : lines(paragraph)) {
                if (++onPage > PAGE) {
                    onPage = 1;
                    out.append("—")
                            .append(new StringBuilder().append(page++).reverse())
                            .append("—\n\n");
                    out.append("示例市人民政府公报(2021. 4)　 　 　 文件汇编\n\n\n\n");
                }
                out.append(spaced(line)).append("\n\n");
            }
        }
        return out.toString();
    }

    /** No mark that closes or goes on stands at the head of a line; it is squeezed into the line before. */
    private static List<String> lines(String paragraph) {
        var lines = new ArrayList<String>();
        int from = 0;
        while (from < paragraph.length()) {
            int to = Math.min(paragraph.length(), from + COLUMN);
            while (to < paragraph.length() && "、，。；：）.%".indexOf(paragraph.charAt(to)) >= 0) {
                to++;
            }
            lines.add(paragraph.substring(from, to));
            from = to;
        }
        return lines;
    }

    private static String spaced(String line) {
        String half = line.replace('，', ',')
                .replace('；', ';')
                .replace('：', ':')
                .replace('（', '(')
                .replace('）', ')');
        return half.replaceAll("([,;:、。])(?=.)", "$1 ")
                .replaceAll("(?<=\\d)\\.(?=\\d)", ". ")
                .replaceAll("(?<=\\p{IsHan})(?=\\d)|(?<=\\d)(?=\\p{IsHan})", " ")
                .replace("〔", " 〔")
                .strip();
    }
}
