package wenju;

import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.answer.Answerer;
import wenju.answer.Question;
import wenju.answer.Trial;
import wenju.gazette.GazetteReader;
import wenju.http.Collaborators;
import wenju.http.Desk;
import wenju.http.HttpSettings;
import wenju.http.Integrations;
import wenju.http.Notices;
import wenju.http.Readiness;
import wenju.http.Readiness.Status;
import wenju.http.ServiceVerticle;
import wenju.http.TlsFiles;
import wenju.http.WebhookSender;
import wenju.search.Filters;
import wenju.search.PassageIndex;
import wenju.search.RenewableIndex;
import wenju.store.AccountStore;
import wenju.store.Actor;
import wenju.store.AnswerFigures;
import wenju.store.AnswerLog;
import wenju.store.AnswerQueue;
import wenju.store.AuditLog;
import wenju.store.ChannelStore;
import wenju.store.ChannelWatch;
import wenju.store.Database;
import wenju.store.ImportLog;
import wenju.store.KeptClauses;
import wenju.store.KeyStore;
import wenju.store.KnowledgeWatch;
import wenju.store.NoticeRegister;
import wenju.store.NoticeStore;
import wenju.store.Outbox;
import wenju.store.QuestionQueue;
import wenju.store.RevisionSignal;
import wenju.store.SessionStore;
import wenju.store.StandardAnswerStore;
import wenju.store.StoreException;
import wenju.store.ThesaurusStore;

/**
 * Store and index together, brought up to the configured gazettes; and, when it {@linkplain #serve serves}, pages and API on
 * top. Those are up before the gazettes are in, so that {@code /livez} answers and {@code /readyz} says what is missing.
 */
final class Service {
    private static final Logger log = LoggerFactory.getLogger(Service.class);
    /**
     * How long a change stays unseen at most when the signal of it got lost; it costs a query that mostly finds nothing. Also
     * how often a database that was away at the start is tried.
     */
    static final Duration FOLLOW_PAUSE = Duration.ofSeconds(1);

    /** May be edited at any time. */
    private static final Path THESAURUS = Path.of("config", "thesaurus.txt");

    private static final Duration LONGEST_LAST_WRITE = Duration.ofSeconds(5);

    private final Rooms rooms;
    private final Progress progress;
    private final Database database;
    private final NoticeStore store;
    private final KeyStore keys;
    private final RenewableIndex index;
    private final Answerer answerer;
    private final IndexFollower follower;
    private final Importer importer;
    private final AnswerLog answers;
    private final AnswerQueue queue;
    private final WebhookSender webhooks;
    private final StandardAnswerStore standards;
    private final KnowledgeWatch knowledge;
    private volatile boolean upToDate;
    /** From what an earlier run left, because the database is away or that is being built anew. */
    private volatile boolean answersAsBefore;

    private volatile List<String> examples = List.of();

    private Service(
            Rooms rooms,
            Progress progress,
            Database database,
            RenewableIndex index,
            StandardAnswerStore standards,
            KnowledgeWatch knowledge) {
        this.rooms = rooms;
        this.progress = progress;
        this.database = database;
        this.store = store(rooms, database);
        this.keys = new KeyStore(database);
        this.index = index;
        this.standards = standards;
        this.knowledge = knowledge;
        this.answerer = new Answerer(index, THESAURUS, knowledge::approved, knowledge::entries);
        this.follower = new IndexFollower(rooms.worker(), store, index, progress);
        this.importer = Importer.in(rooms, store, progress, Actor.PROGRAM);
        this.answers = answers(database);
        this.queue = new AnswerQueue(rooms.vertx(), answers, AnswerQueue.CAPACITY);
        this.webhooks = new WebhookSender(
                rooms.vertx(),
                new Outbox(database),
                rooms.configuration().webhooks().receivers(),
                WebhookSender.PAUSES,
                rooms.meters());
    }

    /** Opens the index and what leads to the database, which may be away. */
    static Future<Service> open(Rooms rooms, Progress progress) {
        return rooms.preparedDatabase()
                .compose(database -> rooms.index().compose(index -> {
                    var standards = new StandardAnswerStore(
                            database, rooms.configuration().notices().defaultTerms());
                    Path memory = rooms.configuration().data().directory().resolve("knowledge.json");
                    return rooms.open(
                                    () -> KnowledgeWatch.open(database, standards, memory, Collaborators.CHINA),
                                    KnowledgeWatch::close)
                            .map(knowledge -> new Service(rooms, progress, database, index, standards, knowledge));
                }));
    }

