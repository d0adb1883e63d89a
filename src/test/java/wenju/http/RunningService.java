package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import wenju.answer.Answer;
import wenju.answer.Excerpt;
import wenju.answer.Question;
import wenju.notice.Citation;
import wenju.notice.Passage;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;
import wenju.store.NoticeSummary;
import wenju.store.StoredNotice;

/**
 * The service on a free port over {@link SampleNotices}, held in memory, and a client. Any question about 维保 is answered
 * with article 12, others are not. What a test wants otherwise it passes in. It ends with the Vert.x it was given.
 */
final class RunningService {
    static final String QUESTION = "电梯维保单位义务是什么";

    static final Readiness READY = new Readiness(
            Readiness.Status.READY, Map.of("store", Readiness.Status.READY, "index", Readiness.Status.READY));

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceVerticle verticle;

    private RunningService(Vertx vertx, Collaborators collaborators, HttpSettings settings) {
        verticle = new ServiceVerticle(collaborators, settings);
        vertx.deployVerticle(verticle)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    static RunningService start(Vertx vertx) {
        return start(vertx, collaborators(RunningService::answer, SampleNoticesInMemory.INSTANCE));
    }

    static RunningService start(Vertx vertx, Collaborators collaborators) {
        return start(vertx, collaborators, HttpSettings.of(0, 0));
    }

    static RunningService start(Vertx vertx, Collaborators collaborators, HttpSettings settings) {
        return new RunningService(vertx, collaborators, settings);
    }

    static Collaborators collaborators(Asking asking, Notices notices) {
        return new Collaborators(
                asking, notices, () -> READY, () -> List.of(QUESTION, "电梯多久维护保养一次"), Collaborators.CHINA);
    }

    static Answer answer(Question question) {
        return question.text().contains("维保")
                ? new Answer.Answered(question.text(), List.of(excerpt(1), excerpt(2)), List.of("电梯多久维护保养一次"))
                : new Answer.Unanswered(question.text(), List.of(QUESTION));
    }

    private static Excerpt excerpt(int rank) {
        Passage passage = SampleNotices.article12();
        StoredNotice stored = SampleNotices.LIFTS;
        String words = "维护保养单位";
        int start = passage.text().indexOf(words);
        return new Excerpt(
                rank,
                0.9 / rank,
                passage.text(),
                true,
                new Excerpt.Highlight(0, passage.text().length()),
                List.of(new Excerpt.Highlight(start, start + words.length())),
                new Citation(
                        stored.notice().id(),
                        String.valueOf(stored.notice().number()),
                        stored.notice().title(),
                        stored.notice().issuer(),
                        stored.notice().issuedOn(),
                        stored.standing().effectiveOn(),
                        stored.standing().on(LocalDate.of(2026, 11, 20)),
                        passage.locator().text(),
                        passage.id()));
    }

    /** The sample notices, listed one to a page. */
    enum SampleNoticesInMemory implements Notices {
        INSTANCE;

        @Override
        public Future<NoticePage> list(NoticeFilter filter) {
            List<NoticeSummary> passing = SampleNotices.ALL.stream()
                    .filter(stored -> filter.kind() == null
                            || filter.kind().equals(stored.notice().kind()))
                    .filter(stored -> filter.status() == null
                            || stored.standing()
                                            .on(LocalDate.now(Clock.systemUTC()))
                                            .status()
                                    == filter.status())
                    .map(SampleNoticesInMemory::summary)
                    .toList();
            int start = filter.after() == null ? 0 : Integer.parseInt(filter.after());
            int end = Math.min(passing.size(), start + filter.limit());
            return Future.succeededFuture(
                    new NoticePage(passing.subList(start, end), end < passing.size() ? Integer.toString(end) : null));
        }

        @Override
        public Future<Optional<StoredNotice>> find(String id) {
            return Future.succeededFuture(SampleNotices.ALL.stream()
                    .filter(stored -> stored.notice().id().equals(id))
                    .findFirst());
        }

        private static NoticeSummary summary(StoredNotice stored) {
            var notice = stored.notice();
            return new NoticeSummary(
                    notice.id(),
                    notice.number(),
                    notice.title(),
                    notice.issuer(),
                    notice.jurisdiction(),
                    notice.kind(),
                    notice.issuedOn(),
                    notice.gazette(),
                    stored.standing());
        }
    }

    String base() {
        return "http://localhost:" + verticle.port();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> ask(String body, String... headers) {
        String[] withType = headers.length == 0 ? new String[] {"Content-Type", "application/json"} : headers;
        return send(request("/api/v1/ask", withType).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** A body asking a question. */
    static String question(String text) {
        return new JsonObject().put("question", text).encode();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
