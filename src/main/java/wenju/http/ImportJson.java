package wenju.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code Import} of the contract. */
record ImportJson(
        String id,
        String state,
        boolean dryRun,
        int files,
        int done,
        List<Imports.FileReport> reports,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String url) {
    /** @param url of the job */
    static ImportJson of(Imports.Job job, String url) {
        return new ImportJson(
                job.id(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.dryRun(),
                job.files(),
                job.reports().size(),
                job.reports(),
                job.startedAt(),
                job.finishedAt(),
                url);
    }
}
