package wenju;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.http.Deadlines;
import wenju.search.RenewableIndex;
import wenju.store.Database;

/**
 * What one run of the program has opened. Rooms are opened one after the other as the work needs them and closed in reverse,
 * whether the work ends, fails, or the process is told to stop in the middle of opening: nothing half-started stays.
 */
final class Rooms {
    private static final Logger log = LoggerFactory.getLogger(Rooms.class);
    /** How long all but HTTP may take to close. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private static final long LONGEST_BLOCK_MINUTES = 10;

    /** Requests and answers are counted where they are understood; of Vert.x' own figures its pools are told. */
    private static final Set<String> EXCEPT_POOLS = Arrays.stream(MetricsDomain.values())
            .filter(domain -> domain != MetricsDomain.NAMED_POOLS)
            .map(MetricsDomain::toCategory)
            .collect(Collectors.toSet());

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Vertx vertx = Vertx.builder()
            .with(new VertxOptions()
                    .setMetricsOptions(new MicrometerMetricsOptions()
                            .setEnabled(true)
                            .setLabels(EnumSet.of(Label.POOL_TYPE, Label.POOL_NAME))
                            .setDisabledMetricsCategories(EXCEPT_POOLS)))
            .withMetrics(new MicrometerMetricsFactory(meters))
            .build();
    private final WorkerExecutor worker =
            vertx.createSharedWorkerExecutor("wenju-import", 1, LONGEST_BLOCK_MINUTES, TimeUnit.MINUTES);
    private final Configuration configuration;
    private final Deque<Supplier<Future<?>>> closers = new ArrayDeque<>();
    private final Promise<Void> stopping = Promise.promise();
    private final Promise<Void> closed = Promise.promise();
    private Future<?> opening = Future.succeededFuture();
    private boolean closing;
    private volatile boolean endless;

    private Rooms(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Does work and waits for its end; the calling thread blocks. When the process is told to stop (Ctrl-C, SIGTERM)
     * everything is closed before it ends.
     *
     * @return what the work gave, after everything is closed; throws what the work failed with
     */
    static <T> T use(Configuration configuration, Function<Rooms, Future<T>> work) {
        var rooms = new Rooms(configuration);
        var stop = new Thread(rooms::closeAndWait, "wenju-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return work.apply(rooms).await();
        } finally {
            rooms.close().await();
            rooms.forget(stop);
        }
    }

    Configuration configuration() {
        return configuration;
    }

    /** Where everything is counted. */
    PrometheusMeterRegistry meters() {
        return meters;
    }

    Vertx vertx() {
        return vertx;
    }

    /** For gazettes and the index: one thread, one piece of work after the other. */
    WorkerExecutor worker() {
        return worker;
    }

    /** Opens the database, which starts the carried server unless another is configured. */
    Future<Database> database() {
        return preparedDatabase().compose(database -> database.migrate().map(database));
    }

    /** The same, but an outside database may be away; it is to be {@linkplain Database#migrate migrated} before it is used. */
    Future<Database> preparedDatabase() {
        return open(
                () -> writable(configuration.data().directory())
                        .compose(directory -> Database.prepare(vertx, configuration.database(), directory)),
                Database::close);
    }

    /** Opens the index, empty when there is none yet. */
    Future<RenewableIndex> index() {
        return open(
                () -> worker.executeBlocking(this::openIndex),
                index -> worker.executeBlocking(() -> {
                    index.close();
                    return null;
                }));
    }

    /** Where the index lies; it holds nothing that the store does not. */
    Path indexDirectory() {
        return configuration.data().directory().resolve("index");
    }

    /**
     * Opens a room.
     *
     * @param opening leaves nothing behind when it fails
     * @param closing undoes it; called once, before everything that was opened earlier is closed
     */
    synchronized <T> Future<T> open(Supplier<Future<T>> opening, Function<T, Future<?>> closing) {
        if (this.closing) {
            return Future.failedFuture(new OperatorException("程序正在停止"));
        }
        Future<T> opened = opening.get().map(room -> {
            onClose(() -> closing.apply(room));
            return room;
        });
        this.opening = opened;
        return opened;
    }

    /** Has something done before everything that was opened earlier is closed. */
    synchronized void onClose(Supplier<Future<?>> closer) {
        closers.push(closer);
    }

    /** Completes when closing begins. */
    Future<Void> stopping() {
        return stopping.future();
    }

    /** The same for work that has no end of its own: being told to stop is a good one. */
    Future<Void> untilStopped() {
        endless = true;
        return stopping.future();
    }

    /** Closes everything, the last opened first; a room that is being opened is waited for. May be called again. */
    synchronized Future<Void> close() {
        if (!closing) {
            closing = true;
            stopping.complete();
            // Vert.x outside the chain: what is chained runs on its threads, and they end with it.
            opening.otherwiseEmpty()
                    .compose(opened -> closeNext())
                    .onComplete(done -> vertx.close().onComplete(closed));
        }
        return closed.future();
    }

    private synchronized Future<Void> closeNext() {
        Supplier<Future<?>> closer = closers.poll();
        if (closer == null) {
            return Future.succeededFuture();
        }
        return Future.succeededFuture()
                .compose(begin -> closer.get())
                .onFailure(failure -> log.warn("停止时出错：{}", String.valueOf(failure.getMessage()), failure))
                .otherwiseEmpty()
                .compose(done -> closeNext());
    }

    private void closeAndWait() {
        Deadlines http = configuration.http().deadlines();
        Duration longest = http.farewell().plus(http.drain()).plus(LONGEST_STOP);
        try {
            close().await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn("{} 秒内未能停妥，强行结束", longest.toSeconds());
            return;
        }
        if (endless) {
            // Java would end with the number of the signal, which whoever sent it takes for a failure.
            Runtime.getRuntime().halt(Wenju.OK);
        }
    }

    private void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException alreadyStopping) {
            log.debug("the process is ending by itself", alreadyStopping);
        }
    }

    private Future<Path> writable(Path directory) {
        return worker.executeBlocking(() -> {
            try {
                Path made = Files.createDirectories(directory);
                Files.delete(Files.createTempFile(made, "writable", ""));
                return made;
            } catch (IOException e) {
                throw new OperatorException("数据目录 " + directory + " 不能写入，请检查权限，或用配置项 data.directory 换一个目录", e);
            }
        });
    }

    private RenewableIndex openIndex() {
        try {
            return RenewableIndex.open(indexDirectory());
        } catch (RenewableIndex.DirectoryInUseException e) {
            throw new OperatorException(
                    "索引目录 " + indexDirectory() + " 正由另一个问据进程使用；请先停止它，或用配置项 data.directory 指定别的目录", e);
        } catch (UncheckedIOException e) {
            throw new OperatorException("不能打开索引目录 " + indexDirectory() + "，请检查权限和磁盘空间", e);
        }
    }
}
