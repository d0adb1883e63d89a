package wenju.gazette;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of a notice from its paragraphs. A mark closes every section whose family stands further in or is its own,
 * and opens a section in what remains; a paragraph without a mark belongs to the innermost open section. Where articles begin
 * again under a title, or items under {@linkplain Subheadings a heading}, a section of that title opens.
 */
final class Outline {
    /** Paragraphs that speak for the whole notice though they follow the last item. */
    private static final Pattern WHOLE_NOTICE = Pattern.compile(
            "^(?:附件?[:：]|(?:本|此|以上)(?:通知|意见|方案|办法|细则|规定|措施|政策|规划|预案|计划|决定|通告|公告|规则|标准).{0,12}自.{1,20}(?:施行|实施|执行|起)|特此(?:通知|公告|通告|通报))");

    /** What stands under a document: its key words, who gets copies, who printed it and when. */
    private static final Pattern IMPRINT =
            Pattern.compile("^(?:主题词|主送|抄[送报]|印送)[:：]|^\\p{IsHan}{4,30} ?(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日印[发制]$");

    /** In characters: {@code 六、施行日期}; an entry of a list is longer. */
    private static final int LONGEST_BARE_HEADING = 12;

    private Outline() {}

    static Section of(List<Paragraph> paragraphs) {
        Section root = Section.root();
        Section current = root;
        Map<Integer, Mark.Kind> subheadings = Subheadings.in(paragraphs);
        int articles = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            Mark mark = paragraph.mark();
            if (mark != null) {
                current = parentFor(mark, current).open(paragraph);
                articles += current.isArticle() ? 1 : 0;
            } else if (articles > 1 && titlesAnother(paragraphs, i) && attachmentOrRoot(current, root) == root) {
                current = root.open(paragraph);
                articles = 0;
            } else if (subheadings.containsKey(i)) {
                Mark.Kind items = subheadings.get(i);
                current = listParent(items, current).open(paragraph, items);
            } else {
                current = homeOf(paragraph, current, root);
                current.add(paragraph);
            }
        }
        return root;
    }

    /** Whether a title stands here under which articles begin again: a notice may enclose several documents. */
    private static boolean titlesAnother(List<Paragraph> paragraphs, int at) {
        Mark next = at + 1 < paragraphs.size() ? paragraphs.get(at + 1).mark() : null;
        return next != null
                && next.ordinal() == 1
                && (next.kind() == Mark.Kind.CHAPTER || next.kind() == Mark.Kind.ARTICLE)
                && paragraphs.get(at).fragment()
                && !paragraphs.get(at).isRow();
    }

    /** The section whose items the headings without a mark part: the nearest further out than the items. */
    private static Section listParent(Mark.Kind items, Section current) {
        Section section = current;
        while (section.parent() != null && section.holdsFrom().compareTo(items) >= 0) {
            section = section.parent();
        }
        return section;
    }

    private static Section parentFor(Mark mark, Section current) {
        Section section = current;
        while (section.parent() != null && !holds(section, mark)) {
            section = section.parent();
        }
        return section;
    }

    private static boolean holds(Section outer, Mark inner) {
        Mark mark = outer.mark();
        if (mark == null) {
            return inner.kind().compareTo(outer.holdsFrom()) >= 0;
        }
        if (mark.kind() == Mark.Kind.DECIMAL && inner.kind() == Mark.Kind.DECIMAL) {
            return inner.depth() > mark.depth()
                    && inner.path().subList(0, mark.depth()).equals(mark.path());
        }
        return mark.kind().compareTo(inner.kind()) < 0;
    }

    private static Section homeOf(Paragraph paragraph, Section current, Section root) {
        if (IMPRINT.matcher(paragraph.text()).find()) {
            return attachmentOrRoot(current, root);
        }
        if (WHOLE_NOTICE.matcher(paragraph.text()).find() && article(current) == null && !isBareHeading(current)) {
            return attachmentOrRoot(current, root);
        }
        Section article = article(current);
        boolean listIsOver =
                article != null && article != current && lastTextOf(current).endsWith("。");
        return listIsOver && article != null ? article : current;
    }

    /** A heading with nothing under it yet, as {@code 附则} is: what follows is what it announces. */
    private static boolean isBareHeading(Section section) {
        return section.head() != null
                && section.mark() != null
                && section.mark().kind() != Mark.Kind.ATTACHMENT
                && section.head().isHeading()
                && section.head().text().length() <= LONGEST_BARE_HEADING
                && section.contents().isEmpty()
                && !followsEntry(section);
    }

    /** Whether the part before it is as bare: then both are entries of a list. */
    private static boolean followsEntry(Section section) {
        List<Section> parts =
                section.parent() == null ? List.of() : section.parent().inner();
        int at = parts.indexOf(section);
        return at > 0
                && parts.get(at - 1).head() != null
                && parts.get(at - 1).head().isHeading()
                && parts.get(at - 1).contents().isEmpty();
    }

    private static Section attachmentOrRoot(Section current, Section root) {
        for (Section up = current; up.parent() != null; up = up.parent()) {
            if (up.mark() != null && up.mark().kind() == Mark.Kind.ATTACHMENT) {
                return up;
            }
        }
        return root;
    }

    private static @Nullable Section article(Section section) {
        for (@Nullable Section up = section; up != null; up = up.parent()) {
            if (up.isArticle()) {
                return up;
            }
        }
        return null;
    }

    private static String lastTextOf(Section section) {
        return section.paragraphs().getLast().text();
    }
}
