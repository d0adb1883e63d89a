package wenju.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into what can be understood by itself: sentences, items of a list, rows of a table. */
final class Statements {
    /** A semicolon and a line end close a statement as well, since items of a list are answers of their own. */
    private static final Pattern END = Pattern.compile("(?<=[。！？；!?;\n])");

    /** What is shorter goes with what follows it: a heading, a name, the first cells of a row. */
    private static final int SHORTEST = 20;

    /** A passage has six as a rule; one that has more than this is a list of names or figures. */
    private static final int MOST = 40;

    private Statements() {}

    /** In their order, without the blanks around them; at most {@value #MOST}. */
    static List<String> of(String text) {
        var all = new ArrayList<String>();
        var statement = new StringBuilder();
        for (String sentence : END.split(text)) {
            statement.append(sentence.strip());
            if (statement.length() >= SHORTEST) {
                all.add(statement.toString());
                statement.setLength(0);
            }
        }
        if (!statement.isEmpty()) {
            all.add(statement.toString());
        }
        return all.subList(0, Math.min(MOST, all.size()));
    }
}
