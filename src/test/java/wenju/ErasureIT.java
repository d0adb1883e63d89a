package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import wenju.answer.Answer;
import wenju.answer.Question;
import wenju.http.Notices;
import wenju.http.Reply;
import wenju.search.Filters;
import wenju.store.Actor;
import wenju.store.AnswerLog;
import wenju.store.AnswerQueue;
import wenju.store.Database;
import wenju.store.DatabaseSettings;
import wenju.store.Door;
import wenju.store.Feedback;
import wenju.store.SharedDatabase;

/** Two nodes keep the answers of one conversation in one database; it is erased while one of them cannot reach it. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class ErasureIT {
    private static final Feedback USELESS = new Feedback(null, false, "missed", "");

    @TempDir
    private Path unused;

    private final String conversation = UUID.randomUUID().toString();
    private AnswerLog log;
    private AnswerKeeper near;
    private AnswerKeeper far;
    private Relay relay;
    private Database behindTheRelay;

    @BeforeEach
    void open(Database shared, Vertx vertx) throws IOException {
        log = new AnswerLog(shared, Map.of());
        near = keeper(vertx, log);
        relay = new Relay(shared.uri().port());
        var settings = new DatabaseSettings(
                relay.through(shared.uri()), null, 1, Duration.ofMinutes(1), Duration.ofMinutes(2));
        behindTheRelay = await(Database.prepare(vertx, settings, unused));
        far = keeper(vertx, new AnswerLog(behindTheRelay, Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        await(behindTheRelay.close());
        relay.close();
    }

    @Test
    void answerThatStillWaitsOnAnotherNode_isNotWrittenAnyMore(Database shared) {
        UUID kept = asked(near);
        assertEquals(Feedback.Fate.KEPT, await(near.feedback(kept, USELESS)));
        relay.cut();
        UUID waiting = asked(far);
        assertThrows(Notices.UnavailableException.class, () -> await(far.feedback(waiting, USELESS)));

        assertEquals(1, await(log.erase(conversation, Actor.PROGRAM)));
        relay.leadTo(shared.uri().port());

        assertEquals(
                Feedback.Fate.UNKNOWN_ANSWER, await(far.feedback(waiting, USELESS)), "written before it is asked for");
        assertEquals(Feedback.Fate.UNKNOWN_ANSWER, await(near.feedback(kept, USELESS)));
        assertEquals(List.of(), await(log.export(conversation)));
    }

    private UUID asked(AnswerKeeper keeper) {
        UUID id = UUID.randomUUID();
        keeper.keeping(new Reply(
                        id.toString(),
                        Door.PAGE,
                        conversation,
                        new Question("充电桩怎么申请", List.of(), 5, Filters.NONE),
                        new Answer.Unanswered("充电桩怎么申请", List.of()),
                        3))
                .run();
        return id;
    }

    private static AnswerKeeper keeper(Vertx vertx, AnswerLog log) {
        return new AnswerKeeper(
                new AnswerQueue(vertx, log, 9), log, () -> 1, () -> "t1", (question, answer) -> "alike");
    }
}
