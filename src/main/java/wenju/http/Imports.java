package wenju.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wenju.store.Actor;
import wenju.store.ImportLog;

/** Takes gazettes in, in the background. Called from several threads; nothing here blocks. */
public interface Imports {

    /**
     * What somebody wants imported.
     *
     * @param owner whose job it is
     * @param actor as the audit names them
     * @param idempotencyKey of the client's choice; the same one with the same order gives the job there is. Null for none
     * @param dryRun whether to read only
     * @param preview id of the owner's dry run of the very same files; null when none has to be
     * @param files at least one
     */
    record Order(
            ImportLog.Owner owner,
            Actor actor,
            @Nullable String idempotencyKey,
            boolean dryRun,
            @Nullable UUID preview,
            List<File> files) {
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
     * @param counts what became of its notices, or would; null unless it was read
     * @param removed notices that it would take away; empty unless it was a dry run
     */
    record FileReport(
            String name,
            String outcome,
            List<NoticeLine> notices,
            List<Warning> warnings,
            @Nullable String reason,
            @Nullable Counts counts,
            List<Removed> removed) {
        public FileReport {
            notices = List.copyOf(notices);
            warnings = List.copyOf(warnings);
            // What an earlier edition of the program wrote down does not have it.
            removed = removed == null ? List.of() : List.copyOf(removed);
        }

        /** One that says no more than its outcome. */
        public static FileReport of(String name, String outcome, @Nullable String reason) {
            return new FileReport(name, outcome, List.of(), List.of(), reason, null, List.of());
        }
    }

    /**
     * A notice found.
     *
     * @param lines first and last, from 1
     * @param place of its first line, for people: {@code 第 3 页第 5 行}
     * @param issuedOn ISO 8601, as the others; null when there is none
     * @param change what an import would do: {@code added}, {@code changed} or {@code unchanged}; null unless it was a dry run
     * @param withdrawn whether it stays out of sight; false unless it was a dry run
     */
    record NoticeLine(
            String noticeId,
            String name,
            int passages,
            List<Integer> lines,
            String place,
            String title,
            @Nullable String documentNumber,
            String issuer,
            String kind,
            @Nullable String issuedOn,
            @Nullable String effectiveOn,
            @Nullable String expiresOn,
            Contents contents,
            @Nullable String change,
            boolean withdrawn) {}

    /** How much of what a notice holds: 章, 条, 项, 表, 附件. */
    record Contents(int chapters, int articles, int items, int tables, int attachments) {}

    /** How many notices an import adds, changes, takes away and leaves. */
    record Counts(int added, int changed, int removed, int unchanged) {}

    record Removed(String noticeId, String name) {}

    /** @param line from 1 @param place the same for people: {@code 第 12 行} */
    record Warning(int line, String message, String place) {}

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

    /** So many wait already that another would have to wait long. */
    final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public FullException() {
            super("too many imports wait", null, false, false);
        }
    }

    /** The preview is not there any more, not over, somebody else's or of other files. */
    final class UnseenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnseenException() {
            super("these files were not previewed", null, false, false);
        }
    }

    /** Since the preview a gazette of the same name was imported. */
    final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public OvertakenException() {
            super("a gazette was imported since the preview", null, false, false);
        }
    }

    /**
     * Fails with {@link FullException}, {@link BusyException}, {@link ReusedException}, {@link UnseenException}, {@link
     * OvertakenException} or {@link Notices.UnavailableException}.
     */
    Future<Job> start(Order order);

    /** The job as it stands now, on whichever node; kept for a day after its end. Fails with {@link Notices.UnavailableException}. */
    Future<Optional<Job>> find(UUID id);
}
