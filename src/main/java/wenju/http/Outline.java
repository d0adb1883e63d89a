package wenju.http;

import java.util.ArrayList;
import java.util.List;
import wenju.notice.Passage;

/** The headings of a notice in order, each with the first passage under it. */
final class Outline {
    private Outline() {}

    /**
     * A heading.
     *
     * @param level 1 for the outermost
     * @param heading with its mark: {@code 第三章 维护保养}
     * @param passageId the first passage under it
     */
    record Entry(int level, String heading, String passageId) {
        /** Where the reader shows the heading; unlike a passage's anchor it does not name a clause. */
        String anchor() {
            return "h" + level + "-" + passageId;
        }
    }

    static List<Entry> of(List<Passage> passages) {
        var entries = new ArrayList<Entry>();
        List<String> before = List.of();
        for (Passage passage : passages) {
            entries.addAll(opened(before, passage));
            before = passage.headings();
        }
        return entries;
    }

    /** The headings that a passage is under and the one before it was not. */
    static List<Entry> opened(List<String> before, Passage passage) {
        List<String> headings = passage.headings();
        int same = 0;
        while (same < before.size()
                && same < headings.size()
                && before.get(same).equals(headings.get(same))) {
            same++;
        }
        var entries = new ArrayList<Entry>();
        for (int i = same; i < headings.size(); i++) {
            entries.add(new Entry(i + 1, headings.get(i), passage.id()));
        }
        return entries;
    }
}
