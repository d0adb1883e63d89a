package wenju.gazette;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown taken down to plain lines, line for line: {@code ## 第一章 总则} becomes {@code 第一章 总则}, {@code | a | b |} becomes
 * {@code a⇥b}. Emphasis, save that of a mark, and list bullets are left to {@link Typography} and {@link Mark}, for they occur in
 * plain text too.
 */
final class MarkdownText {
    private static final Pattern HEADING =
            Pattern.compile("^ {0,3}(?<level>#{1,6})[ \\t\\u3000]+(?<text>.*?)[ \\t#]*$");
    private static final Pattern TABLE_RULE =
            Pattern.compile("^[ \\t]*\\|?(?:[ \\t]*:?-{3,}:?[ \\t]*\\|)+(?:[ \\t]*:?-{3,}:?)?[ \\t]*$");
    private static final Pattern COMMENT = Pattern.compile("<!--.{0,2000}?-->");
    /** A mark at the head of a line set in bold: {@code **第一条** 为了…}. */
    private static final Pattern BOLD_MARK = Pattern.compile("^([ \\t]*)\\*\\*([^*]{1,60})\\*\\*");

    /** {@code [申请表.docx](https://…)}: people see the words. */
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{1,200})\\]\\((?:https?:|mailto:|[./#])[^()\\s]{0,500}\\)");

    private static final Pattern QUOTE = Pattern.compile("^ {0,3}> ?");

    private MarkdownText() {}

    static GazetteText take(String name, String text) {
        var out = new StringBuilder(text.length());
        String title = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String words = heading.group("text");
                if (title.isEmpty() && heading.group("level").length() == 1) {
                    title = Typography.repair(words);
                }
                out.append(words);
            } else {
                out.append(plain(line));
            }
            out.append('\n');
        }
        return new GazetteText(name, GazetteText.Format.MARKDOWN, title, out.toString(), List.of());
    }

    private static String plain(String line) {
        if (line.isEmpty()) {
            return line;
        }
        String bare = line.indexOf("<!--") >= 0 ? COMMENT.matcher(line).replaceAll("") : line;
        bare = bare.indexOf("](") >= 0 ? LINK.matcher(bare).replaceAll("$1") : bare;
        if (bare.strip().startsWith("|")) {
            return TABLE_RULE.matcher(bare).matches() ? "" : row(bare.strip());
        }
        String unquoted =
                bare.stripLeading().startsWith(">") ? QUOTE.matcher(bare).replaceFirst("") : bare;
        Matcher bold = BOLD_MARK.matcher(unquoted);
        return bold.find() && !Mark.at(bold.group(2)).isEmpty() ? bold.replaceFirst("$1$2") : unquoted;
    }

    private static String row(String line) {
        String inner = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        return String.join(
                "\t",
                List.of(inner.split("\\|", -1)).stream().map(String::strip).toList());
    }
}
