package wenju.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server with everything behind it. Deploying fails when the port is taken ({@link java.net.BindException}) or the
 * contract is not valid; undeploying closes the server and its workers. One instance: limits are counted in it.
 */
public final class ServiceVerticle extends VerticleBase {
    /** A question of 500 characters takes 4,500 bytes in an address. */
    private static final int MAX_ADDRESS_BYTES = 8 * 1024;

    private static final int MAX_HEADER_BYTES = 16 * 1024;
    /** Compressing less costs more than it saves. */
    private static final int SMALL_BYTES = 1024;

    private static final Set<String> TLS_VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

    private static final Logger log = LoggerFactory.getLogger(ServiceVerticle.class);

    private final Collaborators collaborators;
    private final HttpSettings settings;
    private final Function<Vertx, Future<Contract>> contract;
    private volatile @Nullable HttpServer server;
    private volatile @Nullable ConnectionWatch watch;
    private volatile Future<Void> farewell = Future.succeededFuture();

    public ServiceVerticle(Collaborators collaborators, HttpSettings settings) {
        this(collaborators, settings, Contract::load);
    }

    /** By another edition of the contract. */
    ServiceVerticle(Collaborators collaborators, HttpSettings settings, Function<Vertx, Future<Contract>> contract) {
        this.collaborators = collaborators;
        this.settings = settings;
        this.contract = contract;
    }

    @Override
    public Future<?> start() {
        return contract.apply(vertx).compose(this::open);
    }

    /** Says at {@code /readyz} that the end is near; {@link #stop} waits until those who ask there had time to hear it. */
    public void leave() {
        ConnectionWatch watching = watch;
        if (watching == null || isLeaving()) {
            return;
        }
        watching.leave();
        long millis = settings.deadlines().farewell().toMillis();
        if (millis > 0 && collaborators.readiness().get().answers()) {
            farewell = vertx.timer(millis).mapEmpty();
        }
    }

    /** Accepts nothing new, lets what is under way come to its end, then closes. */
    @Override
    public Future<?> stop() {
        leave();
        HttpServer listening = server;
        return listening == null
                ? Future.succeededFuture()
                : farewell.compose(
                        over -> listening.shutdown(settings.deadlines().drain().toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * The port it listens on, also when the system chose it.
     *
     * @throws IllegalStateException before it listens
     */
    public int port() {
        HttpServer listening = server;
        if (listening == null) {
            throw new IllegalStateException("not listening yet");
        }
        return listening.actualPort();
    }

    private Future<HttpServer> open(Contract contract) {
        TlsFiles files = settings.tls();
        if (files == null) {
            return listen(contract, options());
        }
        return read(files).compose(shown -> {
            HttpServerOptions options = options().setSsl(true).setUseAlpn(true);
            secure(options.getSslOptions(), shown);
            return listen(contract, options)
                    .onSuccess(listening -> renew(listening, files, options.getSslOptions(), shown));
        });
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setPort(settings.port())
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxInitialLineLength(MAX_ADDRESS_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setCompressionSupported(true)
                .setCompressionContentSizeThreshold(SMALL_BYTES);
    }

    private Future<HttpServer> listen(Contract contract, HttpServerOptions options) {
        var watching = new ConnectionWatch(vertx, settings.deadlines().request());
        watch = watching;
        return vertx.createHttpServer(options)
                .connectionHandler(watching::opened)
                .invalidRequestHandler(ServiceVerticle::refuseUnread)
                .requestHandler(new Routes(vertx, contract, collaborators, settings, watching).router())
                .listen()
                .onSuccess(listening -> server = listening);
    }

    private Future<PemKeyCertOptions> read(TlsFiles files) {
        return vertx.executeBlocking(() -> files.read(vertx), false);
    }

    /** Looks again and again what the files hold, until the service is told to stop. */
    private void renew(HttpServer listening, TlsFiles files, ServerSSLOptions options, PemKeyCertOptions shown) {
        vertx.setTimer(files.pause().toMillis(), elapsed -> {
            if (isLeaving()) {
                return;
            }
            read(files)
                    .compose(found -> show(listening, files, options, shown, found))
                    .onFailure(failure -> log.warn("证书未能更换，仍用原来的：{}", String.valueOf(failure.getMessage())))
                    .otherwise(shown)
                    .onSuccess(now -> renew(listening, files, options, now));
        });
    }

    /** To connections from now on. What could not be read changes nothing: of two files one is always replaced first. */
    private static Future<PemKeyCertOptions> show(
            HttpServer listening,
            TlsFiles files,
            ServerSSLOptions options,
            PemKeyCertOptions shown,
            PemKeyCertOptions found) {
        return found.equals(shown)
                ? Future.succeededFuture(shown)
                : listening
                        .updateSSLOptions(secure(options.copy(), found))
                        .onSuccess(renewed -> log.info("已换用 {} 中的新证书", files.certificate()))
                        .map(found);
    }

    private boolean isLeaving() {
        ConnectionWatch watching = watch;
        return watching != null && watching.isLeaving();
    }

    private static ServerSSLOptions secure(ServerSSLOptions options, PemKeyCertOptions shown) {
        return options.setKeyCertOptions(shown).setEnabledSecureTransportProtocols(TLS_VERSIONS);
    }

    /** What could not be read as a request comes to no route, so its problem is made here; the rest of it is not read. */
    private static void refuseUnread(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Refusal refusal = cause instanceof TooLongHttpLineException
                ? Refusal.of(ProblemType.ADDRESS_TOO_LONG, "地址超过 " + MAX_ADDRESS_BYTES + " 字节。")
                : cause instanceof TooLongHttpHeaderException
                        ? Refusal.of(ProblemType.HEADERS_TOO_LARGE, "请求头超过 " + MAX_HEADER_BYTES + " 字节。")
                        : Refusal.of(ProblemType.INVALID_REQUEST, "请求不合 HTTP 的约定，无法读取。");
        Problem problem = refusal.problem("urn:uuid:" + UUID.randomUUID());
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close")
                .end(Json.write(problem))
                .onComplete(sent -> request.connection().close());
    }
}
