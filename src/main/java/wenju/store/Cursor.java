package wenju.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list of notices: after the notice with this id and the date that the list goes by, which is the printed one unless
 * said otherwise. Written {@code 2021-05-01.5f3c09a1be77}, or {@code undated.5f3c09a1be77}.
 */
record Cursor(@Nullable LocalDate day, String id) {
    private static final String UNDATED = "undated";

    /** @throws InvalidCursorException when the text is none */
    static Cursor parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || !text.substring(dot + 1).matches("[\\w-]{1,64}")) {
            throw new InvalidCursorException(text);
        }
        String date = text.substring(0, dot);
        try {
            return new Cursor(date.equals(UNDATED) ? null : LocalDate.parse(date), text.substring(dot + 1));
        } catch (DateTimeException e) {
            throw new InvalidCursorException(text);
        }
    }

    static Cursor after(NoticeSummary notice) {
        return new Cursor(notice.issuedOn(), notice.id());
    }

    @Override
    public String toString() {
        return (day == null ? UNDATED : day) + "." + id;
    }
}
