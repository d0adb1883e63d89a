package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
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
    private volatile @Nullable HttpServer server;

    public ServiceVerticle(Collaborators collaborators, HttpSettings settings) {
        this.collaborators = collaborators;
        this.settings = settings;
    }

    @Override
    public Future<?> start() {
        return Contract.load(vertx).compose(this::listen);
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
                .setCompressionSupported(true)
                .setMaxInitialLineLength(MAX_ADDRESS_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setCompressionSupported(true)
                .setCompressionContentSizeThreshold(SMALL_BYTES)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return vertx.createHttpServer(options)
                .requestHandler(new Routes(vertx, contract, collaborators, settings).router())
                .listen()
                .onSuccess(listening -> server = listening);
    }
}
