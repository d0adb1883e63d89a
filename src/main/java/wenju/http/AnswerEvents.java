package wenju.http;

import java.util.List;

/** An answer as events: {@code understood}, an {@code excerpt} each, {@code done}. Together they say what the JSON says. */
final class AnswerEvents {
    private record Understood(String id, String question, String understoodAs) {}

    private record Done(String outcome, List<String> suggestions, long millis) {}

    private AnswerEvents() {}

    static void send(EventStream events, AnswerJson answer) {
        events.send("understood", new Understood(answer.id(), answer.question(), answer.understoodAs()));
        answer.excerpts().forEach(excerpt -> events.send("excerpt", excerpt));
        events.send("done", new Done(answer.outcome(), answer.suggestions(), answer.millis()));
        events.end();
    }
}
