package wenju;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wenju.answer.Answer;
import wenju.answer.Excerpt;
import wenju.answer.Question;
import wenju.http.Answers;
import wenju.http.Notices;
import wenju.http.Reply;
import wenju.search.Filters;
import wenju.store.AnswerLog;
import wenju.store.AnswerQueue;
import wenju.store.Feedback;
import wenju.store.LoggedAnswer;

/** Takes what the pages and the API answered to the log of the store. */
final class AnswerKeeper implements Answers {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final AnswerQueue queue;
    private final AnswerLog log;
    private final LongSupplier revision;
    private final Supplier<String> thesaurus;
    private final BiFunction<Question, Answer, String> likeness;

    /**
     * @param revision of the index that answers; must not block
     * @param thesaurus digest of the one in use
     * @param likeness of a question with its answer; must not block
     */
    AnswerKeeper(
            AnswerQueue queue,
            AnswerLog log,
            LongSupplier revision,
            Supplier<String> thesaurus,
            BiFunction<Question, Answer, String> likeness) {
        this.likeness = likeness;
        this.thesaurus = thesaurus;
        this.queue = queue;
        this.log = log;
        this.revision = revision;
    }

    @Override
    public Runnable keeping(Reply reply) {
        var answer = new LoggedAnswer(
                UUID.fromString(reply.id()),
                OffsetDateTime.now(ZoneOffset.UTC),
                reply.conversation(),
                reply.question().text(),
                reply.question().history(),
                json(reply.question().filters()),
                reply.question().limit(),
                reply.answer().understoodAs(),
                reply.outcome(),
                excerpts(reply.answer()).stream()
                        .map(excerpt ->
                                new LoggedAnswer.Shown(excerpt.citation().passageId(), excerpt.confidence()))
                        .toList(),
                revision.getAsLong(),
                thesaurus.get(),
                reply.millis(),
                approved(reply.answer()),
                likeness.apply(reply.question(), reply.answer()),
                reply.door());
        return () -> queue.add(answer);
    }

    /** What waits is written first: the answer may be a moment old. */
    @Override
    public Future<Feedback.Fate> feedback(UUID answer, Feedback feedback) {
        return queue.flush()
                .compose(written -> log.put(answer, feedback))
                .recover(failure -> Future.failedFuture(new Notices.UnavailableException(failure)));
    }

    private static List<Excerpt> excerpts(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> answered.excerpts();
            case Answer.Unanswered unanswered -> List.of();
        };
    }

    private static @Nullable String approved(Answer answer) {
        return answer instanceof Answer.Answered answered && answered.approved() != null
                ? answered.approved().id() + "-v" + answered.approved().edition()
                : null;
    }

    private static String json(Filters filters) {
        try {
            return JSON.writeValueAsString(filters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written", e);
        }
    }
}
