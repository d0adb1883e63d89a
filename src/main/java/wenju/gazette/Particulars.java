package wenju.gazette;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;

/**
 * What a government page prints in a box over a document, field by field: {@code 索引号：… 发文字号：示政办〔2022〕3号
 * 成文日期：2022-03-15}. A box is known by its 索引号. Names and values stand in cells, on one line, or on lines of their own.
 *
 * @param first number of its first line
 * @param last number of its last line
 * @param number null when it tells none
 * @param title empty when it tells none
 * @param issuer empty when it tells none
 * @param writtenOn 成文日期, else 发文日期; null when it tells none, for the day of publication on the page is another
 */
record Particulars(
        int first,
        int last,
        @Nullable DocumentNumber number,
        String title,
        String issuer,
        @Nullable LocalDate writtenOn) {

    private static final String GAP = "[ \\u3000]*";
    private static final String NUMBER = "发文字号|发文文号|公文文号|文件编号|文件文号|文号|字号";
    private static final String ISSUER = "发文机关|发文机构|发文单位|制发机关|发布机构|发布单位|发布机关|公开责任部门";
    private static final String DAY = "成文日期|签署日期|发文日期|印发日期|生成日期";
    private static final String TITLE = "名称|标题|文件名称|信息名称|公文名称";
    private static final String OTHERS =
            "信息索引号|信息索取号|索引号|索取号|主题分类|组配分类|体裁分类|信息分类|服务对象分类|公文种类|公文目录|文种|信息类别|发布日期|公开日期|公布日期|登记日期|发布时间|公开时间|更新时间"
                    + "|生效日期|生效时间|实施日期|施行日期|废止日期|废止时间|失效日期|失效时间|有效性|有效期|公文时效|信息时效期|时效性|效力状态|是否有效|公开方式|公开范围|公开形式|公开程序|公开类型|主题词|关键词|关键字"
                    + "|内容概述|信息来源|来源|浏览次数|统一登记号|统一编号|规范性文件统一编号|责任部门|隶属关系";
    private static final Pattern FIELD = Pattern.compile("(?<![^\\s|\\[【•·●◆*\\-])(?<name>"
            + List.of((NUMBER + "|" + ISSUER + "|" + DAY + "|" + TITLE + "|" + OTHERS).split("\\|")).stream()
                    .map(name -> String.join(GAP, name.split("")))
                    .collect(Collectors.joining("|"))
            + ")" + GAP + "[\\]】]?\\**" + GAP + "(?:[:：]\\**|(?=[\\t|])|$|(?<=[\\]】]))");
    /** Fields that are often left empty: what stands under the last of them is no value of theirs. */
    private static final List<String> OFTEN_EMPTY =
            List.of("内容概述", "信息来源", "来源", "关键词", "主题词", "浏览次数", "有效性", "废止日期", "失效日期");

    private static final Pattern BULLET = Pattern.compile("^[\\s\\u3000|\\[【•·●◆*\\-]*");
    private static final Pattern ISO_DAY =
            Pattern.compile("(?<y>(?:19|20)\\d{2})[-/.年](?<m>\\d{1,2})[-/.月](?<d>\\d{1,2})(?!\\d).*");

    /** In characters: a title over two lines. */
    private static final int LONGEST_VALUE = 90;

    /** The boxes of a text, in its order. */
    static List<Particulars> in(List<SourceLine> lines) {
        var boxes = new ArrayList<Particulars>();
        for (int i = 0; i < lines.size(); i++) {
            if (holdsIndex(lines.get(i)) && isField(lines.get(i))) {
                int from = i;
                int floor = boxes.isEmpty() ? 0 : boxes.getLast().last;
                while (from > 0 && lines.get(from - 1).number() > floor && isField(lines.get(from - 1))) {
                    from--;
                }
                int to = end(lines, i);
                boxes.add(box(lines.subList(from, to)));
                i = to - 1;
            }
        }
        return boxes;
    }

    private static boolean isField(SourceLine line) {
        Matcher field = FIELD.matcher(line.raw());
        Matcher bullet = BULLET.matcher(line.raw());
        return field.find() && bullet.find() && field.start() <= bullet.end();
    }

    private static boolean holdsIndex(SourceLine line) {
        return line.compact().contains("索引号") || line.compact().contains("索取号");
    }

    /** Fields follow each other; a name alone on its line has its value on the next. */
    private static int end(List<SourceLine> lines, int from) {
        int end = from + 1;
        while (end < lines.size()) {
            SourceLine line = lines.get(end);
            boolean more = end + 1 < lines.size() && isField(lines.get(end + 1));
            String open = nameAtEnd(lines.get(end - 1));
            boolean value = !open.isEmpty()
                    && (more || !OFTEN_EMPTY.contains(open))
                    && line.text().length() <= LONGEST_VALUE
                    && !Sentences.endsSentence(line.compact());
            if (!isField(line) && !value) {
                break;
            }
            end++;
        }
        return end;
    }

    /** The name of a field without a value at the end of a line; empty when the line ends otherwise. */
    private static String nameAtEnd(SourceLine line) {
        String text = line.text();
        Matcher field = FIELD.matcher(text);
        String name = "";
        while (field.find()) {
            name = field.end() == text.length() ? Typography.compact(field.group("name")) : "";
        }
        return name;
    }

    private static Particulars box(List<SourceLine> lines) {
        Map<String, String> fields = new TreeMap<>();
        String name = "";
        for (SourceLine line : lines) {
            int valueFrom = 0;
            Matcher field = FIELD.matcher(line.raw());
            while (field.find()) {
                put(fields, name, line.raw().substring(valueFrom, field.start()));
                name = Typography.compact(field.group("name"));
                valueFrom = field.end();
            }
            put(fields, name, line.raw().substring(valueFrom));
        }
        String issuer = value(fields, ISSUER);
        return new Particulars(
                lines.getFirst().number(),
                lines.getLast().number(),
                DocumentNumber.parse(value(fields, NUMBER)).orElse(null),
                Typography.repair(value(fields, TITLE)),
                NoticeHeads.signers(issuer).isEmpty() ? "" : String.join("、", NoticeHeads.signers(issuer)),
                day(value(fields, DAY)).orElse(null));
    }

    private static void put(Map<String, String> fields, String name, String value) {
        String bare = value.replaceAll("^[\\s\\u3000|\\[【•·●◆*\\-]+|[\\s\\u3000|\\[【•·●◆*\\-]+$", "");
        if (!name.isEmpty() && !bare.isEmpty()) {
            fields.putIfAbsent(name, bare);
        }
    }

    private static String value(Map<String, String> fields, String names) {
        for (String name : names.split("\\|")) {
            if (fields.containsKey(name)) {
                return fields.get(name);
            }
        }
        return "";
    }

    private static Optional<LocalDate> day(String value) {
        Matcher day = ISO_DAY.matcher(value);
        try {
            return day.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(day.group("y")),
                            Integer.parseInt(day.group("m")),
                            Integer.parseInt(day.group("d"))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The lines without those of the boxes. */
    static List<SourceLine> strip(List<SourceLine> lines, List<Particulars> boxes) {
        if (boxes.isEmpty()) {
            return lines;
        }
        var kept = new ArrayList<SourceLine>(lines.size());
        int box = 0;
        for (SourceLine line : lines) {
            while (box < boxes.size() && boxes.get(box).last < line.number()) {
                box++;
            }
            if (box == boxes.size() || line.number() < boxes.get(box).first) {
                kept.add(line);
            }
        }
        return kept;
    }
}
