package wenju.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wenju.notice.Validity;

/** {@code Validity} of the contract. */
record ValidityJson(
        String status, @Nullable LocalDate since, @Nullable String reason) {
    static ValidityJson of(Validity validity) {
        return new ValidityJson(validity.status().code(), validity.since(), validity.reason());
    }
}