    /** The answers kept in a database. */
    static AnswerLog answers(Database database) {
        String program = Service.class.getPackage().getImplementationVersion();
        return new AnswerLog(
                database,
                Map.of(
                        "program",
                        program == null ? "dev" : program,
                        "reader",
                        GazetteReader.VERSION,
                        "index",
                        RenewableIndex.version()));
    }

    /** The notices of a database, as this program reads them and is configured to see their terms. */
    static NoticeStore store(Rooms rooms, Database database) {
        return new NoticeStore(
                database, GazetteReader.VERSION, rooms.configuration().notices().defaultTerms());
    }

    /**
     * Serves pages and API, takes the gazettes in, and goes on following the store.
     *
     * @return the port, once every gazette is searchable; or, while the database is away, once the index of an earlier run
     *     answers
     */
    Future<Integer> serve() {
        rooms.configuration().desk().trialQuestions().ifPresent(Service::checkTrial);
        return openHttp()
                .compose(http -> takeIn().<Void>mapEmpty()
                        .recover(this::answerFromTheIndex)
                        .map(done -> {
                            log.info("已就绪，可检索条文 {} 条：{}://localhost:{}", index.size(), scheme(), http.port());
                            return http.port();
                        })
                        .onSuccess(port -> keep()));
    }

    /** Citizens are answered without them, so the service starts. */
    private static void checkTrial(Path questions) {
        try {
            Trial.check(questions);
        } catch (Trial.UnreadableQuestionsException e) {
            log.warn("配置项 desk.trialQuestions 所指的 {} 读不了，同义词不能试：{}", questions, e.getMessage());
        }
    }

    private String scheme() {
        return rooms.configuration().http().tls() == null ? "http" : "https";
    }

    /** Takes the configured gazettes into the store and the store into the index. */
    Future<ImportReport> takeIn() {
        return database.migrate()
                .compose(done -> webhooks.announce())
                .compose(done -> gazettes())
                .compose(importer::importDirectory)
                .onSuccess(report -> log.info("{}", report))
                .onSuccess(report -> answersAsBefore = index.isStale() && index.revision() > 0)
                .compose(report -> follower.catchUp().map(report))
                .compose(report -> findExamples().map(report))
                .onSuccess(report -> upToDate = true);
    }

    /** Each is asked once, so that the first citizen does not wait a second for tables that are read when they are wanted. */
    private Future<Void> findExamples() {
        return rooms.worker()
                .executeBlocking(
                        () -> {
                            List<String> questions = answerer.examples();
                            questions.forEach(text ->
                                    answerer.answer(new Question(text, List.of(), Question.MAX_LIMIT, Filters.NONE)));
                            return questions;
                        },
                        false)
                .onSuccess(questions -> examples = questions)
                .mapEmpty();
    }

    /** What is there from an earlier run answers until the database is back. */
    private Future<Void> answerFromTheIndex(Throwable failure) {
        if (!StoreException.isAway(failure) || index.revision() == 0) {
            return Future.failedFuture(failure);
        }
        log.warn("数据库连不上，先用已有的索引作答：{}", String.valueOf(failure.getMessage()));
        answersAsBefore = true;
        return findExamples();
    }

    /** Everything that goes on while the service runs: following the store, and what is kept of answers. */
    private void keep() {
        Vertx vertx = rooms.vertx();
        if (!upToDate) {
            vertx.setTimer(FOLLOW_PAUSE.toMillis(), elapsed -> takeIn().onComplete(done -> keep()));
            return;
        }
        RevisionSignal signal = RevisionSignal.of(database, () -> {
            follower.wake(vertx, FOLLOW_PAUSE);
            knowledge.wake();
        });
        knowledge.follow();
        Runnable endRetention =
                new Retention(answers, rooms.configuration().log().retention()).begin(vertx);
        Runnable endExpiries = new Expiries(store, Collaborators.CHINA).begin(vertx);
        webhooks.begin();
        rooms.onClose(webhooks::end);
        rooms.onClose(() -> {
            endRetention.run();
            endExpiries.run();
            return signal.close().eventually(() -> follower.stop(vertx));
        });
        follower.follow(vertx, FOLLOW_PAUSE);
    }

