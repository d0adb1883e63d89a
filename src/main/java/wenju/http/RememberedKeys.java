package wenju.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import wenju.store.ApiKey;

/**
 * Asks for the key each time, so that a revoked one is refused at once; only while the store does not answer it goes by what
 * it saw last, for so long. Questions are answered without the store, and whoever asks with a key should not be worse off.
 */
final class RememberedKeys implements Keys {
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Keys keys;
    private final Cache<String, ApiKey> seen =
            // Waking another thread costs more than the cache's own book-keeping.
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(MEMORY)
                    .executor(Runnable::run)
                    .build();

    RememberedKeys(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Future<Optional<ApiKey>> find(String digest) {
        return keys.find(digest)
                .onSuccess(found -> found.ifPresentOrElse(key -> seen.put(digest, key), () -> seen.invalidate(digest)))
                .recover(failure -> {
                    ApiKey remembered = seen.getIfPresent(digest);
                    return remembered == null
                            ? Future.failedFuture(new Notices.UnavailableException(failure))
                            : Future.succeededFuture(Optional.of(remembered));
                });
    }
}
