package wenju.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Passage;
import wenju.notice.Relation;

/** What a notice says about other documents: which it repeals, replaces, amends or cites. */
final class Relations {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:(?<decree>(?![年月日])[^，。；、（）《》\\d年月日]{2,16}令第?\\d{1,4}号)(?:公布|发布|印发)的)?《(?<title>[^《》]{2,120}(?:《[^《》]{2,60}》[^《》]{0,60})?)》(?:[（(](?<number>[^（）()]{2,14}[〔\\[]\\d{4}[〕\\]]\\d{1,5}号|[^（）()]{0,16}令第?\\d{1,4}号)[）)])?"
                    + "|(?<bare>\\p{IsHan}{2,8}[〔\\[]\\d{4}[〕\\]]\\d{1,5}号)");
    private static final Pattern REPEALS =
            Pattern.compile("(?:同时|即行|自行|予以|一并|均|宣布|全文)?(?:废止|失效)|停止(?:执行|施行|使用)|不再(?:执行|施行)");
    private static final Pattern AMENDS = Pattern.compile("修改为|作如下修改|作出?修改|予以修改|删去第|增加一条");
    private static final Pattern REPLACES = Pattern.compile("(?:代替|取代|替代)");
    private static final Pattern SENTENCE = Pattern.compile("[^。\\n]+");

    private static final Pattern TITLE =
            Pattern.compile("关于(?<act>废止|修改|修正|修订)《?(?<target>[^《》]{4,60}?)》?(?:的|部分条款的)(?:通知|决定|公告)$");

    private Relations() {}

    /**
     * Reads the relations from the passages of a notice.
     *
     * @param own the notice's own number; what names it is no relation
     * @param title the notice's own title; likewise
     * @param from the first day on which it holds
     */
    static List<Relation> of(
            List<Passage> passages, @Nullable DocumentNumber own, String title, @Nullable LocalDate from) {
        var relations = new ArrayList<>(fromTitle(title, from));
        Set<String> seen = new HashSet<>();
        for (Passage passage : passages) {
            Matcher sentences = SENTENCE.matcher(passage.text());
            while (sentences.find()) {
                String sentence = sentences.group();
                Matcher reference = REFERENCE.matcher(sentence);
                while (reference.find()) {
                    Relation relation = relation(reference, sentence, from, passage.position());
                    boolean itself = own != null && own.text().equals(relation.target())
                            || !relation.targetTitle().isEmpty() && title.contains(relation.targetTitle());
                    if (!itself && seen.add(relation.kind() + relation.target())) {
                        relations.add(relation);
                    }
                }
            }
        }
        return relations;
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

    private static Relation relation(Matcher reference, String sentence, @Nullable LocalDate from, int passage) {
        String number = reference.group("bare") != null
                ? reference.group("bare")
                : reference.group("number") != null ? reference.group("number") : reference.group("decree");
        String title = reference.group("title") == null ? "" : reference.group("title");
        String target = number == null
                ? title
                : DocumentNumber.parse(number).map(DocumentNumber::text).orElse(number);
        Relation.Kind kind = kind(sentence, reference.end());
        return new Relation(kind, target, title, kind == Relation.Kind.CITES ? null : from, passage);
    }

    /** What the rest of the sentence does to the document it has just named. */
    private static Relation.Kind kind(String sentence, int after) {
        String rest = sentence.substring(after);
        if (REPEALS.matcher(rest).find()) {
            return Relation.Kind.REPEALS;
        }
        if (AMENDS.matcher(rest).find()) {
            return Relation.Kind.AMENDS;
        }
        return REPLACES.matcher(rest).find() ? Relation.Kind.REPLACES : Relation.Kind.CITES;
    }
}
