package wenju;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.store.NoticeStore;

/** Has other systems told of notices that have expired: looks at start, then every hour, for the day that has begun. */
final class Expiries {
    private static final Logger log = LoggerFactory.getLogger(Expiries.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final NoticeStore store;
    private final Clock clock;

    /** @param clock tells today */
    Expiries(NoticeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Begins. @return ends it */
    Runnable begin(Vertx vertx) {
        look();
        long timer = vertx.setPeriodic(PAUSE.toMillis(), elapsed -> look());
        return () -> vertx.cancelTimer(timer);
    }

    /** Looks once. */
    Future<Integer> look() {
        return store.tellExpired(LocalDate.now(clock))
                .onSuccess(expired -> {
                    if (expired > 0) {
                        log.info("有效期届满的文件 {} 件", expired);
                    }
                })
                .onFailure(failure -> log.debug("expired notices were not told", failure));
    }
}
