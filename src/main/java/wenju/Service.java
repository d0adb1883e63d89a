package wenju;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.answer.Answerer;
import wenju.gazette.GazetteReader;
import wenju.http.Collaborators;
import wenju.http.HttpSettings;
import wenju.http.Notices;
import wenju.http.Readiness;
import wenju.http.Readiness.Status;
import wenju.http.ServiceVerticle;
import wenju.search.PassageIndex;
import wenju.store.Database;
import wenju.store.NoticeStore;

/**
 * Store and index together, brought up to the configured gazettes; and, when it {@linkplain #serve serves}, pages and API on
 * top. Those are up before the gazettes are in, so that {@code /livez} answers and {@code /readyz} says what is missing.
 */
final class Service {
    private static final Logger log = LoggerFactory.getLogger(Service.class);
    /** How long what another process imports stays unseen at most; it costs one query that mostly finds nothing. */
    private static final Duration FOLLOW_PAUSE = Duration.ofSeconds(5);

    private final Rooms rooms;
    private final Progress progress;
    private final NoticeStore store;
    private final PassageIndex index;
    private final IndexFollower follower;
    private volatile boolean upToDate;
    private volatile List<String> examples = List.of();

    private Service(Rooms rooms, Progress progress, NoticeStore store, PassageIndex index) {
        this.rooms = rooms;
        this.progress = progress;
        this.store = store;
        this.index = index;
        this.follower = new IndexFollower(rooms.worker(), store, index, progress);
    }

    /** Opens the database and the index. */
    static Future<Service> open(Rooms rooms, Progress progress) {
        return rooms.database()
                .map(Service::store)
                .compose(store -> rooms.index().map(index -> new Service(rooms, progress, store, index)));
    }

    /** The notices of a database, as this program reads them. */
    static NoticeStore store(Database database) {
        return new NoticeStore(database, GazetteReader.VERSION);
    }

    /**
     * Serves pages and API, takes the gazettes in, and goes on following the store.
     *
     * @return the port, once every gazette is searchable
     */
    Future<Integer> serve() {
        return openHttp()
                .compose(http -> takeIn().map(report -> {
                    rooms.onClose(() -> follower.stop(rooms.vertx()));
                    follower.follow(rooms.vertx(), FOLLOW_PAUSE);
                    log.info("已就绪，可检索条文 {} 条：http://localhost:{}", index.size(), http.port());
                    return http.port();
                }));
    }

    /** Takes the configured gazettes into the store and the store into the index. */
    Future<ImportReport> takeIn() {
        return gazettes()
                .compose(Importer.in(rooms, store, progress)::importDirectory)
                .onSuccess(report -> log.info("{}", report))
                .compose(report -> follower.catchUp().map(report))
                .compose(report -> rooms.worker()
                        .executeBlocking(() -> answerer().examples(), false)
                        .onSuccess(questions -> examples = questions)
                        .map(report))
                .onSuccess(report -> upToDate = true);
    }

    /** Answers from the index; without the store. */
    Answerer answerer() {
        return new Answerer(index);
    }

    private Future<ServiceVerticle> openHttp() {
        Configuration.Limits limits = rooms.configuration().limits();
        int port = rooms.configuration().http().port();
        var http = new ServiceVerticle(
                new Collaborators(
                        answerer()::answer, Notices.of(store), this::readiness, () -> examples, Collaborators.CHINA),
                new HttpSettings(port, limits.anonymousPerMinute(), limits.answersInFlight(), limits.answerTimeout()));
        return rooms.open(
                () -> rooms.vertx()
                        .deployVerticle(http)
                        .map(http)
                        .recover(failure -> Future.failedFuture(explained(failure, port))),
                open -> rooms.vertx().undeploy(open.deploymentID()));
    }

    /** Starting until the gazettes are searchable; degraded, yet answering, while the store cannot be followed. */
    private Readiness readiness() {
        if (!upToDate) {
            return new Readiness(Status.STARTING, Map.of("index", Status.STARTING));
        }
        Status following = follower.keepsUp() ? Status.READY : Status.DEGRADED;
        return new Readiness(following, new TreeMap<>(Map.of("index", Status.READY, "store", following)));
    }

    private static Throwable explained(Throwable failure, int port) {
        return failure instanceof BindException
                ? new OperatorException("端口 " + port + " 不能使用，可能已被占用；请停止占用它的程序，或用配置项 http.port 换一个端口", failure)
                : failure;
    }

    private Future<Path> gazettes() {
        return rooms.worker()
                .executeBlocking(
                        () -> rooms.configuration().notices().directory().orElseGet(Service::samples));
    }

    private static Path samples() {
        try {
            return SampleNotices.directory();
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read its own sample notices", e);
        }
    }
}
