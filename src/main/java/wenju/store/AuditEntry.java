package wenju.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit.
 *
 * @param id grows with time
 * @param action for example {@code sign_in}
 * @param before JSON; null when there was nothing
 * @param after JSON; null when nothing was left
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String origin,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after) {}
