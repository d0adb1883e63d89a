package wenju.http;

import io.vertx.core.Future;
import java.util.UUID;
import wenju.store.Feedback;

/** Keeping what was answered, and what people thought of it; what the API needs of the log. */
public interface Answers {
    /** An answer goes out. Must neither block nor fail: nobody waits longer for an answer because it is kept. */
    void given(Reply reply);

    /** Keeps feedback; completes when it is on disk, or fails with {@link Notices.UnavailableException}. */
    Future<Feedback.Fate> feedback(UUID answer, Feedback feedback);
}
