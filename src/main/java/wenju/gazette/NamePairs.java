package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import wenju.notice.Lines;

/**
 * Tabbed rows of four cells that are two columns of a page side by side: a person and the post, and again a person and the
 * post. Every pair becomes a line of its own; a paragraph that the columns have caught becomes a paragraph again.
 */
final class NamePairs {
    private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,4}");
    private static final Pattern POST = Pattern.compile("\\P{N}{3,40}");
    /** The family names of nine in ten people (Ministry of Public Security, 2020). */
    private static final String FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
            + "汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

    private static final double MOST = 0.7;
    private static final int FEWEST_ROWS = 3;
    private static final int COLUMNS = 4;
    private static final int LONGEST_POST = 25;

    private NamePairs() {}

    /** Whether rows are pairs of pairs: nearly all names in the first and third cells, posts beside them. */
    static boolean are(List<Paragraph> rows) {
        int pairs = 0;
        int persons = 0;
        int wide = 0;
        for (Paragraph row : rows) {
            List<String> cells = row.cells();
            if (cells.size() > COLUMNS) {
                return false;
            }
            wide += cells.size() > 2 ? 1 : 0;
            for (int i = 0; i < cells.size(); i += 2) {
                if (!cells.get(i).isBlank()) {
                    pairs++;
                    persons += isPerson(cells.get(i))
                                    && i + 1 < cells.size()
                                    && POST.matcher(cells.get(i + 1)).matches()
                            ? 1
                            : 0;
                }
            }
        }
        return rows.size() >= FEWEST_ROWS && wide * 2 >= rows.size() && persons >= MOST * pairs;
    }

    /** Whether a run of characters is nothing but names of two characters each: every other one is a family's. */
    static boolean areNames(CharSequence run) {
        int pairs = run.length() / 2;
        long families = IntStream.range(0, pairs)
                .filter(i -> FAMILIES.indexOf(run.charAt(2 * i)) >= 0)
                .count();
        return run.length() % 2 == 0 && families >= MOST * pairs;
    }

    private static boolean isPerson(String cell) {
        String name = Typography.compact(cell);
        return NAME.matcher(name).matches() && FAMILIES.indexOf(name.charAt(0)) >= 0;
    }

    /** The pairs as lines {@code name post}, in the order of print; what is a sentence stands alone. */
    static List<Paragraph> lines(List<Paragraph> rows) {
        var lines = new ArrayList<Paragraph>();
        for (Paragraph row : rows) {
            List<String> cells = row.cells();
            for (int i = 0; i < cells.size(); i += 2) {
                String name = cells.get(i);
                String post = i + 1 < cells.size() ? cells.get(i + 1) : "";
                if (isSentence(name) || isSentence(post)) {
                    add(lines, name, row.lines());
                    add(lines, post, row.lines());
                } else {
                    add(lines, (name + " " + post).strip(), row.lines());
                }
            }
        }
        return lines;
    }

    private static void add(List<Paragraph> lines, String text, Lines at) {
        if (!text.isBlank()) {
            lines.add(new Paragraph(null, text, at, !isSentence(text)));
        }
    }

    private static boolean isSentence(String cell) {
        return cell.length() > LONGEST_POST && (cell.indexOf('，') >= 0 || cell.indexOf('。') >= 0);
    }
}
