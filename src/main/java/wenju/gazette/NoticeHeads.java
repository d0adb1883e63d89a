package wenju.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;

/**
 * Finds where notices begin. Nothing marks the end of a notice in a gazette; it ends where the next begins.
 *
 * <p>Three kinds of beginning are known: the line that holds nothing but a document number and perhaps a date, with title
 * and issuer above it (or, in red-head print, below it); a decree, whose number stands under {@code …人民政府令}; and notices
 * without a number, told by an issuer's line over a title {@code 关于…} or by a title that begins with the issuer.
 */
final class NoticeHeads {
    private static final String SERIAL = "\\d{1,4}|[〇零○一二三四五六七八九十百千]{1,7}";
    private static final Pattern NUMBER_LINE = Pattern.compile(
            "(?<number>\\p{IsHan}{2,10}[〔\\[【(（〈]\\d{4}[〕\\]】)）〉]第?\\d{1,5}号)(?<date>" + Dates.DAY + ")?");
    /** {@code （某政办〔2022〕6号）}. */
    private static final Pattern BRACKETED = Pattern.compile("[(（](?<inside>\\p{IsHan}{2,10}[〔\\[【].+号)[)）]");

    private static final Pattern DECREE_LINE = Pattern.compile("(?<issuer>\\p{IsHan}{2,24}?)(?<act>令|公告)"
            + "(?<year>[〔\\[(（](?:(?:19|20)\\d{2}|\\p{IsHan}{1,4}届)[〕\\])）])?(?:第?(?<n>" + SERIAL + ")号)?");
    /** Whose announcements promulgate as decrees do: {@code 某市第十五届人民代表大会常务委员会}. */
    private static final Pattern ASSEMBLY =
            Pattern.compile("(?<place>\\p{IsHan}{2,10}?[省市州县区旗盟])(?:第\\p{IsHan}{1,4}届)?(?<body>人民代表大会(?:常务委员会)?)");

    private static final Pattern PROCLAIMED = Pattern.compile(
            "[(（]" + Dates.DAY + "(?<issuer>\\p{IsHan}{2,16}?)令第?(?<n>" + SERIAL + ")号(?:公布|发布|颁布|修正|修订).{0,80}");
    private static final Pattern SERIAL_LINE =
            Pattern.compile("(?:[〔(（]?\\p{IsHan}{1,5}届[〕)）]?)?[(（]?第?(?<n>" + SERIAL + ")号[)）]?");
    /** {@code （2018年3月1日市政府令第21号公布 根据2020年…修正）} under a title: the history of a regulation. */
    private static final Pattern HISTORY = Pattern.compile(
            "[(（]" + Dates.DAY + ".{0,60}(?:人民代表大会|常委会|政府|令第?\\d{1,4}号).{0,60}(?:通过|批准|公布|发布|颁布|修正|修订).*");

    private static final Pattern GOVERNMENT_IN_SHORT = Pattern.compile("[省市州县区旗](?:人民)?政府");
    private static final Pattern REGULATION =
            Pattern.compile("\\p{IsHan}[^，。；：、]{3,50}(?:条例|办法|规定|规则|细则|决定)(?:[(（](?!\\d+[)）])[^()（）]{1,12}[)）])?");
    private static final Pattern BODY = Pattern.compile(
            "\\p{IsHan}{2,24}(?:人民政府|(?<=[省市州县区旗盟])政府|政府办公厅|政府办公室|警备区|军分区|人民武装部|委员会|委员会办公室|办公厅|办公室|指挥部|领导小组|法院|检察院|总工会|[局厅委])");
    /** {@code （2019年第2号）} under a public notice: no document number, for it does not tell whose. */
    private static final Pattern SERIAL_OF_YEAR = Pattern.compile("[(（]?(?:(?:19|20)\\d{2}年)?第?\\d{1,4}号[)）]?");

