package wenju.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of the carried server below the data directory, held by one process at a time from {@link #take} to
 * {@link #close}.
 *
 * <pre>
 * postgres/            the cluster; appears in one step when it is complete
 * postgres.new/        a cluster being made; thrown away when a start was cut short
 * postgres-program/    the unpacked server
 * postgres.password    the password of its roles, readable by the owner only
 * postgres.log         what the server printed
 * postgres.lock        locked while a process uses the directory
 * </pre>
 */
final class ServerDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerDirectory.class);
    private static final Duration LONGEST_WAIT_FOR_LEFTOVERS = Duration.ofSeconds(30);
    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final FileChannel lockFile;

    private ServerDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Takes the directory for this process and clears away what an earlier one left when it was killed.
     *
     * @throws StoreException when another live process has it, or its cluster is of another major version
     */
    static ServerDirectory take(Path dataDirectory, int majorVersion) throws IOException {
        Path root = dataDirectory.toAbsolutePath().normalize();
        Files.createDirectories(root);
        var directory = new ServerDirectory(root, lock(root));
        try {
            directory.checkVersion(majorVersion);
            directory.clear();
            return directory;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path newCluster() {
        return root.resolve("postgres.new");
    }

    Path program() {
        return root.resolve("postgres-program");
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Makes up a password and keeps it where only the owner can read it. */
    void choosePassword() throws IOException {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile());
        ownerOnly(passwordFile(), "rw-------");
        Files.writeString(passwordFile(), HexFormat.of().formatHex(bytes) + "\n");
    }

    /** Waits until no process of the carried server is left. */
    void awaitStopped() throws IOException {
        List<ProcessHandle> left = serverProcesses();
        var gone =
                CompletableFuture.allOf(left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            gone.get(LONGEST_WAIT_FOR_LEFTOVERS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreException(
                    "数据目录 " + root + " 里的数据库进程 "
                            + left.stream().map(p -> Long.toString(p.pid())).toList() + " 迟迟没有退出；请先停止它们",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the server to stop", e);
        } catch (ExecutionException e) {
            throw new IOException("waiting for the server to stop", e);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = FileChannel.open(root.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file).isEmpty()) {
            file.close();
            throw new StoreException("数据目录 " + root + " 正由另一个问据进程使用；请先停止它，或用 data.directory 指定别的目录");
        }
        return file;
    }

    private static Optional<FileLock> tryLock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which is no less in use.
            return Optional.empty();
        }
    }

    private void checkVersion(int majorVersion) throws IOException {
        Path file = cluster().resolve("PG_VERSION");
        if (!Files.exists(cluster())) {
            return;
        }
        if (!Files.exists(file)) {
            throw new StoreException(cluster() + " 不是 PostgreSQL 的数据目录（没有 PG_VERSION）；请用 data.directory 指定别的目录");
        }
        String found = Files.readString(file).strip();
        if (!found.equals(Integer.toString(majorVersion))) {
            throw new StoreException("数据目录 " + cluster() + " 属于 PostgreSQL " + found + "，本程序自带的是 " + majorVersion
                    + "；请先用旧版程序导出再导入，或用 data.directory 指定别的目录");
        }
        if (!Files.exists(passwordFile())) {
            throw new StoreException("数据目录缺少 " + passwordFile() + "；请从备份恢复它，或用 data.directory 指定别的目录");
        }
    }

    private void clear() throws IOException {
        Files.createDirectories(program());
        ownerOnly(program(), "rwx------");
        stopLeftovers();
        dropStalePidFile();
        delete(newCluster());
        dropHalfUnpackedPrograms();
    }

    /** A killed program leaves its server running; nobody else can own it, for we hold the lock. */
    void stopLeftovers() throws IOException {
        for (Path pidFile : pidFiles()) {
            Optional<ProcessHandle> server = recordedServer(pidFile).filter(this::isOurs);
            if (server.isPresent()) {
                LOG.warn("停止遗留的数据库进程 {}", server.get().pid());
                server.get().destroy();
            }
        }
        awaitStopped();
    }

    /**
     * PostgreSQL refuses to start while the process of its pid file is alive, whatever that process is; after a reboot or in a
     * container it is often a stranger. When the process is gone PostgreSQL clears the file itself, with more checks than ours.
     */
    private void dropStalePidFile() throws IOException {
        for (Path pidFile : pidFiles()) {
            if (recordedServer(pidFile).isPresent()) {
                Files.delete(pidFile);
            }
        }
    }

    private static Optional<ProcessHandle> recordedServer(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(ProcessHandle::isAlive);
        }
    }

    private List<Path> pidFiles() {
        return List.of(cluster().resolve("postmaster.pid"), newCluster().resolve("postmaster.pid"));
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private List<ProcessHandle> serverProcesses() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            Path program = Files.exists(program()) ? program().toRealPath() : program();
            return process.info()
                    .command()
                    .map(Path::of)
                    .filter(command -> command.startsWith(program))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The unpacking library marks what is complete with {@code .exists} and cannot go on from a half. */
    private void dropHalfUnpackedPrograms() throws IOException {
        if (!Files.exists(program())) {
            return;
        }
        try (Stream<Path> programs = Files.list(program())) {
            for (Path unpacked : programs.toList()) {
                if (!Files.exists(unpacked.resolve(".exists"))) {
                    delete(unpacked);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
