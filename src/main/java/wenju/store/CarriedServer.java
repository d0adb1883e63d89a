package wenju.store;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The PostgreSQL that the program carries and runs itself, on a free port of the loopback address, with its data below the
 * data directory, kept between runs. It writes durably, asks for a password, and starts as root as well. Everything here
 * blocks.
 *
 * <p>A kill at any moment is survived: a cluster being made is made again, a server left running is stopped, and
 * PostgreSQL replays its log.
 */
public final class CarriedServer implements AutoCloseable {
    /** Major version of the server in the build; data of another one is refused. */
    static final int MAJOR_VERSION = 18;

    /** Of the database, and of the role that works with it. */
    private static final String NAME = "wenju";
    /** The role that owns the tables. */
    private static final String OWNER = "wenju_owner";
    /** Replaying the log after a kill takes time. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final ServerDirectory directory;
    private final EmbeddedPostgres server;
    private final String password;

    private CarriedServer(ServerDirectory directory, EmbeddedPostgres server, String password) {
        this.directory = directory;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server, on first use after making its cluster.
     *
     * @throws StoreException when the directory is in use, of another major version, or the server does not come up
     */
    public static CarriedServer start(Path dataDirectory) {
        try {
            return start(ServerDirectory.take(dataDirectory, MAJOR_VERSION));
        } catch (IOException e) {
            throw new StoreException("数据目录 " + dataDirectory + " 不能读写；请检查权限，或用 data.directory 指定别的目录", e);
        }
    }

    private static CarriedServer start(ServerDirectory directory) throws IOException {
        try {
            if (!Files.exists(directory.cluster())) {
                makeCluster(directory);
            }
            String password = directory.password();
            EmbeddedPostgres server = run(directory, directory.cluster(), password);
            separateOwner(server, password);
            return new CarriedServer(directory, server, password);
        } catch (IOException | RuntimeException | SQLException e) {
            try (directory) {
                directory.stopLeftovers();
            } catch (IOException | RuntimeException onTop) {
                e.addSuppressed(onTop);
            }
            throw new StoreException("自带的数据库没有启动起来，原因见 " + directory.log(), e);
        }
    }

    /** Where to reach it, for the role that works with the tables. It owns nothing and is no superuser. */
    public DatabaseUri uri() {
        return uri(NAME);
    }

    /** The same for the role that owns database and tables; no superuser either. */
    public DatabaseUri ownerUri() {
        return uri(OWNER);
    }

    private DatabaseUri uri(String role) {
        return new DatabaseUri("localhost", server.getPort(), NAME, role, password, "disable", null);
    }

    /** Stops the server after it has written everything, and frees the directory. */
    @Override
    public void close() {
        try (directory) {
            server.close();
            // The library gives up after a few seconds and only logs; the next start must find nothing running.
            directory.awaitStopped();
        } catch (IOException e) {
            throw new StoreException("自带的数据库没有正常停止，详情见 " + directory.log(), e);
        }
    }

    /** Makes the cluster aside and moves it into place complete, so that a kill in between leaves nothing half-made. */
    private static void makeCluster(ServerDirectory directory) throws IOException, SQLException {
        directory.choosePassword();
        String password = directory.password();
        try (EmbeddedPostgres server = run(directory, directory.newCluster(), password);
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // The password is hexadecimal digits of our own making, so it can stand in the text.
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
        }
        directory.awaitStopped();
        Files.move(directory.newCluster(), directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** In a cluster made before there were two roles the application owned everything; it gives it up. */
    private static void separateOwner(EmbeddedPostgres server, String password) throws SQLException {
        try (var connection = server.getDatabase("postgres", NAME).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN IF to_regrole('" + OWNER + "') IS NULL THEN CREATE ROLE " + OWNER
                    + " LOGIN PASSWORD '" + password + "'; REASSIGN OWNED BY " + NAME + " TO " + OWNER
                    + "; END IF; END $$");
        }
    }

    private static EmbeddedPostgres run(ServerDirectory directory, Path cluster, String password) throws IOException {
        Redirect log = Redirect.appendTo(directory.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.program().toFile())
                // The library remembers for each resolver where it unpacked; a resolver of our own keeps directories
                // apart.
                .setPgBinaryResolver(
                        (system, hardware) -> DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware))
                // Stopping is the owner's business, after its connections are closed.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LONGEST_START)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // These go to initdb as they are: connections must know the password from the first moment.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.passwordFile().toString())
                .setConnectConfig("password", password)
                // The library is made for tests and trades safety for speed; take that back.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("cluster_name", NAME)
                .start();
    }
}
