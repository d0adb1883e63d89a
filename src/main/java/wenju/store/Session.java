package wenju.store;

import java.time.Instant;

/**
 * Somebody who is signed in.
 *
 * @param digest of the {@link SessionToken}
 * @param endsAt the latest, however busy
 */
public record Session(String digest, Account account, Instant endsAt) {}
