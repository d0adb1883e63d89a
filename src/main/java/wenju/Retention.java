package wenju;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.store.AnswerLog;

/** Deletes kept answers when their time has come: at start, then every hour. When it fails, the next hour will do. */
final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final AnswerLog answers;
    private final Duration kept;

    /** @param kept how long an answer is kept */
    Retention(AnswerLog answers, Duration kept) {
        this.answers = answers;
        this.kept = kept;
    }

    /** Begins. @return ends it */
    Runnable begin(Vertx vertx) {
        deleteOld();
        long timer = vertx.setPeriodic(PAUSE.toMillis(), elapsed -> deleteOld());
        return () -> vertx.cancelTimer(timer);
    }

    /** Deletes once. */
    Future<Integer> deleteOld() {
        return answers.deleteBefore(OffsetDateTime.now(ZoneOffset.UTC).minus(kept))
                .onSuccess(deleted -> {
                    if (deleted > 0) {
                        log.info("提问记录已过 {} 天的，删除 {} 条", kept.toDays(), deleted);
                    }
                })
                .onFailure(failure -> log.debug("old answers were not deleted", failure));
    }
}
