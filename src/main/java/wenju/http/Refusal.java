package wenju.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request we turn down on purpose; knows what the client will be told. Expected trouble, so it has no stack trace. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final transient @Nullable Integer retryAfter;

    private Refusal(ProblemType type, String detail, List<FieldError> errors, @Nullable Integer retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    static Refusal of(ProblemType type, String detail) {
        return new Refusal(type, detail, List.of(), null);
    }

    /** The request itself breaks the contract. */
    static Refusal invalid(List<FieldError> errors) {
        return new Refusal(ProblemType.INVALID_REQUEST, "请求有 " + errors.size() + " 处不合约定，见 errors。", errors, null);
    }

    /** The body is of another type than the contract's. */
    static Refusal notJson() {
        return of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "请求体须为 JSON，Content-Type 须为 application/json。");
    }

    /**
     * The same request may succeed later.
     *
     * @param detail with {@code %d} where the seconds go
     * @param seconds to wait, at least 1
     */
    static Refusal later(ProblemType type, String detail, int seconds) {
        return new Refusal(type, detail.formatted(seconds), List.of(), seconds);
    }

    Problem problem(String instance) {
        return new Problem(type, getMessage(), instance, errors, retryAfter);
    }
}
