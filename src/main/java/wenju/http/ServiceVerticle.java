package wenju.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    private static final int IDLE_SECONDS = 60;
    /** How long requests under way may take once no new ones are accepted. */
    private static final int DRAIN_SECONDS = 15;

    private final Collaborators collaborators;
    private final HttpSettings settings;
    private final Function<Vertx, Future<Contract>> contract;
    private volatile @Nullable HttpServer server;

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
        return contract.apply(vertx).compose(this::listen);
    }

    /** Accepts nothing new, lets what is under way come to its end, then closes. */
    @Override
    public Future<?> stop() {
        HttpServer listening = server;
        return listening == null ? Future.succeededFuture() : listening.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
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

    private Future<HttpServer> listen(Contract contract) {
        var options = new HttpServerOptions()
                .setPort(settings.port())
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(MAX_ADDRESS_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setCompressionSupported(true)
                .setCompressionContentSizeThreshold(SMALL_BYTES)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return vertx.createHttpServer(options)
                .invalidRequestHandler(ServiceVerticle::refuseUnread)
                .requestHandler(new Routes(vertx, contract, collaborators, settings).router())
                .listen()
                .onSuccess(listening -> server = listening);
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
