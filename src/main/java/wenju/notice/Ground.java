package wenju.notice;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Validity} rests on, in parts, so that pages can say it in any language.
 *
 * @param what the other notice, its title in 《》 with its number; how a term was assumed; what an editor said. In Chinese, empty
 *     where the kind has none
 * @param day first day in force, last day of the term, or the day of the ruling; null where the kind has none
 */
public record Ground(Kind kind, String what, @Nullable LocalDate day) {

    /** What it is; each has its sentence. */
    public enum Kind {
        BEGINS("begins", "自{day}起施行"),
        REPEALED("repealed", "已被{what}废止"),
        REPLACED("replaced", "已被{what}代替"),
        AMENDED("amended", "已被{what}修改"),
        TERM("term", "有效期至{day}"),
        ASSUMED_TERM("assumedTerm", "{what}，有效期至{day}"),
        RULED("ruled", "人工核定（{day}）：{what}");

        private final String code;
        private final String sentence;

        Kind(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /** The name used in the HTTP contract, for example {@code repealed}. */
        public String code() {
            return code;
        }
    }

    static Ground on(Kind kind, LocalDate day) {
        return new Ground(kind, "", day);
    }

    static Ground by(Kind kind, String what) {
        return new Ground(kind, what, null);
    }

    /** The whole in Chinese: {@code 已被《示例市电梯安全管理办法》废止}. */
    String sentence() {
        String dated = kind.sentence.replace("{day}", Objects.toString(day, ""));
        return dated.replace("{what}", what);
    }
}
