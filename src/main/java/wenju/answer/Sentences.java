package wenju.answer;

import java.util.ArrayList;
import java.util.List;

/** Where the sentences of a text begin and end. */
final class Sentences {
    private static final String ENDS = "。！？；!?;\n";

    private Sentences() {}

    /**
     * The sentences of {@code text} between two offsets, without the blanks around them; blank ones are left out. A
     * semicolon and a line end close a sentence as well, since items of a list are answers of their own.
     */
    static List<Excerpt.Highlight> of(String text, int from, int to) {
        var sentences = new ArrayList<Excerpt.Highlight>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (ENDS.indexOf(text.charAt(i)) >= 0 || i == to - 1) {
                add(text, start, i + 1, sentences);
                start = i + 1;
            }
        }
        return sentences;
    }

    private static void add(String text, int start, int end, List<Excerpt.Highlight> sentences) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new Excerpt.Highlight(start, end));
        }
    }
}
