package wenju.notice;

import java.util.List;

/**
 * Where in its notice a passage stands, from the outside in: {@code 第三章 第十八条}, {@code 三、（二）1}, {@code 附件2 序号 7}.
 *
 * @param parts the marks as they are cited, outermost first, for example {@code ["第三章", "第十八条"]}; empty only for a
 *     notice that has no marks at all
 */
public record Locator(List<String> parts) {
    public Locator {
        parts = List.copyOf(parts);
    }

    public static Locator of(String... parts) {
        return new Locator(List.of(parts));
    }

    /** The locator one level further in. */
    public Locator in(String part) {
        var deeper = new java.util.ArrayList<>(parts);
        deeper.add(part);
        return new Locator(deeper);
    }

    /**
     * As it is cited. Marks in words are parted by a space, list marks follow each other without one: {@code 第三章 第十八条},
     * {@code 三、（二）1}, {@code 第六条（四）1}.
     */
    public String text() {
        var text = new StringBuilder();
        for (String part : parts) {
            if (!text.isEmpty() && Character.isLetterOrDigit(part.codePointAt(0)) && !endsAsMark(text)) {
                text.append(' ');
            }
            text.append(part);
        }
        return text.toString();
    }

    private static boolean endsAsMark(StringBuilder text) {
        char last = text.charAt(text.length() - 1);
        return last == '、' || last == '）';
    }

    @Override
    public String toString() {
        return text();
    }
}
