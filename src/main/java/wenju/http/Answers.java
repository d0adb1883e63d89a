package wenju.http;

import io.vertx.core.Future;
import java.util.UUID;
import wenju.store.Feedback;

/** Keeping what was answered, and what people thought of it; what the API needs of the log. */
public interface Answers {
    /**
     * Makes an answer ready to be kept, off the event loop. Must neither wait for anything nor fail: nobody waits longer for
     * an answer because it is kept.
     *
     * @return keeps it at once; run on the event loop as the answer goes out, never when it has missed its deadline
     */
    Runnable keeping(Reply reply);

    /** Keeps feedback; completes when it is on disk, or fails with {@link Notices.UnavailableException}. */
    Future<Feedback.Fate> feedback(UUID answer, Feedback feedback);
}
