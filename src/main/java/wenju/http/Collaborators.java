package wenju.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the service needs of the other rooms. Everything is called from several threads.
 *
 * @param asking answers questions; may block
 * @param notices reads notices
 * @param readiness asked at every question and at {@code /readyz}; must not block
 * @param examples questions that the loaded notices answer, shown to newcomers; must not block
 * @param clock tells today; its zone counts, see {@link #CHINA}
 */
public record Collaborators(
        Asking asking, Notices notices, Supplier<Readiness> readiness, Supplier<List<String>> examples, Clock clock) {

    /** Validity changes at midnight in Beijing, wherever the machine stands. */
    public static final Clock CHINA = Clock.system(ZoneId.of("Asia/Shanghai"));

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
