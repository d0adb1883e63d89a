package wenju.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.answer.Correction;

/** An answer as events: {@code understood}, {@code approved} if editors wrote something, an {@code excerpt} each, {@code done}. Together they say what the JSON says. */
final class AnswerEvents {
    private record Understood(String id, String question, String understoodAs, List<Correction> corrections) {}

    private record Done(
            String outcome,
            List<String> suggestions,
            @JsonInclude(JsonInclude.Include.NON_NULL) AnswerJson.@Nullable ExplanationJson explanation,
            long millis) {}

    private AnswerEvents() {}

    static void send(EventStream events, AnswerJson answer) {
        events.send(
                "understood",
                new Understood(answer.id(), answer.question(), answer.understoodAs(), answer.corrections()));
        if (answer.approved() != null) {
            events.send("approved", answer.approved());
        }
        answer.excerpts().forEach(excerpt -> events.send("excerpt", excerpt));
        events.send("done", new Done(answer.outcome(), answer.suggestions(), answer.explanation(), answer.millis()));
        events.end();
    }
}
