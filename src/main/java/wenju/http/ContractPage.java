package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code /api}: the contract for people, made from the contract, from our own host alone and without script. */
final class ContractPage {
    private static final List<String> METHODS = List.of("get", "post", "put", "delete");

    private final Contract contract;

    private ContractPage(Contract contract) {
        this.contract = contract;
    }

    static String of(Visitor visitor, Contract contract) {
        return new ContractPage(contract).render(visitor);
    }

    private String render(Visitor visitor) {
        JsonObject info = contract.document().getJsonObject("info");
        Html main = el(
                        "main",
                        el("h1", "接口"),
                        el("p", info.getString("summary")).with("class", "lead"),
                        el(
                                "p",
                                text("合约原文："),
                                el("a", "/openapi.yaml").with("href", "/openapi.yaml"),
                                text("（OpenAPI 3.1，第 " + info.getString("version") + " 版）。以下由它生成。")),
                        contents(),
                        paragraphs(info.getString("description")),
                        section(
                                "ask-first",
                                "先问一句",
                                Arrays.stream(Snippet.values())
                                        .map(ContractPage::snippet)
                                        .toList()),
                        section("operations", "操作", operations("paths")),
                        section("webhooks", "主动告诉其他系统（webhook）", operations("webhooks")),
                        section("schemas", "数据", schemas()),
                        section("problems", "错误", List.of(problems())))
                .with("id", "main")
                .with("lang", "zh-CN");
        return Layout.page(visitor, "接口", "contract", Script.READER.with("/web/contract.css"), main);
    }

    private static Html section(String id, String title, List<Html> parts) {
        return el("section", el("h2", title), all(parts)).with("id", id);
    }

