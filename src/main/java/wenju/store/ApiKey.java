package wenju.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept: everything but the secret.
 *
 * @param id public, to name it by: {@code k1a2b3c4d5e6}
 * @param name whose it is, for people
 * @param scopes what it may be used for; at least one
 * @param perMinute requests a minute; null = as configured, 0 = no limit
 * @param expiresAt no longer valid from here on; null = never
 * @param revokedAt null while it was not revoked
 */
public record ApiKey(
        String id,
        String name,
        Set<Scope> scopes,
        @Nullable Integer perMinute,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("key " + id + " without a scope");
        }
    }

    /** Whether it opens anything at that moment. */
    public boolean validAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
