package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Database} on a real carried server: one for the whole run, started when first asked for, its tables
 * emptied before each test, stopped and deleted at the end.
 */
public final class SharedDatabase implements BeforeEachCallback, ParameterResolver {
    /** The application may not truncate; what the audit holds stays. */
    private static final String EMPTY_TABLES = """
            DELETE FROM printing; DELETE FROM notice; DELETE FROM gazette; DELETE FROM removal; DELETE FROM notice_version;
            DELETE FROM withdrawal; DELETE FROM sight; DELETE FROM correction; DELETE FROM answer; DELETE FROM api_key; DELETE FROM import_job;
            DELETE FROM account; DELETE FROM sign_in_attempt; UPDATE channel SET answers = true, notice = '', version = 1;
            DELETE FROM standard_answer; DELETE FROM queue_decision; DELETE FROM thesaurus_entry; DELETE FROM kept_clause; DELETE FROM webhook_receiver; DELETE FROM expiry_check;
            UPDATE revision SET number = 0""";

    /** As long as a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The usual, with limits that only a test of limits should meet. */
    private static final DatabaseSettings PATIENT = new DatabaseSettings(
            null, null, DatabaseSettings.DEFAULTS.poolSize(), Duration.ofMinutes(1), Duration.ofMinutes(2));

    /** What runs until the last test is over. */
    private record Running(Vertx vertx, Path directory, Database database) implements AutoCloseable {
        static Running start() {
            try {
                Vertx vertx = Vertx.vertx();
                Path directory = Files.createTempDirectory("wenju-store-");
                return new Running(vertx, directory, await(Database.open(vertx, PATIENT, directory)));
            } catch (IOException e) {
                throw new IllegalStateException("no directory for the server", e);
            }
        }

        @Override
        public void close() throws IOException {
            await(database.close());
            await(vertx.close());
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** The value of a future, for tests that read top to bottom; its failure is thrown as it is. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("no result", e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        await(database(context).pool().query(EMPTY_TABLES).execute());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database(context);
    }

    private static Database database(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class)
                .database();
    }
}
