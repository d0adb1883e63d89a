package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import wenju.store.Channel;

/** The MCP tools: what each takes, what it gives, and how to call it. Schemas are the contract's own. */
final class McpTools {
    /** @param call takes the request's id and the checked arguments */
    private record Tool(
            String title,
            String description,
            JsonObject input,
            JsonObject output,
            Validator validator,
            BiFunction<String, JsonObject, Future<JsonObject>> call) {}

    private final Contract contract;
    private final Map<String, Tool> tools = new LinkedHashMap<>();

    McpTools(Contract contract, BoundedAsking asking, Collaborators collaborators, AnsweringSwitch answering) {
        this.contract = contract;
        var calls = new McpCalls(asking, collaborators);
        add(
                "ask",
                "提问",
                "用日常的话提问，得到已收录政府文件中作答的条款原文和出处；文件没有说的，outcome 为 unanswered。",
                "Question",
                "Answer",
                (id, arguments) -> {
                    answering.check(Channel.API);
                    return calls.ask(id, arguments);
                });
        add("search_passages", "检索条文", "只检索、不判断是否作答：按相关程度列出条文。", "PassageSearch", "PassageSearchResult", calls::search);
        add(
                "get_notice",
                "读一件文件",
                "一件文件的全文、目录和与其他文件的关系。",
                "NoticeKey",
                "NoticeText",
                (id, arguments) -> calls.notice(arguments));
        add(
                "check_validity",
                "查效力",
                "一件文件在某一天是否有效，自何时起、依据什么。",
                "ValidityQuery",
                "ValidityResult",
                (id, arguments) -> calls.validity(arguments));
    }

    private void add(
            String name,
            String title,
            String description,
            String input,
            String output,
            BiFunction<String, JsonObject, Future<JsonObject>> call) {
        JsonObject schema = contract.inlined(input);
        Validator validator = Validator.create(
                JsonSchema.of(schema.copy()),
                new JsonSchemaOptions()
                        .setBaseUri("app://" + name)
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic));
        tools.put(name, new Tool(title, description, schema, contract.inlined(output), validator, call));
    }

    JsonObject list() {
        var listed = new JsonArray();
        tools.forEach((name, tool) -> listed.add(new JsonObject()
                .put("name", name)
                .put("title", tool.title())
                .put("description", tool.description())
                .put("inputSchema", tool.input())
                .put("outputSchema", tool.output())
                .put("annotations", new JsonObject().put("readOnlyHint", true).put("openWorldHint", false))));
        return new JsonObject().put("tools", listed);
    }

    /** Arguments that a tool cannot take are its result, so that a model can correct itself; an unknown tool is an error. */
    Future<JsonObject> call(String id, JsonObject params) {
        Tool tool = params.getValue("name") instanceof String name ? tools.get(name) : null;
        if (tool == null) {
            return Future.failedFuture(new McpError(McpError.INVALID_PARAMS, "没有这个工具，可用的有 " + tools.keySet()));
        }
        Object arguments = params.getValue("arguments", new JsonObject());
        OutputUnit found = tool.validator().validate(arguments);
        if (!found.getValid()) {
            Refusal refusal = new Violations(contract).inBody(found, tool.input());
            return Future.succeededFuture(told(refusal));
        }
        return Future.succeededFuture()
                .compose(begin -> tool.call().apply(id, (JsonObject) arguments))
                .map(McpTools::result)
                .recover(failure -> failure instanceof Refusal refusal
                        ? Future.succeededFuture(told(refusal))
                        : Future.failedFuture(failure));
    }

    /** Once as data, once as text for clients that read only that. */
    private static JsonObject result(JsonObject data) {
        return content(data.encode()).put("structuredContent", data).put("isError", false);
    }

    private static JsonObject told(Refusal refusal) {
        return content(Json.write(refusal.problem("about:blank")).toString()).put("isError", true);
    }

    private static JsonObject content(String text) {
        return new JsonObject()
                .put(
                        "content",
                        new JsonArray().add(new JsonObject().put("type", "text").put("text", text)));
    }
}
