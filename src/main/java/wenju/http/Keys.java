package wenju.http;

import io.vertx.core.Future;
import java.util.Optional;
import wenju.store.ApiKey;

/** Finds keys; {@link wenju.store.KeyStore#find} is one. */
@FunctionalInterface
public interface Keys {

    /**
     * The key whose secret has this SHA-256 digest, valid or not; fails when the store does not answer.
     *
     * @param digest in hexadecimal
     */
    Future<Optional<ApiKey>> find(String digest);
}
