package wenju.http;

import java.util.List;
import wenju.answer.Correction;

/** An answer as events: {@code understood}, an {@code excerpt} each, {@code done}. Together they say what the JSON says. */
final class AnswerEvents {
    private record Understood(String id, String question, String understoodAs, List<Correction> corrections) {}

    private record Done(String outcome, List<String> suggestions, long millis) {}

    private AnswerEvents() {}

    static void send(EventStream events, AnswerJson answer) {
        events.send(
                "understood",
                new Understood(answer.id(), answer.question(), answer.understoodAs(), answer.corrections()));
        answer.excerpts().forEach(excerpt -> events.send("excerpt", excerpt));
        events.send("done", new Done(answer.outcome(), answer.suggestions(), answer.millis()));
        events.end();
    }
}
