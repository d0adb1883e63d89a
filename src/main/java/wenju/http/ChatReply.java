package wenju.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.answer.Answer;
import wenju.answer.Excerpt;
import wenju.notice.Citation;

/**
 * An answer in the shape of a chat completion.
 *
 * @param id of the completion
 * @param created seconds since 1970
 * @param pieces the text, in the pieces in which it is streamed
 * @param citations {@code Citation} of the contract each, in the order of the numbers in the text
 */
record ChatReply(String id, long created, List<String> pieces, JsonArray citations) {

    static ChatReply of(Reply reply, Instant now) {
        List<Excerpt> excerpts = switch (reply.answer()) {
            case Answer.Answered answered -> answered.excerpts();
            case Answer.Unanswered unanswered -> List.of();
        };
        var pieces = new ArrayList<String>();
        var citations = new JsonArray();
        if (reply.answer() instanceof Answer.Answered answered && answered.approved() != null) {
            pieces.add("标准答复（工作人员撰写、经核准，不是文件原文）\n" + answered.approved().text() + "\n\n");
        }
        for (Excerpt excerpt : excerpts) {
            pieces.add(piece(excerpt));
            citations.add(new JsonObject(Json.write(AnswerJson.CitationJson.of(excerpt.citation())))
                    .put("rank", excerpt.rank()));
        }
        if (excerpts.isEmpty()) {
            pieces.add("已收录的文件里没有找到能回答这个问题的条款。");
        }
        return new ChatReply("chatcmpl-" + reply.id(), now.getEpochSecond(), List.copyOf(pieces), citations);
    }

    /** The whole. */
    JsonObject completion() {
        JsonObject message = new JsonObject()
                .put("role", "assistant")
                .put("content", String.join("", pieces))
                .put("refusal", null)
                .put("citations", citations);
        JsonObject choice = new JsonObject()
                .put("index", 0)
                .put("message", message)
                .put("logprobs", null)
                .put("finish_reason", "stop");
        return frame("chat.completion", choice)
                .put(
                        "usage",
                        new JsonObject()
                                .put("prompt_tokens", 0)
                                .put("completion_tokens", 0)
                                .put("total_tokens", 0));
    }

    /** The same bit by bit: who speaks, a piece each, and an end that carries the citations. */
    List<JsonObject> chunks() {
        var chunks = new ArrayList<JsonObject>();
        chunks.add(chunk(new JsonObject().put("role", "assistant").put("content", ""), null));
        pieces.forEach(piece -> chunks.add(chunk(new JsonObject().put("content", piece), null)));
        chunks.add(chunk(new JsonObject().put("citations", citations), "stop"));
        return chunks;
    }

    private JsonObject chunk(JsonObject delta, @Nullable String finish) {
        return frame(
                "chat.completion.chunk",
                new JsonObject()
                        .put("index", 0)
                        .put("delta", delta)
                        .put("logprobs", null)
                        .put("finish_reason", finish));
    }

    private JsonObject frame(String object, JsonObject choice) {
        return new JsonObject()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", ChatApi.MODEL)
                .put("choices", new JsonArray().add(choice));
    }

    private static String piece(Excerpt excerpt) {
        Citation citation = excerpt.citation();
        String number = citation.documentNumber() == null ? "" : "（" + citation.documentNumber() + "）";
        String gap = excerpt.rank() == 1 ? "" : "\n\n";
        return gap + "[" + excerpt.rank() + "] 《" + citation.title() + "》" + number + " " + citation.locator() + "，"
                + citation.validity().status().label() + "\n" + excerpt.text();
    }
}
