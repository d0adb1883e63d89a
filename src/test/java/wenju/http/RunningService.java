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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wenju.answer.Answer;
import wenju.answer.Correction;
import wenju.answer.Excerpt;
import wenju.answer.Question;
import wenju.notice.Citation;
import wenju.notice.Passage;
import wenju.store.InvalidCursorException;
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

    /** {@link #QUESTION} with a typing error. */
    static final String MISTYPED = "电梯维维保单位义务是什么";

    static final Readiness READY = new Readiness(
            Readiness.Status.READY, Map.of("store", Readiness.Status.READY, "index", Readiness.Status.READY));

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceVerticle verticle;
    private final String scheme;

    private RunningService(
            Vertx vertx,
            Collaborators collaborators,
            HttpSettings settings,
            Function<Vertx, Future<Contract>> contract) {
        scheme = settings.tls() == null ? "http" : "https";
        verticle = new ServiceVerticle(collaborators, settings, contract);
        vertx.deployVerticle(verticle)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(2, TimeUnit.MINUTES)
                .join();
    }

    static RunningService start(Vertx vertx) {
        return start(vertx, collaborators(RunningService::answer, SampleNoticesInMemory.INSTANCE));
    }

    static RunningService start(Vertx vertx, Collaborators collaborators) {
        return start(vertx, collaborators, HttpSettings.of(0, 0));
    }

    static RunningService start(Vertx vertx, Collaborators collaborators, HttpSettings settings) {
        return new RunningService(vertx, collaborators, settings, Contract::load);
    }

    /** By another edition of the contract. */
    static RunningService start(Vertx vertx, Function<Vertx, Future<Contract>> contract) {
        return new RunningService(
                vertx,
                collaborators(RunningService::answer, SampleNoticesInMemory.INSTANCE),
                HttpSettings.of(0, 0),
                contract);
    }

    static Collaborators collaborators(Asking asking, Notices notices) {
        return collaborators(asking, notices, new AnswersInMemory());
    }

    static Collaborators collaborators(Asking asking, Notices notices, Answers answers) {
        return new Collaborators(
                asking,
                notices,
                answers,
                () -> READY,
                () -> List.of(QUESTION, "电梯多久维护保养一次"),
                typed -> List.of(QUESTION, "电梯多久维护保养一次"),
                Collaborators.CHINA);
    }

    /** The sample notices and answers with other integrations. */
    static Collaborators collaborators(Integrations integrations) {
        return collaborators(integrations, null);
    }

    /** @param desk null where nobody can sign in */
    static Collaborators collaborators(Integrations integrations, @Nullable Desk desk) {
        return new Collaborators(
                RunningService::answer,
                SampleNoticesInMemory.INSTANCE,
                new AnswersInMemory(),
                () -> READY,
                List::of,
                typed -> List.of(),
                Collaborators.CHINA,
                integrations,
                desk);
    }

    static Answer answer(Question question) {
        if (question.text().equals(MISTYPED) && !question.verbatim()) {
            var corrections = List.of(new Correction("维维保", "维保"));
            return new Answer.Answered(QUESTION, corrections, List.of(clause(), folded()), List.of());
        }
        if (question.text().contains("表格")) {
            return new Answer.Answered(question.text(), List.of(row()), List.of());
        }
        return question.text().contains("维保")
                ? new Answer.Answered(question.text(), List.of(clause(), folded()), List.of("电梯多久维护保养一次"))
                : new Answer.Unanswered(question.text(), List.of(QUESTION));
    }

    /** Article 12 with the one before it. */
    private static Excerpt clause() {
        String before = "第十一条 电梯使用单位应当与维护保养单位签订书面合同。\n";
        return excerpt(1, SampleNotices.LIFTS, SampleNotices.article12(), before, "维护保养单位");
    }

    private static Excerpt folded() {
        return excerpt(2, SampleNotices.LIFTS, SampleNotices.article12(), "", "维护保养单位");
    }

    private static Excerpt row() {
        Passage row = SampleNotices.PLAN.notice().passages().get(3);
        return excerpt(1, SampleNotices.PLAN, row, row.leadIn() + "\n", "市财政局");
    }

    /** A passage with text around it; {@code words} are marked where they stand in the passage. */
    private static Excerpt excerpt(int rank, StoredNotice stored, Passage passage, String before, String words) {
        String text = before + passage.text();
        int start = text.indexOf(words, before.length());
        return new Excerpt(
                rank,
                0.9 / rank,
                text,
                true,
                new Excerpt.Highlight(before.length(), text.length()),
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
            int start = 0;
            try {
                start = filter.after() == null
                        ? 0
                        : Math.min(Integer.parseUnsignedInt(filter.after(), 10), passing.size());
            } catch (NumberFormatException e) {
                throw new InvalidCursorException(filter.after());
            }
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
        return scheme + "://localhost:" + verticle.port();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** On a connection of its own. */
    void getAfresh(String path) {
        try (HttpClient fresh = HttpClient.newHttpClient()) {
            fresh.send(request(path).GET().build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> ask(String body, String... headers) {
        String[] withType = headers.length == 0 ? new String[] {"Content-Type", "application/json"} : headers;
        return send(request("/api/v1/ask", withType).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    /** @param json null for no body */
    HttpResponse<String> sendJson(String method, String path, @Nullable String json, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        return send(
                json == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(json)));
    }

    /** A body asking a question. */
    static String question(String text) {
        return new JsonObject().put("question", text).encode();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofMinutes(1));
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