    /** Every operation by its summary. */
    private Html contents() {
        var entries = new ArrayList<Html>();
        for (Map.Entry<String, Object> path : contract.document().getJsonObject("paths")) {
            var operations = (JsonObject) path.getValue();
            METHODS.stream().filter(operations::containsKey).forEach(method -> {
                JsonObject operation = operations.getJsonObject(method);
                entries.add(el(
                        "li",
                        el("a", operation.getString("summary")).with("href", "#" + operation.getString("operationId")),
                        text("　"),
                        el("code", method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
            });
        }
        return el("nav", el("details", el("summary", "全部 " + entries.size() + " 个操作"), el("ul", entries)))
                .with("aria-label", "操作");
    }

    private static Html snippet(Snippet snippet) {
        return all(el("h3", snippet.language()), code(snippet.text()));
    }

    /** @param where {@code paths} or {@code webhooks} */
    private List<Html> operations(String where) {
        var found = new ArrayList<Html>();
        for (Map.Entry<String, Object> path : contract.document().getJsonObject(where)) {
            var operations = (JsonObject) path.getValue();
            METHODS.stream()
                    .filter(operations::containsKey)
                    .forEach(method -> found.add(operation(path.getKey(), method, operations.getJsonObject(method))));
        }
        return found;
    }

    private Html operation(String path, String method, JsonObject operation) {
        return el(
                        "article",
                        el("h3", el("code", method.toUpperCase(Locale.ROOT) + " " + path)),
                        el("p", operation.getString("summary")).with("class", "summary"),
                        retirement(operation),
                        paragraphs(operation.getString("description", "")),
                        el("p", needed(operation)),
                        parameters(operation.getJsonArray("parameters", new JsonArray())),
                        body("请求体", operation.getJsonObject("requestBody", new JsonObject())),
                        responses(operation.getJsonObject("responses")))
                .with("id", operation.getString("operationId"));
    }

    private static Html retirement(JsonObject operation) {
        return operation.getBoolean("deprecated", false)
                ? el("p", el("strong", "已弃用，" + operation.getString(Retirement.SUNSET) + " 停用"))
                : nothing();
    }

    /** What whoever asks has to show. */
    private static String needed(JsonObject operation) {
        JsonArray security = operation.getJsonArray("security", new JsonArray());
        boolean session = security.stream().map(JsonObject.class::cast).anyMatch(way -> way.containsKey("session"));
        if (!session) {
            return "密钥：" + keys(security);
        }
        String roles = operation.getJsonArray("x-roles", new JsonArray()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining("、"));
        return roles.isEmpty() ? "须登录工作台。" : "须登录工作台，角色为 " + roles + "。";
    }

    private static String keys(JsonArray security) {
        if (security.isEmpty()) {
            return "不需要";
        }
        String scopes = security.stream()
                .map(JsonObject.class::cast)
                .flatMap(JsonObject::stream)
                .flatMap(entry -> ((JsonArray) entry.getValue()).stream())
                .map(String::valueOf)
                .reduce((a, b) -> a + "、" + b)
                .orElse("");
        return security.contains(new JsonObject()) ? "可以不带；带时须有 " + scopes + " 权限" : "须有 " + scopes + " 权限";
    }

    private Html parameters(JsonArray parameters) {
        if (parameters.isEmpty()) {
            return nothing();
        }
        return table(
                List.of("参数", "位置", "说明"),
                parameters.stream()
                        .map(JsonObject.class::cast)
                        .map(this::followed)
                        .map(parameter -> List.of(
                                parameter.getString("name"),
                                parameter.getString("in"),
                                parameter.getString("description") + "（" + name(parameter.getJsonObject("schema"))
                                        + "）"))
                        .toList());
    }

    private Html body(String title, JsonObject body) {
        var parts = new ArrayList<Html>();
        JsonObject content = body.getJsonObject("content", new JsonObject());
        for (Map.Entry<String, Object> type : content) {
            var media = (JsonObject) type.getValue();
            parts.add(el("p", text(title + " "), el("code", type.getKey()), text("："), rule(media)));
            examples(media).forEach(example -> parts.add(code(example)));
        }
        return all(parts);
    }

    private static Html rule(JsonObject media) {
        JsonObject schema = media.getJsonObject("schema", new JsonObject());
        String reference = schema.getString("$ref");
        return reference == null ? text(name(schema)) : link(reference);
    }

    private static List<String> examples(JsonObject media) {
        var found = new ArrayList<String>();
        if (media.containsKey("example")) {
            found.add(pretty(media.getValue("example")));
        }
        media.getJsonObject("examples", new JsonObject())
                .forEach(entry -> found.add(pretty(((JsonObject) entry.getValue()).getValue("value"))));
        return found;
    }

    private static String pretty(Object value) {
        return switch (value) {
            case JsonObject object -> object.encodePrettily();
            case JsonArray array -> array.encodePrettily();
            default -> String.valueOf(value);
        };
    }

    private Html responses(JsonObject responses) {
        var parts = new ArrayList<Html>();
        responses.forEach(entry -> {
            JsonObject response = followed((JsonObject) entry.getValue());
            parts.add(el("p", el("strong", entry.getKey()), text(" " + response.getString("description"))));
            if (entry.getKey().startsWith("2")) {
                parts.add(body("响应", response));
            }
        });
        return el("details", el("summary", "响应"), all(parts));
    }

    private List<Html> schemas() {
        var found = new ArrayList<Html>();
        contract.document()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .forEach(entry -> found.add(schema(entry.getKey(), (JsonObject) entry.getValue())));
        return found;
    }

    private Html schema(String name, JsonObject schema) {
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        var rows = new ArrayList<List<String>>();
        schema.getJsonObject("properties", new JsonObject())
                .forEach(property -> rows.add(List.of(
                        property.getKey() + (required.contains(property.getKey()) ? "（必有）" : ""),
                        name((JsonObject) property.getValue()),
                        ((JsonObject) property.getValue()).getString("description", ""))));
        return el(
                        "article",
                        el("h3", name),
                        paragraphs(schema.getString("description", name(schema))),
                        rows.isEmpty() ? nothing() : table(List.of("字段", "类型", "说明"), rows))
                .with("id", "schema-" + name);
    }

    /** A schema in a few words. */
    private static String name(JsonObject schema) {
        if (schema.containsKey("$ref")) {
            return last(schema.getString("$ref"));
        }
        var words = new ArrayList<String>();
        words.add(String.valueOf(schema.getValue("type", "见说明")));
        if (schema.getValue("items") instanceof JsonObject items) {
            words.add("每项 " + name(items));
        }
        if (schema.getValue("enum") instanceof JsonArray values) {
            words.add(values.encode());
        }
        for (String bound : List.of(
                "format", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default", "const")) {
            if (schema.containsKey(bound)) {
                words.add(bound + " " + schema.getValue(bound));
            }
        }
        return String.join("，", words);
    }

    private static Html link(String reference) {
        return el("a", last(reference)).with("href", "#schema-" + last(reference));
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private JsonObject followed(JsonObject object) {
        return object.containsKey("$ref")
                ? (JsonObject) contract.resolve(contract.document(), object.getString("$ref"))
                : object;
    }

    private static Html problems() {
        return el(
                "ul",
                Arrays.stream(ProblemType.values())
                        .map(type -> el(
                                "li",
                                el("a", type.uri()).with("href", type.uri()),
                                text(" " + type.status() + " " + type.title())))
                        .toList());
    }

    private static Html table(List<String> head, List<List<String>> rows) {
        return el(
                "table",
                el(
                        "thead",
                        el(
                                "tr",
                                head.stream()
                                        .map(cell -> el("th", cell).with("scope", "col"))
                                        .toList())),
                el(
                        "tbody",
                        rows.stream()
                                .map(row -> el(
                                        "tr",
                                        all(IntStream.range(0, row.size())
                                                .mapToObj(i -> el(
                                                        "td", i == 0 ? el("code", row.getFirst()) : rich(row.get(i))))
                                                .toList())))
                                .toList()));
    }

    private static Html code(String program) {
        return el("pre", el("code", program)).with("tabindex", "0");
    }

    /** The few signs of Markdown that the contract uses: paragraphs, lists, code. */
    private static Html paragraphs(String description) {
        var parts = new ArrayList<Html>();
        var items = new ArrayList<Html>();
        for (String part : description.split("\n\n|\n(?=- )")) {
            String stripped = part.strip();
            if (stripped.startsWith("- ")) {
                items.add(el("li", rich(stripped.substring(2))));
                continue;
            }
            parts.add(list(items));
            items.clear();
            if (!stripped.isEmpty()) {
                parts.add(el("p", rich(stripped)));
            }
        }
        parts.add(list(items));
        return all(parts);
    }

    private static Html list(List<Html> items) {
        return items.isEmpty() ? nothing() : el("ul", items);
    }

    /** Text in which what stands between backticks is code. */
    private static Html rich(String text) {
        String[] pieces = text.split("`", -1);
        return all(IntStream.range(0, pieces.length)
                .mapToObj(i -> i % 2 == 0 ? text(pieces[i]) : el("code", pieces[i]))
                .toList());
    }
}