    private static final Pattern PLACED_BODY = Pattern.compile("\\p{IsHan}{2,8}?[省市州县区旗盟]");
    private static final Pattern TITLE_WITH_ISSUER = Pattern.compile(
            "(?<issuer>\\p{IsHan}{2,24}?(?:(?:人民|(?<=[省市州县区旗盟]))政府(?:办公厅|办公室)?|办公厅|办公室|委员会|指挥部|[局厅委]))(?:关于|转发|批转).*");
    /** {@code 某市人民政府通告}: nothing but who speaks and how. */
    private static final Pattern BARE_TITLE =
            Pattern.compile("(?<issuer>\\p{IsHan}{2,24}?(?:人民政府(?:办公厅|办公室)?|委员会|指挥部|[局厅委]))(?:公告|通告|通知|决定|命令)");

    private static final String KIND = "通知|意见|决定|通报|公告|通告|批复|报告|函|命令|令|办法|规定|细则|条例|规则|方案|规划|计划|纲要|预案|措施|政策";
    private static final Pattern TITLE_END =
            Pattern.compile(".*(?:" + KIND + ")(?:[(（](?!\\d+[)）])[^()（）]{1,12}[)）])?");
    private static final Pattern UNNUMBERED = Pattern.compile(
            "(?<issuer>\\p{IsHan}{2,24}?(?:人民政府(?:办公厅|办公室)?|办公厅|办公室|委员会))(?:任免.{0,12}|人事任免.{0,8}|干部任免.{0,8})");
    /** What a gazette prints beside notices, each under a title of its own: explanations of a notice, the month's events. */
    private static final Pattern COLUMN = Pattern.compile(
            "(?:关于)?《[^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,30})?》的?(?:政策|文件)?(?:解读|问答|起草说明)(?:材料|稿)?|\\p{IsHan}{0,16}(?:(?:19|20)\\d{2}年(?:\\d{1,2}月份?)?)?\\p{IsHan}{0,16}大事记(?:[(（].{1,20}[)）])?");

    /** Over decisions without a number of their own; elsewhere it heads a group of notices. */
    private static final Pattern PERSONNEL = Pattern.compile("(?:人事|干部)任免(?:事项|信息)?|任免(?:人员|事项)");

    /** At the end of an entry in a table of contents: {@code （15）}, {@code ……15}. */
    private static final Pattern PAGE_REFERENCE = Pattern.compile("(?:[(（]\\d{1,3}[)）]|[.．…·]{2,}\\d{1,3})$");

    private static final Pattern ADDRESSEE = Pattern.compile("各.{2,}|.*(?:人民政府|部门|单位|办事处|管委会).*[:：]");

    private static final int MOST_TITLE_LINES = 5;
    /** Between a title that a page prints over the document and the document's own. */
    private static final int MOST_LINES_BETWEEN_TITLES = 3;
    /** Between two entries of a table of contents: a page number, the heading of a group. */
    private static final int MOST_CONTENTS_LINES = 4;

    private static final int LONGEST_DECREE_HEAD = 24;
    private static final int MOST_HISTORY_LINES = 12;
    private static final int WIDEST_TITLE_LINE = 140;

    private final List<SourceLine> lines;
    private final List<String> compact;

    private NoticeHeads(List<SourceLine> lines) {
        this.lines = lines;
        this.compact = lines.stream().map(SourceLine::compact).toList();
    }

