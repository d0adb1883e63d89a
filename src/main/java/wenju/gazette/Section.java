package wenju.gazette;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.Locator;

/**
 * A marked part of a notice with all that stands under its mark, in reading order. The whole notice is the section without
 * a mark or a head; a document enclosed beside others has its title for a head and no mark.
 */
final class Section {
    /** A paragraph, or a section further in. */
    sealed interface Content permits Text, Inner {}

    record Text(Paragraph paragraph) implements Content {}

    record Inner(Section section) implements Content {}

    private final @Nullable Section parent;
    private final @Nullable Paragraph head;
    private final List<Content> contents = new ArrayList<>();

    /** For a section without a mark the family of the marks under its head. */
    private final Mark.Kind items;

    private Section(@Nullable Section parent, @Nullable Paragraph head, Mark.Kind items) {
        this.parent = parent;
        this.head = head;
        this.items = items;
    }

    static Section root() {
        return new Section(null, null, Mark.Kind.PART);
    }

    Section open(Paragraph head) {
        return open(head, Mark.Kind.PART);
    }

    /** Opens a section under a head without a mark; {@code items} is the family of the marks under it. */
    Section open(Paragraph head, Mark.Kind items) {
        var inner = new Section(this, head, items);
        contents.add(new Inner(inner));
        return inner;
    }

    void add(Paragraph paragraph) {
        contents.add(new Text(paragraph));
    }

    @Nullable
    Section parent() {
        return parent;
    }

    @Nullable
    Paragraph head() {
        return head;
    }

    @Nullable
    Mark mark() {
        return head == null ? null : head.mark();
    }

    List<Content> contents() {
        return contents;
    }

    List<Section> inner() {
        return contents.stream()
                .filter(Inner.class::isInstance)
                .map(c -> ((Inner) c).section())
                .toList();
    }

    /** The outermost family of marks that it may hold, its own apart. */
    Mark.Kind holdsFrom() {
        Mark mark = mark();
        return mark != null ? mark.kind() : items;
    }

    boolean isArticle() {
        Mark mark = mark();
        return mark != null && mark.kind() == Mark.Kind.ARTICLE;
    }

    /** Every paragraph of the section, its head first. */
    List<Paragraph> paragraphs() {
        var all = new ArrayList<Paragraph>();
        collect(all);
        return all;
    }

    private void collect(List<Paragraph> all) {
        if (head != null) {
            all.add(head);
        }
        for (Content content : contents) {
            switch (content) {
                case Text text -> all.add(text.paragraph());
                case Inner inner -> inner.section().collect(all);
            }
        }
    }

    int length() {
        return paragraphs().stream().mapToInt(p -> p.text().length() + 1).sum();
    }

    /** The marks from the outside in. An article is found by its number alone, but is cited with its chapter. */
    Locator locator() {
        if (parent == null) {
            return Locator.of();
        }
        Mark mark = mark();
        if (mark == null) {
            return parent.locator();
        }
        // A decimal carries its chapter in itself.
        return mark.kind() == Mark.Kind.DECIMAL
                ? outsideDecimals().in(mark.label())
                : parent.locator().in(mark.label());
    }

    private Locator outsideDecimals() {
        Section out = parent;
        while (out != null && out.mark() != null && out.mark().kind() == Mark.Kind.DECIMAL) {
            out = out.parent();
        }
        return out == null ? Locator.of() : out.locator();
    }

    /** The headings of the sections around this one, outermost first, its own not among them. */
    List<String> headingsAbove() {
        var headings = new ArrayList<String>();
        for (Section up = parent; up != null; up = up.parent()) {
            if (up.head != null) {
                String heading = up.heading();
                if (!heading.isEmpty()) {
                    headings.addFirst(heading);
                }
            }
        }
        return headings;
    }

    private static @Nullable String caption(Content first) {
        return first instanceof Text text
                        && text.paragraph().fragment()
                        && !text.paragraph().isRow()
                ? text.paragraph().text()
                : null;
    }

    /** The heading of this section: its bare head, or the first sentence of a head that runs on into its text. */
    String heading() {
        if (head == null) {
            return "";
        }
        if (mark() == null || mark().isWholeHeading()) {
            return head.text();
        }
        if (mark().kind() == Mark.Kind.ATTACHMENT) {
            return contents.stream()
                    .findFirst()
                    .map(Section::caption)
                    .map(c -> head.text() + " " + c)
                    .orElse(head.text());
        }
        if (head.isHeading()) {
            return head.text();
        }
        int stop = head.text().indexOf('。');
        boolean runsOn = stop > 0 && stop <= 40 && stop < head.text().length() - 1;
        return runsOn ? head.text().substring(0, stop) : "";
    }
}
