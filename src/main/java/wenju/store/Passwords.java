package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hashes passwords off the event loop, two at a time: it takes a processor, and questions should have the others. */
final class Passwords {
    private static final int AT_A_TIME = 2;

    /** What a name that nobody has is checked against, so that it takes as long. */
    private static final PasswordHash NOBODYS = PasswordHash.ofNobody();

    private final WorkerExecutor worker;

    Passwords(Vertx vertx) {
        this.worker = vertx.createSharedWorkerExecutor("wenju-passwords", AT_A_TIME, 1, TimeUnit.MINUTES);
    }

    /** What is kept of a password. */
    Future<String> hash(Password password) {
        return worker.executeBlocking(() -> PasswordHash.of(password.reveal()).text(), false);
    }

    /**
     * Whether a password is the one that was kept; false, and as slow, when none was.
     *
     * @param kept null when there is no account, or one without password
     */
    Future<Boolean> fits(Password password, @Nullable String kept) {
        return worker.executeBlocking(
                () -> {
                    PasswordHash hash = kept == null ? NOBODYS : PasswordHash.parse(kept);
                    return hash.fits(password.reveal());
                },
                false);
    }
}
