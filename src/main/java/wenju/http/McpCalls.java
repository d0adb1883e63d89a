package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenju.notice.DocumentNumber;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.search.Candidate;
import wenju.search.IndexedNotice;
import wenju.search.PassageQuery;
import wenju.store.Door;
import wenju.store.StoredNotice;

/** What the MCP tools do. Arguments have been checked against the contract. */
final class McpCalls {
    private static final int DEFAULT_PASSAGES = 10;

    private final BoundedAsking asking;
    private final Collaborators collaborators;

    McpCalls(BoundedAsking asking, Collaborators collaborators) {
        this.asking = asking;
        this.collaborators = collaborators;
    }

    Future<JsonObject> ask(String id, JsonObject arguments) {
        AskRequest request = Json.read(arguments.toBuffer(), AskRequest.class);
        return asking.ask(id, Door.MCP, null, request.question(collaborators.today()))
                .map(reply -> new JsonObject(Json.write(AnswerJson.of(reply))));
    }

    Future<JsonObject> search(String id, JsonObject arguments) {
        JsonObject asQuestion = new JsonObject().put("question", arguments.getString("query"));
        if (arguments.containsKey("filters")) {
            asQuestion.put("filters", arguments.getValue("filters"));
        }
        var question = Json.read(asQuestion.toBuffer(), AskRequest.class).question(collaborators.today());
        var query = new PassageQuery(
                List.of(new PassageQuery.Part(question.text(), 1)),
                question.filters(),
                arguments.getInteger("limit", DEFAULT_PASSAGES));
        LocalDate day = Optional.ofNullable(question.filters().asOf()).orElse(collaborators.today());
        return asking.run(id, () -> collaborators.integrations().searching().search(query))
                .map(found -> {
                    var passages = new JsonArray();
                    found.forEach(candidate -> passages.add(passage(candidate, day)));
                    return new JsonObject().put("passages", passages);
                });
    }

    Future<JsonObject> notice(JsonObject arguments) {
        return found(arguments)
                .map(stored -> new JsonObject(Json.write(NoticeJson.TextJson.of(stored, collaborators.today()))));
    }

    Future<JsonObject> validity(JsonObject arguments) {
        LocalDate day =
                arguments.containsKey("asOf") ? LocalDate.parse(arguments.getString("asOf")) : collaborators.today();
        return found(arguments)
                .map(stored -> new JsonObject()
                        .put("noticeId", stored.notice().id())
                        .put("title", stored.notice().title())
                        .put("asOf", day.toString())
                        .put("validity", json(ValidityJson.of(stored.standing().on(day)))));
    }

    /** By its id or by its number: the id of a numbered notice follows from the number. */
    private Future<StoredNotice> found(JsonObject arguments) {
        String id = arguments.getString("noticeId");
        String number = arguments.getString("documentNumber");
        if ((id == null) == (number == null)) {
            throw Refusal.invalid(List.of(FieldError.body("#", "noticeId 与 documentNumber 应写其中一项")));
        }
        String wanted = id != null ? id : Notice.id(number(number), "", "", null);
        return collaborators.notices().find(wanted).map(found -> found.orElseThrow(NoticesApi::unknown));
    }

    private static DocumentNumber number(String text) {
        try {
            return new DocumentNumber(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(FieldError.body("#/documentNumber", "不是发文字号")));
        }
    }

    private static JsonObject passage(Candidate candidate, LocalDate day) {
        Passage passage = candidate.passage();
        IndexedNotice.Head head = candidate.head();
        return new JsonObject()
                .put("passageId", passage.id())
                .put("score", candidate.score())
                .put("text", passage.text())
                .put("leadIn", passage.leadIn())
                .put("headings", new JsonArray(passage.headings()))
                .put("locator", passage.locator().text())
                .put("noticeId", head.id())
                .put("documentNumber", head.documentNumber())
                .put("title", head.title())
                .put("validity", json(ValidityJson.of(head.standing().on(day))));
    }

    private static JsonObject json(Object value) {
        return new JsonObject(Json.write(value));
    }
}