    /** Answers from the index; without the store. */
    Answerer answerer() {
        return answerer;
    }

    private Future<ServiceVerticle> openHttp() {
        Path memory = rooms.configuration().data().directory().resolve("channels.json");
        return rooms.open(() -> ChannelWatch.open(database, memory), ChannelWatch::close)
                .compose(this::openHttp);
    }

    private Future<ServiceVerticle> openHttp(ChannelWatch watch) {
        Configuration.Limits limits = rooms.configuration().limits();
        int port = rooms.configuration().http().port();
        rooms.onClose(() -> queue.flush().timeout(LONGEST_LAST_WRITE.toMillis(), TimeUnit.MILLISECONDS));
        var http = new ServiceVerticle(
                new Collaborators(
                        answerer::answer,
                        Notices.of(store),
                        new AnswerKeeper(queue, answers, index::revision, answerer::thesaurus, answerer::likeness),
                        this::readiness,
                        () -> examples,
                        answerer::complete,
                        Collaborators.CHINA,
                        integrations(),
                        new Desk(
                                new AccountStore(database),
                                new SessionStore(
                                        database, rooms.configuration().desk().terms()),
                                keys,
                                new AuditLog(database),
                                new ChannelStore(database),
                                watch,
                                standards,
                                knowledge,
                                new ThesaurusStore(database),
                                new QuestionQueue(database),
                                store,
                                new AnswerFigures(database),
                                new NoticeRegister(
                                        database,
                                        rooms.configuration().notices().defaultTerms()),
                                answerer::telling,
                                (line, meant) -> answerer.trial(
                                        line, rooms.configuration().desk().trialQuestions(), meant),
                                new KeptClauses(
                                        database,
                                        rooms.configuration().notices().defaultTerms()),
                                rooms.configuration().desk().origin(),
                                rooms.configuration().desk().openId(),
                                rooms.configuration().desk().copyTemplate()),
                        answerer::find),
                new HttpSettings(
                        port,
                        limits.anonymousPerMinute(),
                        limits.answersInFlight(),
                        limits.answerTimeout(),
                        rooms.configuration().http().embedding(),
                        limits.keyedPerMinute(),
                        limits.endUserPerMinute(),
                        rooms.configuration().http().trustedProxies(),
                        rooms.configuration().http().tls(),
                        rooms.configuration().http().deadlines()));
        rooms.stopping().onSuccess(stopping -> http.leave());
        return rooms.open(
                () -> rooms.vertx()
                        .deployVerticle(http)
                        .map(http)
                        .recover(failure -> Future.failedFuture(explained(failure, port))),
                open -> rooms.vertx().undeploy(open.deploymentID()));
    }

    private Integrations integrations() {
        Gauge.builder("wenju.index.revision", index, PassageIndex::revision)
                .description("revision of the store that the index has taken in")
                .register(rooms.meters());
        Gauge.builder("wenju.index.passages", index, PassageIndex::size)
                .description("passages that can be found")
                .register(rooms.meters());
        return new Integrations(
                keys::find,
                ImportJobs.in(rooms, store, new ImportLog(database), follower::catchUp),
                index::search,
                rooms.meters(),
                TraceExport.in(rooms));
    }

    /** Starting until the gazettes are searchable; degraded, yet answering, while the store cannot be followed or written. */
    private Readiness readiness() {
        boolean answers = upToDate || answersAsBefore;
        Status store = !answers ? Status.STARTING : upToDate && follower.keepsUp() ? Status.READY : Status.DEGRADED;
        var parts = new TreeMap<>(Map.of(
                "index", answers ? Status.READY : Status.STARTING,
                "store", store,
                "log", queue.keepsUp() ? Status.READY : Status.DEGRADED));
        Status whole = parts.containsValue(Status.STARTING)
                ? Status.STARTING
                : parts.containsValue(Status.DEGRADED) ? Status.DEGRADED : Status.READY;
        return new Readiness(whole, parts);
    }

    private static Throwable explained(Throwable failure, int port) {
        return switch (failure) {
            case BindException taken ->
                new OperatorException("端口 " + port + " 不能使用，可能已被占用；请停止占用它的程序，或用配置项 http.port 换一个端口", taken);
            case TlsFiles.UnusableException files ->
                new ConfigurationException(
                        "配置项 http.tls." + (files.ofKey() ? "key" : "certificate") + "：" + files.getMessage(), files);
            default -> failure;
        };
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
