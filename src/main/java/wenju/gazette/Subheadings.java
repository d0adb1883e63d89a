package wenju.gazette;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Headings without a mark, told by the numbering that begins again under each: 一等奖 over 1. and 2., 二等奖 over 1. again;
 * the title of a second plan over its own 一、. A heading over items is one when there is another of its kind beside it, or
 * when items of its kind stand before it; a title over 一、 only in the second case.
 */
final class Subheadings {
    /** In characters. */
    private static final int LONGEST = 40;
    /** Between a title and its first part: {@code （试行）}, {@code （2021年3月5日）}. */
    private static final Pattern UNDER_TITLE = Pattern.compile("[(（].{1,30}[)）]");

    private static final Pattern NO_HEADING = Pattern.compile("[：:，,]|[、]$");

    private final List<Paragraph> paragraphs;
    private final Map<Integer, Mark.Kind> found = new HashMap<>();
    /** The last line that may head items of a family; -1 when items stand under none. */
    private final Map<Mark.Kind, Integer> last = new EnumMap<>(Mark.Kind.class);

    private Subheadings(List<Paragraph> paragraphs) {
        this.paragraphs = paragraphs;
    }

    /** The headings among the paragraphs of a notice by their index, each with the family of the marks under it. */
    static Map<Integer, Mark.Kind> in(List<Paragraph> paragraphs) {
        return new Subheadings(paragraphs).find();
    }

    private Map<Integer, Mark.Kind> find() {
        for (int i = 0; i < paragraphs.size(); i++) {
            Mark mark = paragraphs.get(i).mark();
            if (mark == null) {
                continue;
            }
            last.keySet().removeIf(kind -> kind.compareTo(mark.kind()) > 0);
            if (isItem(mark) && mark.ordinal() == 1) {
                begins(mark.kind(), heading(i));
            }
        }
        return found;
    }

    private void begins(Mark.Kind kind, int heading) {
        boolean again = last.containsKey(kind);
        if (heading >= 0 && again) {
            found.put(heading, kind);
            int before = last.get(kind);
            if (before >= 0 && kind != Mark.Kind.CHINESE) {
                found.put(before, kind);
            }
        }
        last.put(kind, heading);
    }

    private static boolean isItem(Mark mark) {
        return mark.kind().compareTo(Mark.Kind.CHINESE) >= 0 && mark.kind() != Mark.Kind.DECIMAL;
    }

    /** Index of the heading over the first item at {@code item}; -1 when what stands there is none. */
    private int heading(int item) {
        int i = item - 1;
        while (i >= 0
                && item - i < 3
                && UNDER_TITLE.matcher(paragraphs.get(i).text()).matches()) {
            i--;
        }
        if (i < 0) {
            return -1;
        }
        Paragraph line = paragraphs.get(i);
        boolean heading = line.mark() == null
                && line.fragment()
                && !line.isRow()
                && line.text().length() <= LONGEST
                && !NO_HEADING.matcher(line.text()).find()
                && Dates.whole(Typography.compact(line.text())).isEmpty();
        return heading ? i : -1;
    }
}