    /**
     * The heads in order of print. Lines before the first belong to no notice.
     *
     * @param title the title that the file as a whole carries; a file without any head is one notice of that title. Empty
     *     when it carries none
     * @param boxes what a page prints over its documents; tells of a head what it does not print itself
     */
    static List<NoticeHead> find(List<SourceLine> lines, String title, List<Particulars> boxes) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var heads = new NoticeHeads(lines);
        List<NoticeHead> found = heads.find();
        String whole =
                title.isEmpty() && found.isEmpty() && boxes.size() == 1 ? heads.titleUnder(boxes.getFirst()) : title;
        return heads.withParticulars(whole.isEmpty() ? found : heads.inOneTitled(whole, found), boxes);
    }

    private List<NoticeHead> inOneTitled(String title, List<NoticeHead> found) {
        List<NoticeHead> numbered =
                found.stream().filter(head -> head.number() != null).toList();
        boolean opens = isTitle(0, title);
        // A document that speaks of notices, or encloses one, is no gazette of them.
        return numbered.isEmpty() || opens && numbered.size() == 1
                ? List.of(titled(title, numbered.isEmpty() ? null : numbered.getFirst()))
                : found;
    }

    /** The title that a box tells, or that stands right under it; empty when none does. */
    private String titleUnder(Particulars box) {
        if (!box.title().isEmpty()) {
            return box.title();
        }
        var title = new StringBuilder();
        for (int i = 0, taken = 0; i < lines.size() && taken < MOST_TITLE_LINES; i++) {
            if (lines.get(i).number() > box.last()) {
                title.append(compact.get(i));
                taken++;
                if (TITLE_END.matcher(title).matches()) {
                    return Typography.repair(title.toString());
                }
                if (Sentences.endsSentence(compact.get(i))) {
                    return "";
                }
            }
        }
        return "";
    }

    /** A box stands over its document, or on the page of the only one. */
    private List<NoticeHead> withParticulars(List<NoticeHead> heads, List<Particulars> boxes) {
        var told = new ArrayList<>(heads);
        int next = 0;
        for (Particulars box : boxes) {
            while (next < told.size()
                    && told.size() > 1
                    && lines.get(told.get(next).start()).number() < box.last()) {
                next++;
            }
            if (next < told.size()) {
                told.set(next, told.get(next).completed(box));
            }
        }
        return told;
    }

    private boolean isTitle(int at, String title) {
        return Typography.compact(Typography.repair(compact.get(at))).equals(Typography.compact(title));
    }

    /**
     * The whole file as one notice.
     *
     * @param inside the only numbered head in it; its number is the file's when it stands near the title
     */
    private NoticeHead titled(String title, @Nullable NoticeHead inside) {
        int at = 0;
        int searched = Math.min(lines.size(), LONGEST_DECREE_HEAD);
        while (at < searched && !isTitle(at, title)) {
            at++;
        }
        var blocks = new ArrayList<NoticeHead.Block>();
        if (at < searched) {
            blocks.add(new NoticeHead.Block(at, at + 1));
        }
        boolean own = inside != null && inside.start() <= MOST_TITLE_LINES;
        if (own) {
            int after = at + 1;
            inside.blocks().stream().filter(block -> block.from() >= after).forEach(blocks::add);
        }
        String issuer = issuerOf(Typography.compact(title));
        return new NoticeHead(
                0,
                blocks,
                own ? inside.number() : null,
                title,
                issuer.isEmpty() && own ? inside.issuer() : issuer,
                own ? inside.issuedOn() : null);
    }

    private List<NoticeHead> find() {
        var heads = new ArrayList<NoticeHead>();
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            Optional<NoticeHead> head = mayBeHead(compact.get(i))
                    ? decree(i, from).or(numbered(i, from)).or(unnumbered(i)).or(column(i, !heads.isEmpty()))
                    : Optional.empty();
            if (head.isEmpty()) {
                head = regulation(i, heads.isEmpty() ? "" : heads.getLast().title());
            }
            if (head.isPresent() && head.get().start() >= from) {
                heads.add(withRepeatedIssuer(head.get(), from));
                from = head.get().blocks().getLast().to();
                i = Math.max(i, from - 1);
            }
        }
        return nameIssuers(withoutRepeatedTitles(withoutContents(heads)));
    }

    /** The print may name the issuer twice, as letterhead and over the title. */
    private NoticeHead withRepeatedIssuer(NoticeHead head, int from) {
        int above = head.start() - 1;
        return above >= from && isIssuer(above) && compact.get(above).equals(compact.get(head.start()))
                ? head.startingWith(new NoticeHead.Block(above, head.start()))
                : head;
    }

    /** A page prints the title over the document, which begins with it: one notice, not an empty one before it. */
    private List<NoticeHead> withoutRepeatedTitles(List<NoticeHead> heads) {
        var kept = new ArrayList<NoticeHead>();
        for (NoticeHead head : heads) {
            if (!kept.isEmpty() && repeats(kept.getLast(), head)) {
                head = kept.removeLast().and(head);
            }
            kept.add(head);
        }
        return kept;
    }

    private boolean repeats(NoticeHead first, NoticeHead second) {
        int end = first.blocks().getLast().to();
        return (first.number() == null
                        || second.number() == null
                        || first.number().equals(second.number()))
                && first.title().endsWith(second.title())
                && second.start() - end <= MOST_LINES_BETWEEN_TITLES
                && compact.subList(end, second.start()).stream().noneMatch(Sentences::endsSentence);
    }

    /** A table of contents may name number and title on lines of their own: heads with nothing under them that come again. */
    private List<NoticeHead> withoutContents(List<NoticeHead> heads) {
        var kept = new ArrayList<NoticeHead>();
        for (int i = 0; i < heads.size(); i++) {
            DocumentNumber number = heads.get(i).number();
            boolean comesAgain = number != null
                    && heads.subList(i + 1, heads.size()).stream().anyMatch(later -> number.equals(later.number()));
            int end = heads.get(i).blocks().getLast().to();
            boolean empty = i + 1 < heads.size()
                    && heads.get(i + 1).start() - end <= MOST_CONTENTS_LINES
                    && lines.subList(end, heads.get(i + 1).start()).stream()
                            .noneMatch(line -> Sentences.endsSentence(line.compact()));
            if (!comesAgain || !empty || !kept.isEmpty()) {
                kept.add(heads.get(i));
            }
        }
        return kept;
    }

    /** A quick look before the patterns: a head line is short, begins with a character and names what heads name. */
    private static boolean mayBeHead(String line) {
        return line.length() <= WIDEST_TITLE_LINE / 2
                && (Character.isIdeographic(line.charAt(0))
                        || "(（《".indexOf(line.charAt(0)) >= 0
                        || line.endsWith("大事记"))
                && (line.indexOf('号') > 0
                        || line.indexOf('令') > 0
                        || line.contains("政府")
                        || line.contains("关于")
                        || line.contains("任免")
                        || line.indexOf('》') > 0
                        || line.endsWith("公告")
                        || line.endsWith("通告")
                        || line.contains("大事记")
                        || line.indexOf(' ') >= 0
                        || isBody(line.charAt(line.length() - 1)));
    }

    private static boolean isBody(char last) {
        return "府厅室区部会挥组院局委".indexOf(last) >= 0;
    }

    // ---- numbered notices

    private java.util.function.Supplier<Optional<NoticeHead>> numbered(int at, int from) {
        return () -> {
            Matcher line = NUMBER_LINE.matcher(withoutBrackets(at, from));
            if (!line.matches()) {
                return Optional.empty();
            }
            Optional<DocumentNumber> number = DocumentNumber.parse(line.group("number"));
            Optional<LocalDate> date = line.group("date") == null ? dateAt(at + 1) : Dates.day(line);
            int end = line.group("date") == null && date.isPresent() ? at + 2 : at + 1;
            return titleAbove(at, from)
                    .map(title -> head(title, at, end, number.orElse(null), date.orElse(null)))
                    .or(() -> titleBelow(end, at, number.orElse(null), date.orElse(null)));
        };
    }

    /** A number in brackets is a head's where a title ends right above it; elsewhere it is cited, and the line is broken. */
    private String withoutBrackets(int at, int from) {
        Matcher bracketed = BRACKETED.matcher(compact.get(at));
        return bracketed.matches()
                        && titleAbove(at, from).isPresent()
                        && TITLE_END.matcher(compact.get(at - 1)).matches()
                ? bracketed.group("inside")
                : compact.get(at);
    }

    private Optional<DocumentNumber> numberAt(int at) {
        Matcher line = at < lines.size() ? NUMBER_LINE.matcher(compact.get(at)) : NUMBER_LINE.matcher("");
        return line.matches() ? DocumentNumber.parse(line.group("number")) : Optional.empty();
    }

    private Optional<LocalDate> dateAt(int at) {
        return at < lines.size() ? Dates.whole(compact.get(at)) : Optional.empty();
    }

    /** The lines of issuer and title. */
    private record Title(int from, int issuerEnd, int to) {}

    private Optional<Title> titleAbove(int at, int from) {
        int i = at - 1;
        for (; i >= Math.max(from, at - MOST_TITLE_LINES); i--) {
            String line = compact.get(i);
            if (isIssuer(i)) {
                return Optional.of(new Title(i, i + 1, at));
            }
            if (TITLE_WITH_ISSUER.matcher(line).matches()) {
                return Optional.of(new Title(i, i, at));
            }
            if (Sentences.endsSentence(line) || lines.get(i).width() > WIDEST_TITLE_LINE || line.indexOf('\t') >= 0) {
                break;
            }
            if (line.startsWith("关于")) {
                int above = i - 1;
                return Optional.of(
                        above >= from && (isIssuer(above) || isBureau(above))
                                ? new Title(above, above + 1, at)
                                : new Title(i, i, at));
            }
        }
        return at - 1 >= from && TITLE_END.matcher(compact.get(at - 1)).matches()
                ? Optional.of(new Title(at - 1, at - 1, at))
                : Optional.empty();
    }

    /** Red-head print: the number stands above the title. */
    private Optional<NoticeHead> titleBelow(
            int from, int at, @Nullable DocumentNumber number, @Nullable LocalDate date) {
        var title = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + MOST_TITLE_LINES); i++) {
            String line = compact.get(i);
            if (Sentences.endsSentence(line)) {
                break;
            }
            title.append(line);
            if (title.indexOf("关于") >= 0 && TITLE_END.matcher(line).matches()) {
                int start = at > 0 && isIssuer(at - 1) ? at - 1 : at;
                var blocks = List.of(new NoticeHead.Block(start, from), new NoticeHead.Block(from, i + 1));
                return Optional.of(new NoticeHead(
                        start, blocks, number, Typography.repair(title.toString()), issuerOf(title.toString()), date));
            }
        }
        return Optional.empty();
    }

    private NoticeHead head(Title title, int at, int end, @Nullable DocumentNumber number, @Nullable LocalDate date) {
        var text = new StringBuilder();
        for (int i = title.issuerEnd(); i < title.to(); i++) {
            text.append(compact.get(i));
        }
        String name = Typography.repair(text.toString());
        String issuer = issuerOf(text.toString());
        var blocks = new ArrayList<NoticeHead.Block>();
        if (title.issuerEnd() > title.from()) {
            String printed = lines.get(title.from()).text();
            List<String> bodies = issuers(printed);
            issuer = bodies.isEmpty() ? Typography.compact(printed) : String.join("、", bodies);
            name = Typography.compact(printed) + name;
            blocks.add(new NoticeHead.Block(title.from(), title.issuerEnd()));
        }
        blocks.add(new NoticeHead.Block(title.issuerEnd(), title.to()));
        blocks.add(new NoticeHead.Block(at, end));
        return new NoticeHead(title.from(), blocks, number, name, issuer, date);
    }

    // ---- decrees

    private Optional<NoticeHead> decree(int at, int from) {
        Matcher line = DECREE_LINE.matcher(compact.get(at));
        if (!line.matches()) {
            return Optional.empty();
        }
        String issuer = line.group("issuer");
        Matcher assembly = ASSEMBLY.matcher(issuer);
        boolean promulgates = assembly.matches()
                || line.group("act").equals("令") && BODY.matcher(issuer).matches();
        if (!promulgates) {
            return Optional.empty();
        }
        String serial = line.group("n");
        int end = at + 1;
        if (serial == null && end < lines.size()) {
            Matcher below = SERIAL_LINE.matcher(compact.get(end));
            if (below.matches()) {
                serial = below.group("n");
                end++;
            }
        }
        if (serial == null) {
            return Optional.empty();
        }
        String year =
                line.group("year") == null ? "第" : "〔" + line.group("year").replaceAll("[^\\p{IsHan}\\d]", "") + "〕";
        DocumentNumber number =
                new DocumentNumber(issuer + line.group("act") + year + ChineseNumerals.value(serial) + "号");
        String body = assembly.matches() ? assembly.group("place") + assembly.group("body") : issuer;
        return decreeTitle(at, end, body, number).map(head -> withTitleAbove(head, from));
    }

    /** A page may print the title over the decree too. */
    private NoticeHead withTitleAbove(NoticeHead head, int from) {
        int above = head.start() - 1;
        return above >= from && isTitle(above, head.title())
                ? head.startingWith(new NoticeHead.Block(above, head.start()))
                : head;
    }

    /** The signature's date stands between the preamble and the title of what is decreed; some prints have neither. */
    private Optional<NoticeHead> decreeTitle(int at, int end, String issuer, DocumentNumber number) {
        for (int i = end; i < Math.min(lines.size(), at + LONGEST_DECREE_HEAD); i++) {
            Optional<LocalDate> date = Dates.whole(compact.get(i));
            boolean opens = i == end && regulationEnd(i) > 0;
            if (date.isEmpty() && !opens) {
                continue;
            }
            int from = opens ? i : i + 1;
            int to = from;
            var title = new StringBuilder();
            while (to < Math.min(lines.size(), from + MOST_TITLE_LINES)
                    && !Sentences.endsSentence(compact.get(to))
                    && Mark.at(lines.get(to).raw()).isEmpty()) {
                title.append(compact.get(to));
                to++;
                if (!isIssuer(to - 1) && TITLE_END.matcher(title).matches()) {
                    break;
                }
            }
            if (title.isEmpty()) {
                return Optional.empty();
            }
            var blocks = List.of(new NoticeHead.Block(at, end), new NoticeHead.Block(from, to));
            return Optional.of(
                    new NoticeHead(at, blocks, number, Typography.repair(title.toString()), issuer, date.orElse(null)));
        }
        return Optional.empty();
    }

    // ---- regulations, as collections print them

    /** Where the title of a regulation that begins here ends: its history stands under it. 0 when none begins here. */
    private int regulationEnd(int at) {
        for (int end = at + 1; end <= at + 2 && end < lines.size(); end++) {
            String below = compact.get(end);
            if ((below.charAt(0) == '（' || below.charAt(0) == '(')
                    && REGULATION
                            .matcher(String.join("", compact.subList(at, end)))
                            .matches()
                    && !(end == at + 2 && isWholeTitle(compact.get(at + 1)))
                    && HISTORY.matcher(historyAt(end)).matches()) {
                return end;
            }
        }
        return 0;
    }

    private static boolean isWholeTitle(String line) {
        return REGULATION.matcher(line).matches() && PLACED_BODY.matcher(line).lookingAt();
    }

    /** The bracket that begins here, to the line that closes it. */
    private String historyAt(int at) {
        var history = new StringBuilder();
        for (int i = at; i < Math.min(lines.size(), at + MOST_HISTORY_LINES); i++) {
            history.append(compact.get(i));
            if (compact.get(i).endsWith("）") || compact.get(i).endsWith(")")) {
                break;
            }
        }
        return history.toString();
    }

    /**
     * A title over its history, {@code （2008年3月1日某市人民政府令第35号公布）}. Under a notice 关于 something it stands over what
     * that notice encloses.
     */
    private Optional<NoticeHead> regulation(int at, String before) {
        int end = before.contains("关于") ? 0 : regulationEnd(at);
        if (end == 0 || !Mark.at(lines.get(at).raw()).isEmpty()) {
            return Optional.empty();
        }
        String title = Typography.repair(String.join("", compact.subList(at, end)));
        String history = historyAt(end);
        Matcher proclaimed = PROCLAIMED.matcher(history);
        Matcher passed = ASSEMBLY.matcher(history.replaceFirst("^[(（]" + Dates.DAY, ""));
        DocumentNumber number = null;
        String issuer = "";
        if (proclaimed.matches()) {
            issuer = inFull(proclaimed.group("issuer"), title);
            number = new DocumentNumber(issuer + "令第" + ChineseNumerals.value(proclaimed.group("n")) + "号");
        } else if (passed.lookingAt()) {
            issuer = passed.group("place") + passed.group("body");
        }
        return Optional.of(new NoticeHead(at, List.of(new NoticeHead.Block(at, end)), number, title, issuer, null));
    }

    /** {@code 市政府} over a regulation of a city is the government of that city. */
    private static String inFull(String issuer, String title) {
        Matcher place = PLACED_BODY.matcher(title);
        return GOVERNMENT_IN_SHORT.matcher(issuer).matches() && place.lookingAt() ? place.group() + "人民政府" : issuer;
    }

    // ---- notices without a number

    private java.util.function.Supplier<Optional<NoticeHead>> unnumbered(int at) {
        return () -> {
            Matcher line = UNNUMBERED.matcher(compact.get(at));
            if (line.matches()) {
                return Optional.of(new NoticeHead(
                        at,
                        List.of(new NoticeHead.Block(at, at + 1)),
                        null,
                        Typography.repair(compact.get(at)),
                        line.group("issuer"),
                        null));
            }
            if (at + 1 < lines.size()
                    && BARE_TITLE.matcher(compact.get(at)).matches()
                    && SERIAL_OF_YEAR.matcher(compact.get(at + 1)).matches()) {
                String title = Typography.repair(compact.get(at));
                var blocks = List.of(new NoticeHead.Block(at, at + 1), new NoticeHead.Block(at + 1, at + 2));
                return Optional.of(new NoticeHead(at, blocks, null, title, issuerOf(title), null));
            }
            return isIssuer(at) || TITLE_WITH_ISSUER.matcher(compact.get(at)).matches()
                    ? titledWithoutNumber(at)
                    : Optional.empty();
        };
    }

    private Optional<NoticeHead> titledWithoutNumber(int at) {
        boolean apart = isIssuer(at);
        int from = apart ? at + 1 : at;
        var title = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + MOST_TITLE_LINES - 1); i++) {
            String line = compact.get(i);
            if (Sentences.endsSentence(line)
                    || PAGE_REFERENCE.matcher(line).find()
                    || (apart && i == from && !line.startsWith("关于"))) {
                return Optional.empty();
            }
            title.append(line);
            if (!TITLE_END.matcher(title).matches()) {
                continue;
            }
            Optional<DocumentNumber> proclaimed =
                    i + 1 < lines.size() ? proclaimed(compact.get(i + 1)) : Optional.empty();
            Optional<LocalDate> date = proclaimed.isPresent() ? Optional.empty() : dateAt(i + 1);
            boolean addressed = i + 1 < lines.size()
                    && ADDRESSEE.matcher(compact.get(i + 1)).matches();
            boolean toEverybody = title.toString().matches(".*(?:公告|通告|命令)(?:[(（].{1,12}[)）])?");
            boolean signed = namesIssuerAgain(i + 1, title.toString());
            int below = date.isPresent() || signed ? i + 2 : i + 1;
            Optional<DocumentNumber> number = numberAt(below);
            if (date.isPresent() && number.isPresent()) {
                // The date stands over the number.
                return Optional.of(head(new Title(at, from, i + 1), below, below + 1, number.get(), date.get()));
            }
            if (number.isPresent() || date.isEmpty() && proclaimed.isEmpty() && !addressed && !toEverybody && !signed) {
                return Optional.empty();
            }
            String printed = lines.get(at).text();
            String issuer = apart ? String.join("、", issuers(printed)) : issuerOf(title.toString());
            String name = (apart ? Typography.compact(printed) : "") + Typography.repair(title.toString());
            var blocks = new ArrayList<NoticeHead.Block>();
            if (apart) {
                blocks.add(new NoticeHead.Block(at, from));
            }
            blocks.add(new NoticeHead.Block(from, i + 1));
            if (date.isPresent() || proclaimed.isPresent() || signed) {
                blocks.add(new NoticeHead.Block(i + 1, i + 2));
            }
            return Optional.of(new NoticeHead(at, blocks, proclaimed.orElse(null), name, issuer, date.orElse(null)));
        }
        return Optional.empty();
    }

    /** Law collections print the issuer under the title, with its province: {@code 某省某市人民政府}. */
    private boolean namesIssuerAgain(int at, String title) {
        String issuer = issuerOf(title);
        return at < lines.size()
                && !issuer.isEmpty()
                && isIssuer(at)
                && compact.get(at).endsWith(issuer);
    }

    /** The decree that a line under a title names: {@code （2022年1月10日某市人民政府令第41号公布 自2022年3月1日起施行）}. */
    private static Optional<DocumentNumber> proclaimed(String line) {
        Matcher m = PROCLAIMED.matcher(line);
        return m.matches()
                ? Optional.of(new DocumentNumber(m.group("issuer") + "令第" + ChineseNumerals.value(m.group("n")) + "号"))
                : Optional.empty();
    }

    /** Not before the first notice: what stands there is the table of contents. */
    private java.util.function.Supplier<Optional<NoticeHead>> column(int at, boolean afterNotice) {
        return () -> afterNotice
                        && (COLUMN.matcher(compact.get(at)).matches()
                                || PERSONNEL.matcher(compact.get(at)).matches()
                                        && at + 1 < lines.size()
                                        && compact.get(at + 1).contains("决定"))
                ? Optional.of(new NoticeHead(
                        at,
                        List.of(new NoticeHead.Block(at, at + 1)),
                        null,
                        Typography.repair(compact.get(at)),
                        "",
                        null))
                : Optional.empty();
    }

    // ---- issuers

    /** Whether the whole line names one issuing body, or several. */
    private boolean isIssuer(int at) {
        SourceLine line = lines.get(at);
        return line.width() <= WIDEST_TITLE_LINE / 2
                && line.text().indexOf('\t') < 0
                && !issuers(line.text()).isEmpty();
    }

    /** Whether the whole line names a body of a named place: {@code 某市财政局}. Over a title it issues, elsewhere it may be listed. */
    private boolean isBureau(int at) {
        return PLACED_BODY.matcher(compact.get(at)).lookingAt()
                && BODY.matcher(compact.get(at)).matches();
    }

    /** The bodies that a line names, parted by spaces; empty when it holds anything else. */
    private static List<String> issuers(String line) {
        String whole = Typography.compact(line);
        List<String> words = List.of(line.strip().split("[\\s\\u3000、]+"));
        if (words.size() > 1
                && words.stream().allMatch(word -> BODY.matcher(word).matches())) {
            return words;
        }
        return BODY.matcher(whole).matches() && whole.contains("政府") ? List.of(whole) : List.of();
    }

    /** The bodies that sign a document, by the line over the date; empty when the line names none. */
    static List<String> signers(String line) {
        List<String> words = List.of(line.strip().split("[\\s\\u3000、]+"));
        return words.stream()
                        .allMatch(word -> PLACED_BODY.matcher(word).lookingAt()
                                && BODY.matcher(word).matches())
                ? words
                : List.of();
    }

    private static String issuerOf(String title) {
        for (Pattern pattern : List.of(TITLE_WITH_ISSUER, BARE_TITLE)) {
            Matcher m = pattern.matcher(title);
            if (m.matches()) {
                return m.group("issuer");
            }
        }
        return "";
    }

    /** Where the print leaves the issuer out, the code of the number tells it: other notices of the file use it too. */
    private static List<NoticeHead> nameIssuers(List<NoticeHead> heads) {
        Map<String, Map<String, Integer>> issuersByCode = new HashMap<>();
        for (NoticeHead head : heads) {
            if (head.number() != null && !head.issuer().isEmpty()) {
                issuersByCode
                        .computeIfAbsent(code(head.number()), code -> new HashMap<>())
                        .merge(head.issuer(), 1, Integer::sum);
            }
        }
        return heads.stream()
                .map(head -> {
                    if (!head.issuer().isEmpty() || head.number() == null) {
                        return head;
                    }
                    Map<String, Integer> known = issuersByCode.getOrDefault(code(head.number()), Map.of());
                    return known.entrySet().stream()
                            .max(Map.Entry.<String, Integer>comparingByValue()
                                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                            .map(entry -> head.withIssuer(entry.getKey()))
                            .orElse(head);
                })
                .toList();
    }

    private static String code(DocumentNumber number) {
        return number.text().replaceAll("[〔第].*", "");
    }
}
