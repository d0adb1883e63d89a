package wenju.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wenju.notice.Standing.Ruling;

/**
 * What editors corrected in a notice by hand (人工更正). Imports leave it as it is and renew what was read.
 *
 * @param read as the last import read it
 * @param fields what of that is otherwise by hand, see {@link Draft}; empty when nothing is
 * @param ruling the validity by hand; null when it is as the notices say
 * @param reason of the last change; empty when it was taken back
 * @param author name of the account that changed it last
 * @param version grows with every change, see {@link StaleException}
 */
public record NoticeCorrection(
        NoticeFacts read,
        Map<NoticeFacts.Field, String> fields,
        @Nullable Ruling ruling,
        String reason,
        String author,
        Instant changedAt,
        int version) {
    public NoticeCorrection {
        fields = Map.copyOf(fields);
    }

    /** Whether anything is by hand now. */
    public boolean counts() {
        return !fields.isEmpty() || ruling != null;
    }

    /**
     * What an editor decides; it takes the place of whatever was corrected before.
     *
     * @param fields what is otherwise than it was read, each with its right value; an empty text where the notice has none
     * @param ruling the validity by hand; null for none. Its day is kept when nothing else of it changes
     * @param reason for the audit and for other editors; empty only when nothing is corrected any more
     */
    public record Draft(
            Map<NoticeFacts.Field, String> fields, @Nullable Ruling ruling, String reason) {
        /** The longest title and the longest reason, in characters. */
        public static final int MAX_TEXT = 500;

        /** Corrects nothing. */
        static final Draft NONE = new Draft(Map.of(), null, "");

        public Draft {
            fields = Map.copyOf(fields);
            if ((fields.isEmpty() && ruling == null) != reason.isBlank()) {
                throw new IllegalArgumentException("a correction needs a reason, and only a correction has one");
            }
            if (fields.getOrDefault(NoticeFacts.Field.TITLE, "-").isBlank()) {
                throw new IllegalArgumentException("a notice has a title");
            }
        }
    }
}
