package wenju.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one notice says about another document.
 *
 * @param kind what it does to the other
 * @param target the other as it is named: a document number ({@code 郑政办〔2019〕24号}) or, when none is given, its title
 *     without book-title marks
 * @param targetTitle title of the other without book-title marks; empty when it is named by number only
 * @param from first day on which it holds; null when the notice does not say
 * @param passage position of the passage that says so
 */
public record Relation(
        Kind kind,
        String target,
        String targetTitle,
        @Nullable LocalDate from,
        int passage) {
    /** In the order of what they do to the other's validity. */
    public enum Kind {
        /** 废止 */
        REPEALS,
        /** 代替 */
        REPLACES,
        /** 修改 */
        AMENDS,
        /** 引用 */
        CITES
    }
}
