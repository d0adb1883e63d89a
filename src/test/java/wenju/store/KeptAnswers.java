package wenju.store;

import static wenju.store.SharedDatabase.await;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers in the log, told by what is counted of them. */
public final class KeptAnswers {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final AnswerLog log;

    public KeptAnswers(Database database) {
        log = new AnswerLog(database, Map.of("program", "test"));
    }

    /**
     * An answer.
     *
     * @param at in Beijing: {@code 2026-03-01T08:00}
     * @param conversation null when the client named none
     * @param passage that it began with; null when it found none
     */
    public UUID put(
            String at,
            Door door,
            @Nullable String conversation,
            String question,
            String likeness,
            @Nullable String passage,
            long millis) {
        UUID id = UUID.randomUUID();
        await(log.put(List.of(new LoggedAnswer(
                id,
                LocalDateTime.parse(at).atZone(BEIJING).toOffsetDateTime(),
                conversation,
                question,
                List.of(),
                "{}",
                5,
                question,
                passage == null ? "unanswered" : "answered",
                passage == null ? List.of() : List.of(new LoggedAnswer.Shown(passage, 0.9)),
                1,
                "t1",
                millis,
                null,
                likeness,
                door))));
        return id;
    }

    /** What somebody thought of it. */
    public void judge(UUID answer, boolean useful) {
        await(log.put(answer, new Feedback(null, useful, null, "")));
    }
}
