package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDatabase.class)
class KeyStoreIT {
    private final KeySecret secret = KeySecret.random();
    private KeyStore keys;

    @BeforeEach
    void open(Database database) {
        keys = new KeyStore(database);
    }

    @Test
    void key_isFoundByItsDigestOnly() {
        ApiKey made = await(keys.create(secret, "门户", Set.of(Scope.ASK, Scope.NOTICES_READ), 7, Actor.PROGRAM));
        ApiKey found = await(keys.find(secret.digest())).orElseThrow();
        assertEquals(made, found);
        assertEquals(Set.of(Scope.ASK, Scope.NOTICES_READ), found.scopes());
        assertEquals(7, found.perMinute());
        assertTrue(found.validAt(Instant.now()));
        assertEquals(Optional.empty(), await(keys.find(secret.reveal())));
    }

    @Test
    void revokedKey_isInvalidAtOnceAndStaysListed() {
        ApiKey made = await(keys.create(secret, "门户", Set.of(Scope.ASK), null, Actor.PROGRAM));
        await(keys.revoke(made.id(), Actor.PROGRAM));
        assertFalse(await(keys.find(secret.digest())).orElseThrow().validAt(Instant.now()));
        assertEquals(1, await(keys.list()).size());
        assertEquals(
                Optional.empty(),
                await(keys.rotate(made.id(), KeySecret.random(), Duration.ofHours(1), Actor.PROGRAM)));
        assertEquals(Optional.empty(), await(keys.revoke("k0", Actor.PROGRAM)));
    }

    @Test
    void rotatedKey_goesOnBesideItsSuccessorForAWhile() {
        ApiKey old = await(keys.create(secret, "门户", Set.of(Scope.NOTICES_WRITE), 3, Actor.PROGRAM));
        KeySecret next = KeySecret.random();
        ApiKey successor = await(keys.rotate(old.id(), next, Duration.ofHours(2), Actor.PROGRAM))
                .orElseThrow();
        assertNotEquals(old.id(), successor.id());
        assertEquals(old.scopes(), successor.scopes());
        assertEquals(old.perMinute(), successor.perMinute());
        ApiKey fading = await(keys.find(secret.digest())).orElseThrow();
        assertTrue(fading.validAt(Instant.now().plus(Duration.ofMinutes(119))));
        assertFalse(fading.validAt(Instant.now().plus(Duration.ofMinutes(121))));
        assertTrue(await(keys.find(next.digest()))
                .orElseThrow()
                .validAt(Instant.now().plus(Duration.ofDays(999))));
    }
}
