package wenju.gazette;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The table of contents that a plan or regulation prints before its text: bare headings from the first one to where it stands
 * again, and most of them come again after that. It says nothing of its own and would be found for every question.
 */
final class PrintedContents {
    private static final Pattern NAME = Pattern.compile("目[录次]");
    /** Behind an entry: {@code ……15}, {@code （15）}, or with a gap the bare number of the page. */
    private static final Pattern PAGE = Pattern.compile(
            "(?:[ \\t\\u3000]*[(（]\\d{1,3}[)）]|[ \\t\\u3000]*[.．。…·—\\-_]{2,}[ \\t\\u3000.．。…·—\\-_]*\\d{0,3}|[ \\t\\u3000]+\\d{1,3})[ \\t\\u3000]*$");

    private static final int FEWEST_ENTRIES = 3;
    private static final int MOST_ENTRIES = 300;
    /** In characters. */
    private static final int LONGEST_ENTRY = 60;
    /** Lines after the contents in which their headings are looked for. */
    private static final int LONGEST_DOCUMENT = 5000;
    /** Print breaks long headings, and not everywhere alike. */
    private static final double MOSTLY = 0.75;

    private final List<SourceLine> lines;
    private final List<String> entries;

    private PrintedContents(List<SourceLine> lines) {
        this.lines = lines;
        this.entries = lines.stream().map(PrintedContents::entry).toList();
    }

    /** The lines without contents, and without the word 目录 over them. */
    static List<SourceLine> strip(List<SourceLine> lines) {
        var contents = new PrintedContents(lines);
        var kept = new ArrayList<SourceLine>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            OptionalInt end = contents.opens(i) ? contents.end(i) : OptionalInt.empty();
            if (end.isPresent()) {
                if (!kept.isEmpty() && NAME.matcher(kept.getLast().compact()).matches()) {
                    kept.removeLast();
                }
                i = end.getAsInt();
            }
            kept.add(lines.get(i));
        }
        return kept;
    }

    /** The words of a line without the page that they refer to. */
    private static String entry(SourceLine line) {
        String entry = Typography.compact(PAGE.matcher(line.raw()).replaceFirst(""));
        return entry.isEmpty() ? line.compact() : entry;
    }

    private boolean opens(int at) {
        return Mark.at(entries.get(at)).stream()
                        .anyMatch(mark -> mark.ordinal() == 1
                                && switch (mark.kind()) {
                                    case PART, CHAPTER, CHINESE -> true;
                                    case DECIMAL, ARABIC -> mark.depth() == 1;
                                    default -> false;
                                })
                || at > 0 && NAME.matcher(lines.get(at - 1).compact()).matches();
    }

    /** The line at which the text begins with the first heading again; empty when these are no contents. */
    private OptionalInt end(int from) {
        String first = entries.get(from);
        for (int i = from; i < Math.min(lines.size(), from + MOST_ENTRIES); i++) {
            if (i > from && lines.get(i).compact().equals(first)) {
                return i - from >= FEWEST_ENTRIES && comeAgain(from, i) ? OptionalInt.of(i) : OptionalInt.empty();
            }
            if (entries.get(i).length() > LONGEST_ENTRY || Sentences.endsSentence(entries.get(i))) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private boolean comeAgain(int from, int to) {
        Set<String> text = new HashSet<>();
        for (SourceLine line : lines.subList(to, Math.min(lines.size(), to + LONGEST_DOCUMENT))) {
            text.add(line.compact());
        }
        long again = entries.subList(from, to).stream().filter(text::contains).count();
        return again >= MOSTLY * (to - from);
    }
}
