package wenju.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Passage;
import wenju.notice.Relation;

/**
 * What a notice says about other documents: which it repeals, replaces, amends or cites. What it does to one is told by the
 * words that follow it up to the next document that is not named in one breath with it, by the verb right before it, or by
 * the list it stands in: {@code 下列文件予以废止：}, {@code 附件2 废止的规范性文件目录}.
 */
final class Relations {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:(?<decree>(?![年月日])[^，。；、（）《》\\d年月日]{2,16}令第?\\d{1,4}号)(?:公布|发布|印发)的)?《(?<title>[^《》]{2,120}(?:《[^《》]{2,60}》[^《》]{0,60})?)》(?:[（(](?<number>[^（）()]{2,14}[〔\\[]\\d{4}[〕\\]]\\d{1,5}号|[^（）()]{0,16}令第?\\d{1,4}号)[）)])?"
                    + "|(?<bare>\\p{IsHan}{2,8}[〔\\[]\\d{4}[〕\\]]\\d{1,5}号)");
    /** What stands before a number without brackets and is no part of it: {@code 按照国发〔2016〕3号}. */
    private static final Pattern BEFORE_NUMBER =
            Pattern.compile("^.*(?:按照|根据|依据|依照|遵照|参照|执行|落实|印发|废止|.以及|.[和与及])(?=\\p{IsHan}{2})");

    private static final Pattern REPEALS = Pattern.compile(
            "(?<!未|未被|不得|不予|是否|已|已经|已被)(?:(?:同时|即行|自行|予以|一并|均|宣布|全文)?(?:废止|失效)|停止(?:执行|施行|使用)|不再(?:执行|施行))");
    private static final Pattern AMENDS = Pattern.compile("修改为|作如下修改|作出?(?:以下|部分)?修改|予以修改|删去第|增加一条");
    private static final Pattern REPLACES = Pattern.compile("(?:代替|取代|替代)");
    /** Words between two documents that are named in one breath. */
    private static final Pattern CHAIN = Pattern.compile(
            "(?:[（(][^（）()]{0,40}[）)])?(?:[、，,；;]|和|及|与|以及|同时)*(?:[^《》。；，]{0,40}(?:印发|发布|公布|颁布|下发|制定)的|原)?");

    private static final Pattern VERB_BEFORE = Pattern.compile(
            "(?:(?<repeal>废止|宣布失效|停止执行)|(?<amend>修改|修正)|(?<replace>代替|取代|替代))(?:了|原)?(?:[^《》。；，]{0,30}(?:印发|发布|公布)的)?$");
    /** A sentence that opens a list of what is done to the documents in it. */
    private static final Pattern OPENS_LIST = Pattern.compile("(?:下列|以下|如下|附件|下述)[\\s\\S]*[：:]$|如下[：:]$");

    private static final Pattern KEPT = Pattern.compile("保留|继续有效|现行有效");
    private static final Pattern LIST_HEADING =
            Pattern.compile("(?:废止|失效|修改|停止执行)[^。，；]{0,24}(?:目录|清单|一览表|名单|文件)|(?:目录|清单)[（(][^（）()]{0,8}(?:废止|失效)");
    private static final Pattern SENTENCE = Pattern.compile("[^。\\n]+");

    private static final Pattern TITLE = Pattern.compile(
            "关于(?<act>废止|修改|修正|修订)《?(?!部分|一批|若干|有关|和)(?<target>[^《》]{4,60}?)》?(?:的|部分条款的)(?:通知|决定|公告)$");

    private final @Nullable LocalDate from;
    private final List<Relation> relations = new ArrayList<>();
    /** What the list that is open does to its documents; null outside such a list. */
    private Relation.@Nullable Kind list;
    /** The family of marks of that list's entries; null before the first, or when they have none. */
    private Mark.@Nullable Kind entries;

    /** What the catalogue does to its documents that was last announced by a heading; null when none was. */
    private Relation.@Nullable Kind catalogue;

    private String catalogueIn = "";

    private Relations(@Nullable LocalDate from) {
        this.from = from;
    }

    /**
     * Reads the relations from the passages of a notice.
     *
     * @param own the notice's own number; what names it is no relation
     * @param title the notice's own title; likewise
     * @param from the first day on which it holds
     */
    static List<Relation> of(
            List<Passage> passages, @Nullable DocumentNumber own, String title, @Nullable LocalDate from) {
        var reading = new Relations(from);
        reading.relations.addAll(fromTitle(title, from));
        passages.forEach(reading::read);
        Set<String> seen = new HashSet<>();
        return reading.relations.stream()
                .filter(relation -> own == null || !own.text().equals(relation.target()))
                .filter(relation -> relation.passage() == 0 && relation.kind() != Relation.Kind.CITES
                        || relation.targetTitle().isEmpty()
                        || !title.contains(relation.targetTitle()))
                .filter(relation -> seen.add((relation.kind() == Relation.Kind.CITES) + relation.target()))
                .toList();
    }

    /** {@code 关于废止X的决定}, {@code 关于修改X的决定}, {@code 关于修订X的通知}. */
    private static List<Relation> fromTitle(String title, @Nullable LocalDate from) {
        Matcher acts = TITLE.matcher(title);
        if (!acts.find()) {
            return List.of();
        }
        Relation.Kind kind = switch (acts.group("act")) {
            case "废止" -> Relation.Kind.REPEALS;
            case "修改", "修正" -> Relation.Kind.AMENDS;
            default -> Relation.Kind.REPLACES;
        };
        String target = acts.group("target");
        return List.of(new Relation(kind, target, target, from, 0));
    }

    private void read(Passage passage) {
        Relation.@Nullable Kind heading = catalogueOf(passage);
        list = passage.leadIn().isEmpty() ? list : opened(passage.leadIn());
        Matcher sentences = SENTENCE.matcher(passage.text());
        while (sentences.find()) {
            String sentence = sentences.group().strip();
            List<MatchResult> references =
                    sentence.indexOf('《') < 0 && sentence.indexOf('〔') < 0 && sentence.indexOf('[') < 0
                            ? List.of()
                            : REFERENCE.matcher(sentence).results().toList();
            for (int i = 0; i < references.size(); i++) {
                Relation.Kind kind = kind(sentence, references, i);
                if (kind == Relation.Kind.CITES && heading != null) {
                    kind = heading;
                } else if (kind == Relation.Kind.CITES && list != null && isEntry(sentence)) {
                    kind = list;
                }
                relations.add(relation(references.get(i), kind, passage.position()));
            }
            Relation.@Nullable Kind opened = opened(sentence);
            if (opened != null) {
                list = opened;
                entries = null;
            } else if (references.isEmpty() || !isEntry(sentence)) {
                list = null;
            } else if (entries == null) {
                entries = markOf(sentence);
            }
        }
    }

    /** What the heading of a catalogue does to what is listed under it, up to the end of its attachment or section. */
    private Relation.@Nullable Kind catalogueOf(Passage passage) {
        String in = passage.locator().parts().isEmpty()
                ? ""
                : passage.locator().parts().getFirst();
        Relation.@Nullable Kind heading = headingOf(passage);
        if (heading != null || !in.equals(catalogueIn)) {
            catalogue = heading;
            catalogueIn = in;
        }
        return catalogue;
    }

    /** What a heading above, or the first lines of the passage, say of all documents in it. */
    private static Relation.@Nullable Kind headingOf(Passage passage) {
        var headings = new ArrayList<>(passage.headings());
        passage.text().lines().limit(2).filter(line -> line.indexOf('《') < 0).forEach(headings::add);
        for (String heading : headings.reversed()) {
            boolean names = heading.length() < 60
                    && (heading.contains("目录")
                            || heading.contains("清单")
                            || heading.contains("一览表")
                            || heading.contains("名单")
                            || heading.contains("文件"));
            if (names
                    && LIST_HEADING.matcher(heading).find()
                    && !KEPT.matcher(heading).find()) {
                return heading.contains("修改") && !heading.contains("废止") ? Relation.Kind.AMENDS : Relation.Kind.REPEALS;
            }
        }
        return null;
    }

    private static Relation.@Nullable Kind opened(String sentence) {
        if (!sentence.endsWith("：") && !sentence.endsWith(":")
                || !OPENS_LIST.matcher(sentence).find()
                || KEPT.matcher(sentence).find()) {
            return null;
        }
        return act(sentence).orElse(null);
    }

    /** Whether a line is an entry of the list that is open. */
    private boolean isEntry(String line) {
        Mark.Kind mark = markOf(line);
        return mark == null ? line.startsWith("《") || line.indexOf('\t') >= 0 : entries == null || entries == mark;
    }

    private static Mark.@Nullable Kind markOf(String line) {
        return Mark.at(line).stream().findFirst().map(Mark::kind).orElse(null);
    }

    private static Optional<Relation.Kind> act(String words) {
        if (REPEALS.matcher(words).find()) {
            return Optional.of(Relation.Kind.REPEALS);
        }
        if (AMENDS.matcher(words).find()) {
            return Optional.of(Relation.Kind.AMENDS);
        }
        return REPLACES.matcher(words).find() ? Optional.of(Relation.Kind.REPLACES) : Optional.empty();
    }

    private static Relation.Kind kind(String sentence, List<MatchResult> references, int at) {
        int last = at;
        while (last + 1 < references.size() && isChained(sentence, references, last)) {
            last++;
        }
        int end = last + 1 < references.size() ? references.get(last + 1).start() : sentence.length();
        String after = sentence.substring(references.get(last).end(), end);
        int stop = after.indexOf('；');
        Optional<Relation.Kind> act = act(stop < 0 ? after : after.substring(0, stop));
        if (act.isPresent()) {
            return act.get();
        }
        int first = at;
        while (first > 0 && isChained(sentence, references, first - 1)) {
            first--;
        }
        int start = first == 0 ? 0 : references.get(first - 1).end();
        Matcher verb = VERB_BEFORE.matcher(
                sentence.substring(start, references.get(first).start()));
        if (!verb.find()) {
            return Relation.Kind.CITES;
        }
        return verb.group("repeal") != null
                ? Relation.Kind.REPEALS
                : verb.group("amend") != null ? Relation.Kind.AMENDS : Relation.Kind.REPLACES;
    }

    private static boolean isChained(String sentence, List<MatchResult> references, int at) {
        String between = sentence.substring(
                references.get(at).end(), references.get(at + 1).start());
        return CHAIN.matcher(between).matches();
    }

    private Relation relation(MatchResult reference, Relation.Kind kind, int passage) {
        String number = reference.group("bare") != null
                ? BEFORE_NUMBER.matcher(reference.group("bare")).replaceFirst("")
                : reference.group("number") != null ? reference.group("number") : reference.group("decree");
        String title = reference.group("title") == null ? "" : reference.group("title");
        String target = number == null
                ? title
                : DocumentNumber.parse(number).map(DocumentNumber::text).orElse(number);
        return new Relation(kind, target, title, kind == Relation.Kind.CITES ? null : from, passage);
    }
}
