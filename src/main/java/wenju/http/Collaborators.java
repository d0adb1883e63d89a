package wenju.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wenju.answer.Findings;

/**
 * What the service needs of the other rooms. Everything is called from several threads.
 *
 * @param asking answers questions; may block
 * @param notices reads notices
 * @param answers keeps what was answered
 * @param readiness asked at every question and at {@code /readyz}; must not block
 * @param examples questions that the loaded notices answer, shown to newcomers; must not block
 * @param completing goes on with a question that is being typed; may block
 * @param clock tells today; its zone counts, see {@link #CHINA}
 * @param integrations what the endpoints for programs need besides
 * @param desk what the desk needs besides; null where nobody can sign in
 * @param looking finds clauses for the desk; may block
 */
public record Collaborators(
        Asking asking,
        Notices notices,
        Answers answers,
        Supplier<Readiness> readiness,
        Supplier<List<String>> examples,
        Completing completing,
        Clock clock,
        Integrations integrations,
        @Nullable Desk desk,
        Looking looking) {

    /** Validity changes at midnight in Beijing, wherever the machine stands. */
    public static final Clock CHINA = Clock.system(ZoneId.of("Asia/Shanghai"));

    /** With {@link Integrations#none()}. */
    public Collaborators(
            Asking asking,
            Notices notices,
            Answers answers,
            Supplier<Readiness> readiness,
            Supplier<List<String>> examples,
            Completing completing,
            Clock clock) {
        this(asking, notices, answers, readiness, examples, completing, clock, Integrations.none());
    }

    /** Without a desk. */
    public Collaborators(
            Asking asking,
            Notices notices,
            Answers answers,
            Supplier<Readiness> readiness,
            Supplier<List<String>> examples,
            Completing completing,
            Clock clock,
            Integrations integrations) {
        this(asking, notices, answers, readiness, examples, completing, clock, integrations, null);
    }

    /** With a desk that finds nothing. */
    public Collaborators(
            Asking asking,
            Notices notices,
            Answers answers,
            Supplier<Readiness> readiness,
            Supplier<List<String>> examples,
            Completing completing,
            Clock clock,
            Integrations integrations,
            @Nullable Desk desk) {
        this(
                asking,
                notices,
                answers,
                readiness,
                examples,
                completing,
                clock,
                integrations,
                desk,
                (question, phrases) -> new Findings(question.text(), List.of(), 0, false, List.of()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
