package wenju.answer;

import java.util.List;
import wenju.search.Filters;

/**
 * What somebody asks.
 *
 * @param text as typed, 1 to {@value #MAX_LENGTH} characters
 * @param history earlier questions of the conversation, oldest first, at most {@value #MAX_HISTORY}
 * @param limit most excerpts wanted, 1 to {@value #MAX_LIMIT}
 * @param filters which notices count
 * @param explained whether excerpts are to tell their reasons
 * @param verbatim whether to look for what was typed, typing errors and all
 */
public record Question(
        String text, List<String> history, int limit, Filters filters, boolean explained, boolean verbatim) {
    public static final int MAX_LENGTH = 500;
    public static final int MAX_HISTORY = 10;
    public static final int MAX_LIMIT = 20;

    /** The same, with reasons if so wished. */
    public Question explained(boolean wished) {
        return new Question(text, history, limit, filters, wished, verbatim);
    }

    /** The same, as if nothing had been said before. */
    Question alone() {
        return new Question(text, List.of(), limit, filters, explained, verbatim);
    }

    /** Without reasons; typing errors are mended. */
    public Question(String text, List<String> history, int limit, Filters filters) {
        this(text, history, limit, filters, false, false);
    }

    public Question {
        history = List.copyOf(history);
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("question of " + text.length() + " characters");
        }
        if (history.size() > MAX_HISTORY) {
            throw new IllegalArgumentException("history of " + history.size());
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
