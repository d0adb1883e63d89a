package wenju.notice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a notice is in force on a day, and why we think so (效力).
 *
 * @param status the state on that day
 * @param since first day of that state; null when no text says it
 * @param ground the words or the notice that say so; null when nothing does
 */
public record Validity(
        Status status, @Nullable LocalDate since, @Nullable Ground ground) {

    /** 现行有效, 尚未施行, 已失效, 已废止, 部分修改, 效力待核实. */
    public enum Status {
        IN_FORCE("inForce", "现行有效"),
        NOT_YET_EFFECTIVE("notYetEffective", "尚未施行"),
        EXPIRED("expired", "已失效"),
        REPEALED("repealed", "已废止"),
        PARTLY_AMENDED("partlyAmended", "部分修改"),
        UNKNOWN("unknown", "效力待核实");

        private final String code;
        private final String label;

        Status(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The name used in the HTTP contract, for example {@code inForce}. */
        public String code() {
            return code;
        }

        /** The state of a name; empty when there is none. */
        public static Optional<Status> of(String code) {
            return Arrays.stream(values())
                    .filter(status -> status.code.equals(code))
                    .findFirst();
        }

        /** The word shown to people, for example 现行有效. */
        public String label() {
            return label;
        }
    }
    /** The ground in Chinese, for people: {@code 已被《示例市电梯安全管理办法》废止}; null when there is none. */
    public @Nullable String reason() {
        return ground == null ? null : ground.sentence();
    }
}
