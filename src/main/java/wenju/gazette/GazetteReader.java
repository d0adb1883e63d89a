package wenju.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.Lines;
import wenju.notice.Notice;
import wenju.notice.Passage;

/**
 * Reads the text of a gazette into notices: takes the page furniture out, finds where notices begin, puts paragraphs
 * together again, builds the outline, cuts passages, and reads dates and relations from them. Stateless, safe for use by
 * several threads; never fails on any text.
 */
public final class GazetteReader {
    private static final Pattern JURISDICTION =
            Pattern.compile("^(\\p{IsHan}{1,20}?(?:省|自治区|市|自治州|地区|盟|区|县|旗))(?=人民政府|政府)");
    private static final Pattern KIND =
            Pattern.compile("(通知|意见|决定|通报|公告|通告|批复|报告|函|命令|办法|规定|细则|条例|规则|方案|规划)(?:[（(][^（）()]{1,12}[）)])?$");
    private static final Pattern DECIDED = Pattern.compile(Dates.DAY + "(?:\\p{IsHan}{0,20})决定");
    private static final int UNUSUALLY_LONG_NOTICE_WITHOUT_OUTLINE = 5000;

    /** Goes up whenever the same text would be read differently: stored gazettes are then read again. */
    public static final String VERSION = "1";

    private GazetteReader() {}

    /**
     * Reads a gazette.
     *
     * @param name the file's name, kept as the notices' {@code gazette}
     * @param text the whole text of the file
     */
    public static Gazette read(String name, String text) {
        var warnings = new ArrayList<Gazette.Warning>();
        List<SourceLine> lines = PageFurniture.strip(SourceLine.of(text), new ArrayList<>());
        Shape shape = Shape.of(lines);
        var seams = new Seams(lines);
        List<NoticeHead> heads = NoticeHeads.find(lines);
        if (heads.isEmpty() && !lines.isEmpty()) {
            warnings.add(new Gazette.Warning(lines.getFirst().number(), "没有识别出任何文件"));
        } else if (!lines.isEmpty() && heads.getFirst().start() > 0) {
            warnings.add(new Gazette.Warning(lines.getFirst().number(), "第一份文件之前的文字未归入任何文件"));
        }
        var notices = new ArrayList<Notice>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : lines.size();
            Notice notice = notice(name, heads.get(i), lines, end, shape, seams);
            if (ids.add(notice.id())) {
                notices.add(notice);
                warn(notice, warnings);
            } else {
                warnings.add(new Gazette.Warning(notice.lines().first(), "文号重复，未收录：" + notice.name()));
            }
        }
        return new Gazette(name, notices, warnings);
    }

    private static Notice notice(
            String gazette, NoticeHead head, List<SourceLine> lines, int end, Shape shape, Seams seams) {
        List<Paragraph> paragraphs = paragraphs(head, lines, end, shape, seams);
        LocalDate issuedOn = head.issuedOn() == null ? dateInText(paragraphs) : head.issuedOn();
        String id = Notice.id(head.number(), head.issuer(), head.title(), issuedOn);
        List<Passage> passages = PassageCutter.cut(id, Outline.of(paragraphs));
        Validities term = Validities.of(passages, issuedOn);
        LocalDate from = term.effectiveOn() == null ? issuedOn : term.effectiveOn();
        return new Notice(
                id,
                head.number(),
                head.title(),
                head.issuer(),
                jurisdiction(head),
                kind(head),
                issuedOn,
                term.effectiveOn(),
                term.expiresOn(),
                gazette,
                new Lines(lines.get(head.start()).number(), lines.get(end - 1).number()),
                Relations.of(passages, head.number(), head.title(), from),
                passages);
    }

    /** Head lines form the paragraphs that the head says; everything between and after them is running text. */
    private static List<Paragraph> paragraphs(
            NoticeHead head, List<SourceLine> lines, int end, Shape shape, Seams seams) {
        var paragraphs = new ArrayList<Paragraph>();
        int from = head.start();
        for (NoticeHead.Block block : head.blocks()) {
            paragraphs.addAll(Paragraphs.of(lines.subList(from, block.from()), shape, seams));
            paragraphs.add(headParagraph(lines.subList(block.from(), block.to())));
            from = block.to();
        }
        paragraphs.addAll(Paragraphs.of(lines.subList(from, end), shape, seams));
        return paragraphs;
    }

    private static Paragraph headParagraph(List<SourceLine> block) {
        String text = String.join("", block.stream().map(SourceLine::text).toList());
        return new Paragraph(
                null,
                Typography.repair(text),
                new Lines(block.getFirst().number(), block.getLast().number()),
                true);
    }

    /** Without a date in its head a notice is dated by its signature, or by 某年某月某日决定. */
    private static @Nullable LocalDate dateInText(List<Paragraph> paragraphs) {
        for (Paragraph paragraph : paragraphs.reversed()) {
            Optional<LocalDate> signed = Dates.whole(Typography.compact(paragraph.text()));
            if (signed.isPresent()) {
                return signed.get();
            }
        }
        for (Paragraph paragraph : paragraphs) {
            Matcher decided = DECIDED.matcher(Typography.compact(paragraph.text()));
            if (decided.find()) {
                return Dates.day(decided).orElse(null);
            }
        }
        return null;
    }

    private static String jurisdiction(NoticeHead head) {
        Matcher m = JURISDICTION.matcher(head.issuer());
        return m.find() ? m.group(1) : "";
    }

    private static String kind(NoticeHead head) {
        if (head.number() != null && head.number().text().contains("令第")) {
            return "令";
        }
        Matcher m = KIND.matcher(head.title());
        return m.find() ? m.group(1) : "其他";
    }

    private static void warn(Notice notice, List<Gazette.Warning> warnings) {
        int line = notice.lines().first();
        if (notice.number() == null) {
            warnings.add(new Gazette.Warning(line, "没有文号：" + notice.title()));
        }
        if (notice.issuedOn() == null) {
            warnings.add(new Gazette.Warning(line, "没有成文日期：" + notice.title()));
        }
        int length = notice.passages().stream().mapToInt(p -> p.text().length()).sum();
        boolean outlined = notice.passages().stream()
                .anyMatch(p -> p.locator().parts().stream().anyMatch(part -> !part.equals("正文")));
        if (length > UNUSUALLY_LONG_NOTICE_WITHOUT_OUTLINE
                && !outlined
                && notice.passages().size() > 20) {
            warnings.add(new Gazette.Warning(line, "正文很长而没有识别出层次：" + notice.title()));
        }
    }
}
