package wenju.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether questions can be answered, and which part is ill.
 *
 * @param status of the whole
 * @param parts status of each part by its name, for example {@code {"store": "ready", "index": "starting"}}, in the order
 *     given
 */
public record Readiness(Status status, Map<String, Status> parts) {

    /** A degraded service still answers: the database may be away while the index is whole. */
    public enum Status {
        STARTING,
        READY,
        DEGRADED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Readiness {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Whether a question would be answered from all the notices. */
    boolean answers() {
        return status != Status.STARTING;
    }
}
