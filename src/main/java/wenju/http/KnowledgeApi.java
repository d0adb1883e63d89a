package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import wenju.http.KnowledgePoint.Source;
import wenju.notice.ApprovedAnswer;
import wenju.notice.ApprovedAnswer.Clause;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Validity;
import wenju.store.StoredNotice;

/**
 * {@code GET /api/v1/desk/knowledge.xlsx}: every clause that holds, and the standard answers in use, as entries for the knowledge
 * base of a hotline. One at a time on a node: it takes a worker and a transaction for seconds.
 */
final class KnowledgeApi {
    static final String PATH = "/api/v1/desk/knowledge.xlsx";

    private static final int RETRY_SECONDS = 10;

    private final Vertx vertx;
    private final Desk desk;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    KnowledgeApi(Vertx vertx, Desk desk, Clock clock) {
        this.vertx = vertx;
        this.desk = desk;
        this.clock = clock;
    }

    void export(RoutingContext ctx) {
        if (!busy.compareAndSet(false, true)) {
            throw Refusal.later(ProblemType.BUSY, "有人正在导出，请在 %d 秒后再试。", RETRY_SECONDS);
        }
        LocalDate today = LocalDate.now(clock);
        desk.standards()
                .review(today)
                .compose(answers -> blocking(KnowledgeBook::create)
                        .compose(book -> write(book, answers, today)
                                .compose(file -> desk.notices()
                                        .exported(book.points(), Staff.of(ctx).actor())
                                        .compose(done -> send(ctx, file, today)))
                                .eventually(() -> blocking(() -> discarded(book)))))
                .eventually(this::leave)
                .onFailure(ctx::fail);
    }

    /** @return the file with everything in it */
    private Future<Path> write(KnowledgeBook book, List<ApprovedAnswer> answers, LocalDate today) {
        Map<String, List<String>> wanted = answers.stream()
                .flatMap(answer -> answer.clauses().stream())
                .collect(Collectors.groupingBy(
                        Clause::noticeId, Collectors.mapping(Clause::passageId, Collectors.toList())));
        Map<String, Source> sources = new HashMap<>();
        return desk.notices()
                .readAll(notices -> blocking(() -> {
                            for (StoredNotice stored : notices) {
                                add(book, stored, today);
                                Notice notice = stored.notice();
                                List<String> cited = wanted.getOrDefault(notice.id(), List.of());
                                notice.passages().stream()
                                        .filter(passage -> cited.contains(passage.id()))
                                        .forEach(passage -> sources.put(passage.id(), new Source(notice, passage)));
                            }
                            return book;
                        })
                        .mapEmpty())
                .compose(read -> blocking(() -> {
                    for (ApprovedAnswer answer : answers) {
                        add(book, answer, sources);
                    }
                    return book.finish();
                }));
    }

    private void add(KnowledgeBook book, StoredNotice stored, LocalDate today) throws IOException {
        Notice notice = stored.notice();
        Validity validity = stored.standing().on(today);
        switch (validity.status()) {
            case REPEALED, EXPIRED, NOT_YET_EFFECTIVE -> book.leaveOut(notice, validity);
            case IN_FORCE, PARTLY_AMENDED, UNKNOWN -> {
                for (Passage passage : clauses(notice)) {
                    book.add(KnowledgePoint.of(notice, passage, validity, desk.telling()));
                }
            }
        }
    }

    /** Its title, number and addressee are no knowledge, unless there is nothing else. */
    private static List<Passage> clauses(Notice notice) {
        List<Passage> clauses = notice.passages().stream()
                .filter(passage -> passage.form() != Passage.Form.OPENING)
                .toList();
        return clauses.isEmpty() ? notice.passages() : clauses;
    }

    /** Unless one of its clauses went while the notices were read. */
    private void add(KnowledgeBook book, ApprovedAnswer answer, Map<String, Source> sources) throws IOException {
        List<Source> found = answer.clauses().stream()
                .map(Clause::passageId)
                .filter(sources::containsKey)
                .map(sources::get)
                .toList();
        if (found.size() == answer.clauses().size()) {
            book.add(KnowledgePoint.of(answer, found, desk.telling()));
        }
    }

    /** It is compressed as it is. */
    private static Future<Void> send(RoutingContext ctx, Path file, LocalDate today) {
        return ctx.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Encoding", "identity")
                .putHeader("Content-Type", KnowledgeBook.MEDIA_TYPE)
                .putHeader("Content-Disposition", "attachment; filename=\"wenju-knowledge-" + today + ".xlsx\"")
                .sendFile(file.toString());
    }

    private static KnowledgeBook discarded(KnowledgeBook book) throws IOException {
        book.close();
        return book;
    }

    private Future<Void> leave() {
        busy.set(false);
        return Future.succeededFuture();
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
