package wenju.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
            Pattern.compile("^(?:\\p{IsHan}{2,3}省|\\p{IsHan}{2,8}自治区)?(\\p{IsHan}{1,20}?(?:省|自治区|市|自治州|地区|盟|区|县|旗))"
                    + "(?:[^省市州县区旗]{1,6}[镇乡])?(?=人民政府|政府|人民代表大会)");
    private static final Pattern PLACE = Pattern.compile("(?!中国|中华|中共|国家|城市)\\p{IsHan}{2,6}?(?:自治区|自治州|[省市州县区旗])");
    private static final Pattern KIND = Pattern.compile(
            "(通知|意见|决定|通报|公告|通告|批复|报告|函|命令|办法|规定|细则|条例|规则|方案|规划|法|解释|解读|问答|大事记)(?:[（(][^（）()]{1,12}[）)])?$");
    /** {@code （2021年3月26日某市人民代表大会常务委员会第二十八次会议通过）}. */
    private static final Pattern ADOPTED = Pattern.compile("[(（]?" + Dates.DAY + "[^。；]{2,60}?(?:通过|公布|发布|印发)");

    private static final Pattern ENCLOSES =
            Pattern.compile("(?:印发|发布|公布|下发)《?(?<title>[^《》]{6,60}?)》?(?:[（(]\\p{IsHan}{2,4}[）)])?的(?:通知|决定)$");

    /** Number and date share a line and are two things. */
    private static final Pattern NUMBER_BEFORE_DATE = Pattern.compile("号(?=(?:19|20)\\d{2}年)");

    private static final Pattern DECREED = Pattern.compile("令[第〔]");
    private static final int LINES_UNDER_TITLE = 4;
    private static final Pattern DECIDED = Pattern.compile(Dates.DAY + "(?:\\p{IsHan}{0,20})决定");

    private GazetteReader() {}

    /** Changes whenever the same file may be read differently: what was read by another version is read again. */
    public static final String VERSION = "7";

    /** Reads a gazette whose text was taken out of its file. */
    public static Gazette read(GazetteText file) {
        List<SourceLine> printed = PageFurniture.strip(SourceLine.of(file.text()), new ArrayList<>());
        List<SourceLine> whole = BarredTable.open(SourceLine.withArticlesApart(SourceLine.withWholeMarks(printed)));
        List<Particulars> boxes = Particulars.in(whole);
        List<SourceLine> lines = PrintedContents.strip(Particulars.strip(whole, boxes));
        Shape shape = Shape.of(lines, file.format());
        var seams = new Seams(lines);
        List<NoticeHead> heads = NoticeHeads.find(lines, file.title(), boxes);
        var notices = new ArrayList<Notice>();
        Map<String, Integer> copies = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : lines.size();
            Notice notice = notice(file.name(), heads.get(i), lines, end, shape, seams);
            int copy = copies.merge(notice.id(), 1, Integer::sum);
            notices.add(copy == 1 ? notice : apart(notice, copy));
        }
        List<String> places = places(notices);
        notices.replaceAll(notice -> placed(notice, places));
        int first = lines.isEmpty() ? 0 : lines.getFirst().number();
        return new Gazette(file.name(), notices, Doubts.about(notices, first));
    }

    /**
     * Reads a gazette from plain text.
     *
     * @param name the file's name, kept as the notices' {@code gazette}
     * @param text the whole text of the file
     */
    public static Gazette read(String name, String text) {
        return read(new GazetteText(name, GazetteText.Format.TEXT, "", text, List.of()));
    }

    /**
     * Two notices of one number: a misprint, or printed twice. Nothing is dropped; a copy gets an id of its own.
     *
     * @param copy 2 for the second
     */
    private static Notice apart(Notice notice, int copy) {
        String own = Notice.id(null, notice.id() + " " + copy, notice.title(), notice.issuedOn());
        List<Passage> passages = notice.passages().stream()
                .map(p -> new Passage(
                        own + "-" + p.position(),
                        p.position(),
                        p.form(),
                        p.locator(),
                        p.headings(),
                        p.leadIn(),
                        p.text(),
                        p.lines()))
                .toList();
        return with(notice, own, notice.jurisdiction(), passages);
    }

    private static Notice with(Notice notice, String id, String jurisdiction, List<Passage> passages) {
        return new Notice(
                id,
                notice.number(),
                notice.title(),
                notice.issuer(),
                jurisdiction,
                notice.kind(),
                notice.issuedOn(),
                notice.effectiveOn(),
                notice.expiresOn(),
                notice.gazette(),
                notice.lines(),
                notice.relations(),
                passages);
    }

    private static Notice notice(
            String gazette, NoticeHead head, List<SourceLine> lines, int end, Shape shape, Seams seams) {
        List<Paragraph> paragraphs = paragraphs(head, lines, end, shape, seams);
        LocalDate signedOn = head.issuedOn() == null ? dateInText(paragraphs) : head.issuedOn();
        LocalDate issuedOn = signedOn == null ? head.toldOn() : signedOn;
        String issuer = head.issuer().isEmpty() ? signer(paragraphs) : head.issuer();
        String id = Notice.id(head.number(), issuer, head.title(), issuedOn);
        List<Passage> passages = PassageCutter.cut(id, Outline.of(paragraphs));
        Validities term = Validities.of(passages, issuedOn);
        LocalDate from = term.effectiveOn() == null ? issuedOn : term.effectiveOn();
        return new Notice(
                id,
                head.number(),
                head.title(),
                issuer,
                jurisdiction(issuer),
                kind(head),
                issuedOn,
                term.effectiveOn(),
                term.expiresOn(),
                gazette,
                new Lines(lines.get(head.start()).number(), lines.get(end - 1).number()),
                Relations.of(passages, head.number(), head.title(), from),
                passages);
    }

    /**
     * A bureau does not tell its jurisdiction as a government does, nor what a gazette prints without an issuer: both are of
     * the one place that the governments of the gazette name, or the bureaus where no government issues anything.
     */
    private static Notice placed(Notice notice, List<String> places) {
        boolean oneOfThem = notice.jurisdiction().isEmpty()
                && places.size() == 1
                && (notice.number() == null && notice.issuer().isEmpty()
                        || notice.issuer().contains(places.getFirst()));
        return oneOfThem ? with(notice, notice.id(), places.getFirst(), notice.passages()) : notice;
    }

    private static List<String> places(List<Notice> notices) {
        List<String> governed = named(notices.stream().map(Notice::jurisdiction));
        return governed.isEmpty() ? named(notices.stream().map(notice -> placeOf(notice.issuer()))) : governed;
    }

    private static List<String> named(Stream<String> places) {
        return places.filter(place -> !place.isEmpty()).distinct().toList();
    }

    /** {@code 某市} of 某市教育局; a district behind it cannot be told from the name of the bureau. */
    private static String placeOf(String issuer) {
        Matcher m = PLACE.matcher(issuer);
        return m.lookingAt() ? m.group() : "";
    }

    /** Head lines form the paragraphs that the head says; everything between and after them is running text. */
    private static List<Paragraph> paragraphs(
            NoticeHead head, List<SourceLine> lines, int end, Shape shape, Seams seams) {
        var paragraphs = new ArrayList<Paragraph>();
        String enclosed = enclosedTitle(head);
        int from = head.start();
        for (NoticeHead.Block block : head.blocks()) {
            paragraphs.addAll(Paragraphs.of(lines.subList(from, block.from()), shape, seams, enclosed));
            paragraphs.add(headParagraph(lines.subList(block.from(), block.to())));
            from = block.to();
        }
        paragraphs.addAll(Paragraphs.of(lines.subList(from, end), shape, seams, enclosed));
        return paragraphs;
    }

    /** Of {@code 关于印发《某市路灯管理办法》的通知} 某市路灯管理办法: it stands over that document again. */
    private static String enclosedTitle(NoticeHead head) {
        Matcher m = ENCLOSES.matcher(Typography.compact(head.title()));
        return m.find() ? m.group("title") : "";
    }

    private static Paragraph headParagraph(List<SourceLine> block) {
        String text = String.join(
                "",
                block.stream()
                        .map(line -> Typography.joinSpacedWords(line.text()))
                        .toList());
        return new Paragraph(
                null,
                NUMBER_BEFORE_DATE.matcher(Typography.repair(text)).replaceFirst("号 "),
                new Lines(block.getFirst().number(), block.getLast().number()),
                true);
    }

    /** Without a date in its head a notice is dated under its title, by its signature, or by 某年某月某日决定. */
    private static @Nullable LocalDate dateInText(List<Paragraph> paragraphs) {
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(paragraphs.size(), LINES_UNDER_TITLE))) {
            Matcher adopted = ADOPTED.matcher(Typography.compact(paragraph.text()));
            if (adopted.lookingAt()) {
                return Dates.day(adopted).orElse(null);
            }
        }
        // The cover is signed before what it encloses; a date in brackets stands under an enclosed title.
        LocalDate bracketed = null;
        for (Paragraph paragraph : paragraphs) {
            Optional<LocalDate> signed = Dates.whole(Typography.compact(paragraph.text()));
            if (signed.isPresent() && Character.isLetterOrDigit(paragraph.text().charAt(0))) {
                return signed.get();
            }
            bracketed = signed.orElse(bracketed);
        }
        if (bracketed != null) {
            return bracketed;
        }
        for (Paragraph paragraph : paragraphs) {
            Matcher decided = DECIDED.matcher(Typography.compact(paragraph.text()));
            if (decided.find()) {
                return Dates.day(decided).orElse(null);
            }
        }
        return null;
    }

    /** Where neither title nor letterhead names the issuer, who signs over the first date does; empty when nobody does. */
    private static String signer(List<Paragraph> paragraphs) {
        for (int i = 1; i < paragraphs.size(); i++) {
            if (Dates.whole(Typography.compact(paragraphs.get(i).text())).isPresent()) {
                List<String> signers = NoticeHeads.signers(paragraphs.get(i - 1).text());
                if (!signers.isEmpty()) {
                    return String.join("、", signers);
                }
            }
        }
        return "";
    }

    /** Of the first of several issuers that tells one: a committee of the party does not. */
    private static String jurisdiction(String issuer) {
        for (String body : issuer.split("、")) {
            Matcher m = JURISDICTION.matcher(body);
            if (m.find()) {
                return m.group(1);
            }
        }
        return "";
    }

    private static String kind(NoticeHead head) {
        if (head.number() != null && DECREED.matcher(head.number().text()).find()) {
            return "令";
        }
        Matcher m = KIND.matcher(head.title());
        return m.find() ? m.group(1) : "其他";
    }
}
