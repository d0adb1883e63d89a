package wenju.http;

import static wenju.store.SharedDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import wenju.NodeImports;
import wenju.answer.Answer;
import wenju.answer.Answerer;
import wenju.answer.Excerpt;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.search.IndexedNotice;
import wenju.search.LuceneIndex;
import wenju.store.Actor;
import wenju.store.AnswerLog;
import wenju.store.AnswerQueue;
import wenju.store.Changes;
import wenju.store.Database;
import wenju.store.Feedback;
import wenju.store.KnowledgeWatch;
import wenju.store.LoggedAnswer;
import wenju.store.NoticeStore;

/** A service with a desk that answers from an index over the notices of a real database; what happens in the database is followed when told, imports of its own at once. */
final class AnsweringDesk implements AutoCloseable {
    final RunningService service;
    final Desk desk;
    /** Those that entries of the thesaurus are tried on; empty for those that come with the program. */
    volatile Optional<Path> trialQuestions = Optional.empty();

    private final NoticeStore store;
    private final LuceneIndex index;
    private final AnswerQueue answers;

    AnsweringDesk(Vertx vertx, Database database, Path directory) {
        store = new NoticeStore(database, "test");
        index = LuceneIndex.open(directory);
        answers = new AnswerQueue(vertx, new AnswerLog(database, Map.of("program", "test")), AnswerQueue.CAPACITY);
        KnowledgeWatch knowledge = SignedIn.desk(database).knowledge();
        var answerer = new Answerer(index, Collaborators.CHINA, knowledge::approved, knowledge::entries);
        desk = SignedIn.desk(database, (line, meant) -> answerer.trial(line, trialQuestions, meant), answerer::telling);
        save(SampleNotices.LIFTS.notice());
        service = RunningService.start(
                vertx,
                new Collaborators(
                        answerer::answer,
                        Notices.of(store),
                        keeping(answerer),
                        () -> RunningService.READY,
                        List::of,
                        typed -> List.of(),
                        Collaborators.CHINA,
                        new Integrations(
                                new Integrators().integrations().keys(),
                                NodeImports.over(
                                        vertx,
                                        database,
                                        store,
                                        () -> vertx.executeBlocking(() -> {
                                            follow();
                                            return null;
                                        })),
                                index::search,
                                new Integrators().integrations().meters()),
                        desk,
                        answerer::find),
                // A trial asks hundreds of questions, on a machine that may be busy.
                new HttpSettings(0, 0, 9, Duration.ofMinutes(1), Embedding.NONE));
    }

    /** Waits until everything answered so far is kept. */
    void keep() {
        await(answers.flush());
    }

    private Answers keeping(Answerer answerer) {
        var memory = new AnswersInMemory();
        return new Answers() {
            @Override
            public Runnable keeping(Reply reply) {
                Runnable remembering = memory.keeping(reply);
                List<Excerpt> excerpts =
                        reply.answer() instanceof Answer.Answered answered ? answered.excerpts() : List.of();
                var answer = new LoggedAnswer(
                        UUID.fromString(reply.id()),
                        OffsetDateTime.now(ZoneOffset.UTC),
                        reply.conversation(),
                        reply.question().text(),
                        reply.question().history(),
                        "{}",
                        reply.question().limit(),
                        reply.answer().understoodAs(),
                        reply.outcome(),
                        excerpts.stream()
                                .map(excerpt -> new LoggedAnswer.Shown(
                                        excerpt.citation().passageId(), excerpt.confidence()))
                                .toList(),
                        index.revision(),
                        answerer.thesaurus(),
                        reply.millis(),
                        null,
                        answerer.likeness(reply.question(), reply.answer()),
                        reply.door());
                return () -> {
                    remembering.run();
                    answers.add(answer);
                };
            }

            @Override
            public Future<Feedback.Fate> feedback(UUID answer, Feedback feedback) {
                return memory.feedback(answer, feedback);
            }
        };
    }

    /** The lift rules with other words in article 12, imported anew. */
    void changeArticle12(String from, String to) {
        Notice lifts = SampleNotices.LIFTS.notice();
        var passages = new ArrayList<Passage>();
        for (Passage passage : lifts.passages()) {
            passages.add(new Passage(
                    passage.id(),
                    passage.position(),
                    passage.form(),
                    passage.locator(),
                    passage.headings(),
                    passage.leadIn(),
                    passage.text().replace(from, to),
                    passage.lines()));
        }
        save(new Notice(
                lifts.id(),
                lifts.number(),
                lifts.title(),
                lifts.issuer(),
                lifts.jurisdiction(),
                lifts.kind(),
                lifts.issuedOn(),
                lifts.effectiveOn(),
                lifts.expiresOn(),
                lifts.gazette(),
                lifts.lines(),
                lifts.relations(),
                passages));
    }

    /** Takes the lift rules out of sight. */
    void withdrawLifts() {
        await(store.withdraw(SampleNotices.LIFTS.notice().id(), "错登", Actor.PROGRAM));
        follow();
    }

    /** Imports, and lets index and desk follow. */
    private void save(Notice notice) {
        await(store.save(
                notice.gazette(), String.valueOf(notice.passages().hashCode()), List.of(notice), Actor.PROGRAM));
        follow();
    }

    /** Lets index and desk follow what was changed in the store. */
    synchronized void follow() {
        Changes changes = await(store.changesAfter(index.revision()));
        index.apply(
                changes.notices().stream()
                        .map(stored -> new IndexedNotice(stored.notice(), stored.standing()))
                        .toList(),
                changes.removedIds(),
                changes.revision());
        await(desk.knowledge().look());
    }

    /** Nothing of it comes into the database any more, which the next test finds empty. */
    @Override
    public void close() {
        keep();
        index.close();
    }
}
