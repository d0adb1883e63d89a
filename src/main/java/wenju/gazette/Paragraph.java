package wenju.gazette;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.Lines;

/**
 * A paragraph put together again from the lines that the print broke it into.
 *
 * @param mark the number at its head; null when it has none
 * @param text repaired, with its mark, without line breaks; cells of a table row parted by tabs
 * @param lines where it was read from
 * @param fragment whether it is a short piece that ends no sentence: a title, a name, a cell
 */
record Paragraph(@Nullable Mark mark, String text, Lines lines, boolean fragment) {

    /** Whether it is a row of a table that kept its cells. */
    boolean isRow() {
        return text.indexOf('\t') >= 0;
    }

    /** The cells of a row, without the empty ones at its end. */
    List<String> cells() {
        return List.of(text.split("\t"));
    }

    /** The text without the mark. */
    String body() {
        return mark == null
                ? text
                : text.substring(Math.min(text.length(), head(mark).length())).strip();
    }

    /** Whether this is the bare heading of what follows it: a mark and a few words, no sentence. */
    boolean isHeading() {
        return mark != null && mark.kind() != Mark.Kind.ARTICLE && fragment;
    }

    /** The mark as it is printed at the head of a paragraph: {@code 第三章 }, {@code （二）}, {@code 3.}. */
    static String head(Mark mark) {
        return switch (mark.kind()) {
            case PART, CHAPTER, SECTION, ARTICLE, DECIMAL -> mark.label() + " ";
            case ARABIC -> mark.label() + ".";
            case ATTACHMENT, CHINESE, CHINESE_BRACKETED, ARABIC_BRACKETED, CIRCLED -> mark.label();
        };
    }
}
