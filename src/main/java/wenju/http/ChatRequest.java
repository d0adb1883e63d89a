package wenju.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import wenju.answer.Question;

/** Finds the question in a chat: the last message of the user; what the user said before is the history. */
final class ChatRequest {
    private ChatRequest() {}

    /**
     * The same as a question of ours.
     *
     * @param request validated against the contract
     * @throws Refusal when there is no message of the user
     */
    static AskRequest of(JsonObject request) {
        var said = new ArrayList<String>();
        var messages = request.getJsonArray("messages");
        for (int i = 0; i < messages.size(); i++) {
            JsonObject message = messages.getJsonObject(i);
            if (message.getString("role").equals("user")) {
                said.add(text(message.getValue("content")));
            }
        }
        if (said.isEmpty()) {
            throw Refusal.invalid(List.of(FieldError.body("#/messages", "要有一条 role 为 user 的消息")));
        }
        String question = said.removeLast();
        List<String> history = said.stream()
                .filter(text -> !text.isBlank() && text.length() <= Question.MAX_LENGTH)
                .toList();
        int old = Math.max(0, history.size() - Question.MAX_HISTORY);
        return new AskRequest(question, history.subList(old, history.size()), null, null, null, null);
    }

    /** Content is a string, or parts of which those of type {@code text} count. */
    private static String text(Object content) {
        if (!(content instanceof JsonArray parts)) {
            return content instanceof String text ? text : "";
        }
        var text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof JsonObject object && object.getValue("text") instanceof String piece) {
                text.append(piece);
            }
        }
        return text.toString();
    }
}
