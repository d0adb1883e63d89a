package wenju.http;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table for spreadsheets: RFC 4180, with a byte order mark, without which Excel takes UTF-8 for something else. Texts that a
 * spreadsheet would take for a formula begin with an apostrophe: they are other people's.
 *
 * <pre>{@code
 * of(List.of("问题", "次数"), List.of(List.of("a,b", 3), List.of("=1+1", 2)))   gives   问题,次数 / "a,b",3 / '=1+1,2
 * }</pre>
 */
final class Csv {
    static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a formula, also after what is trimmed. */
    private static final String FORMULA = "(?s)\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*";

    private static final String QUOTED = "(?s).*[\",\\r\\n].*";

    private Csv() {}

    /** @param rows of texts and numbers; null is an empty cell */
    static String of(List<String> heads, List<? extends List<? extends @Nullable Object>> rows) {
        var csv = new StringBuilder(BYTE_ORDER_MARK);
        csv.append(line(heads));
        rows.forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String safe = value instanceof String && text.matches(FORMULA) ? "'" + text : text;
        return safe.matches(QUOTED) ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
