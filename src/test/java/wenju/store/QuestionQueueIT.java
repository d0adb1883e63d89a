package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wenju.store.SharedDatabase.await;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What brings an answer into the queue, and what takes it out. */
@ExtendWith(SharedDatabase.class)
class QuestionQueueIT {
    /** Of this test alone: what was erased stays so. */
    private final String conversation = UUID.randomUUID().toString();

    private AnswerLog log;
    private QuestionQueue queue;

    @BeforeEach
    void open(Database database) {
        log = new AnswerLog(database, Map.of("program", "test"));
        queue = new QuestionQueue(database);
    }

    @Test
    void sureAnswer_comesInWhenSomebodySaysItWasOfNoUse() {
        LoggedAnswer sure = answered(0.9, null);
        await(log.put(List.of(sure)));
        await(log.put(sure.id(), new Feedback(null, true, null, "")));
        assertEquals(List.of(), groups());

        await(log.put(sure.id(), new Feedback("n-1", false, "wrong", "")));
        assertEquals(1, groups().getFirst().unhelpful());
    }

    @Test
    void unsureAnswer_comesIn_unlessEditorsWroteIt() {
        await(log.put(List.of(answered(0.3, null), answered(0.3, "s1-v2"), answered(0.36, null))));
        assertEquals(1, groups().getFirst().asked());
        assertEquals(1, groups().getFirst().doubtful());
    }

    @Test
    void erasedConversation_leavesNothing() {
        await(log.put(List.of(answered(0.3, null))));
        assertEquals(1, groups().size());
        await(log.erase(conversation, Actor.PROGRAM));
        assertEquals(List.of(), groups());
    }

    private List<QuestionGroup> groups() {
        return await(queue.page(false, 1)).groups();
    }

    private LoggedAnswer answered(double confidence, @Nullable String approved) {
        return new LoggedAnswer(
                UUID.randomUUID(),
                OffsetDateTime.now(ZoneOffset.UTC),
                conversation,
                "电梯多久检验",
                List.of(),
                "{}",
                5,
                "电梯多久检验",
                "answered",
                List.of(new LoggedAnswer.Shown("n-1", confidence)),
                1,
                "t1",
                3,
                approved,
                "alike",
                Door.PAGE);
    }
}
