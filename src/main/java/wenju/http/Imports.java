package wenju.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes gazettes in, in the background. Called from several threads; nothing here blocks. */
public interface Imports {

    /**
     * What somebody wants imported.
     *
     * @param keyId of the key it came with
     * @param idempotencyKey of the client's choice; the same one with the same order gives the job there is. Null for none
     * @param dryRun whether to read only
     * @param files at least one
     */
    record Order(String keyId, @Nullable String idempotencyKey, boolean dryRun, List<File> files) {
        public Order {
            files = List.copyOf(files);
        }
    }

    /** A file as it was sent. @param name without a directory */
    record File(String name, byte[] content) {}

    /** How far a job is. */
    enum State {
        RUNNING,
        DONE,
        /** The node that did it has gone; what it had stored is stored, the rest is to be sent again. */
        INTERRUPTED
    }

    /**
     * An import under way or over.
     *
     * @param files how many were sent
     * @param reports of those that are done, in order
     * @param finishedAt null while it runs, and when it was interrupted
     */
    record Job(
            String id,
            State state,
            boolean dryRun,
            int files,
            List<FileReport> reports,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        public Job {
            reports = List.copyOf(reports);
        }
    }

    /**
     * What became of one file.
     *
     * @param outcome {@code read}, {@code unchanged} or {@code failed}
     * @param notices that were found in it; empty unless it was read
     * @param warnings places where the reading may be wrong
     * @param reason why it failed, in Chinese; null unless it did
     */
    record FileReport(
            String name,
            String outcome,
            List<NoticeLine> notices,
            List<Warning> warnings,
            @Nullable String reason) {
        public FileReport {
            notices = List.copyOf(notices);
            warnings = List.copyOf(warnings);
        }
    }

    /** A notice found. @param lines first and last, from 1 */
    record NoticeLine(String noticeId, String name, int passages, List<Integer> lines) {}

    /** @param line from 1 */
    record Warning(int line, String message) {}

    /** A gazette of this name is being imported. */
    final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String jobId;

        /** @param jobId of the job that has it */
        public BusyException(String jobId) {
            super("job " + jobId + " imports it", null, false, false);
            this.jobId = jobId;
        }

        String jobId() {
            return jobId;
        }
    }

    /** The idempotency key was used with another order. */
    final class ReusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public ReusedException() {
            super("the idempotency key was used before", null, false, false);
        }
    }

    /** Fails with {@link BusyException}, {@link ReusedException} or {@link Notices.UnavailableException}. */
    Future<Job> start(Order order);

    /** The job as it stands now, on whichever node; kept for a day after its end. Fails with {@link Notices.UnavailableException}. */
    Future<Optional<Job>> find(UUID id);
}
