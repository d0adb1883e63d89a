package wenju.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wenju.notice.Ground;
import wenju.notice.Validity;

/** {@code Validity} of the contract. */
record ValidityJson(
        String status,
        @Nullable LocalDate since,
        @Nullable String reason,
        @Nullable GroundJson ground) {

    /** {@code Ground} of the contract. */
    record GroundJson(String kind, String what, @Nullable LocalDate day) {}

    static ValidityJson of(Validity validity) {
        Ground ground = validity.ground();
        return new ValidityJson(
                validity.status().code(),
                validity.since(),
                validity.reason(),
                ground == null ? null : new GroundJson(ground.kind().code(), ground.what(), ground.day()));
    }
}
