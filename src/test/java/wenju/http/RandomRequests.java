package wenju.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Requests made from the contract by a seed: most keep to it, others break it in one place, some are bytes. The same seed
 * makes the same requests.
 */
final class RandomRequests {
    /** @param operation that it is for */
    record Request(Operation operation, HttpMethod method, String path, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            return method + " " + path + " " + headers + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "电梯维保单位义务是什么",
            "今天下雨吗",
            "\u0000",
            "\uD83D\uDE00",
            "\u202e<script>",
            "' OR 1=1 --",
            "..%2f..",
            "%",
            "a\r\nb",
            "2026-11-20",
            "2026-02-30",
            "-1",
            "0",
            "1e9",
            "null",
            "示政办〔2021〕7号");

    private static final int MAX_IN_ADDRESS = 120;

    private final Contract contract;
    private final List<String> authorizations;
    private final Random random;
    private final List<Operation> operations;

    RandomRequests(Contract contract, List<String> authorizations, long seed) {
        this.contract = contract;
        this.authorizations = authorizations;
        this.random = new Random(seed);
        this.operations = List.copyOf(contract.openApi().operations());
    }

    Request next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        JsonObject written = contract.written(operation);
        var headers = new LinkedHashMap<String, String>();
        if (random.nextInt(3) == 0) {
            headers.put("Authorization", authorizations.get(random.nextInt(authorizations.size())));
        }
        if (random.nextInt(10) == 0) {
            headers.put("Accept", random.nextBoolean() ? "text/event-stream" : "*/*");
        }
        String path = operation.getOpenAPIPath();
        var query = new ArrayList<String>();
        for (Object one : written.getJsonArray("parameters", new JsonArray())) {
            JsonObject parameter = followed((JsonObject) one);
            String value = String.valueOf(value(parameter.getJsonObject("schema"), 0));
            switch (parameter.getString("in")) {
                case "path" -> path = path.replace("{" + parameter.getString("name") + "}", encoded(cut(known(value))));
                case "query" -> {
                    if (random.nextInt(3) == 0) {
                        // Longer addresses are refused before there is a request that could be answered.
                        query.add(parameter.getString("name") + "=" + encoded(cut(value)));
                    }
                }
                default -> {
                    if (random.nextInt(4) == 0 && value.chars().allMatch(c -> c >= ' ' && c < 127)) {
                        headers.put(parameter.getString("name"), value);
                    }
                }
            }
        }
        if (random.nextInt(20) == 0) {
            query.add(encoded(TEXTS.get(random.nextInt(TEXTS.size()))) + "=1");
        }
        String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return new Request(operation, operation.getHttpMethod(), target, headers, body(written, headers));
    }

    /** Ids that exist now and then. */
    private String known(String value) {
        return switch (random.nextInt(3)) {
            case 0 -> SampleNotices.LIFTS.notice().id();
            case 1 -> "5b0f5f0e-8f0d-4f0e-9a53-6f4f3f6f2a10";
            default -> value.isEmpty() ? "x" : value;
        };
    }

    private byte[] body(JsonObject written, Map<String, String> headers) {
        JsonObject content =
                written.getJsonObject("requestBody", new JsonObject()).getJsonObject("content", new JsonObject());
        if (content.containsKey("multipart/form-data")) {
            return multipart(headers);
        }
        if (!content.containsKey("application/json")) {
            return new byte[0];
        }
        headers.put(
                "Content-Type", random.nextInt(15) == 0 ? text().isBlank() ? "text/plain" : "a/b" : "application/json");
        if (random.nextInt(12) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        JsonObject media = content.getJsonObject("application/json");
        Object value = random.nextInt(4) == 0 ? example(media) : value(media.getJsonObject("schema"), 0);
        return String.valueOf(io.vertx.core.json.Json.encode(value)).getBytes(StandardCharsets.UTF_8);
    }

    private static Object example(JsonObject media) {
        return media.containsKey("example")
                ? media.getValue("example")
                : ((JsonObject) media.getJsonObject("examples")
                                .iterator()
                                .next()
                                .getValue())
                        .getValue("value");
    }

    private byte[] multipart(Map<String, String> headers) {
        headers.put(
                "Content-Type", random.nextInt(10) == 0 ? "multipart/form-data" : "multipart/form-data; boundary=b");
        String name = List.of("a.txt", "busy.txt", "reused.txt", "a.pdf", "").get(random.nextInt(5));
        String field = random.nextInt(5) == 0 ? "other" : "file";
        String dryRun = random.nextBoolean() ? "true" : text().replaceAll("\\p{Cntrl}", "");
        return ("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n通知\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"dryRun\"\r\n\r\n" + dryRun
                        + (random.nextInt(10) == 0 ? "" : "\r\n--b--\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Object value(JsonObject reference, int depth) {
        JsonObject schema = followed(reference);
        if (random.nextInt(25) == 0 || depth > 6) {
            return List.of(text(), random.nextInt(), true, new JsonArray(), new JsonObject())
                    .get(random.nextInt(5));
        }
        if (schema.containsKey("const")) {
            return schema.getValue("const");
        }
        if (schema.getValue("enum") instanceof JsonArray values) {
            return values.getValue(random.nextInt(values.size()));
        }
        Object type = schema.getValue("type");
        Object one = type instanceof JsonArray types ? types.getValue(random.nextInt(types.size())) : type;
        return switch (String.valueOf(one)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> number(schema);
            case "boolean" -> random.nextBoolean();
            case "string" ->
                "date".equals(schema.getString("format")) ? "2021-0" + (1 + random.nextInt(9)) + "-15" : text();
            default -> text();
        };
    }

    private JsonObject object(JsonObject schema, int depth) {
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        var object = new JsonObject();
        schema.getJsonObject("properties", new JsonObject()).forEach(property -> {
            boolean put = required.contains(property.getKey()) ? random.nextInt(30) > 0 : random.nextInt(3) == 0;
            if (put) {
                object.put(property.getKey(), value((JsonObject) property.getValue(), depth + 1));
            }
        });
        if (random.nextInt(20) == 0) {
            object.put(text(), text());
        }
        return object;
    }

    private JsonArray array(JsonObject schema, int depth) {
        var array = new JsonArray();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.getJsonObject("items", new JsonObject()), depth + 1));
        }
        return array;
    }

    private Object number(JsonObject schema) {
        int floor = schema.getInteger("minimum", -5);
        int ceiling = schema.getInteger("maximum", floor + 50);
        return switch (random.nextInt(12)) {
            case 0 -> floor - 1;
            case 1 -> ceiling + 1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> 1.5;
            default -> floor + random.nextInt(ceiling - floor + 1);
        };
    }

    private String text() {
        return random.nextInt(4) == 0
                ? random.ints(random.nextInt(600), 0x20, 0x9fff)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private JsonObject followed(JsonObject object) {
        return object.containsKey("$ref")
                ? (JsonObject) contract.resolve(contract.document(), object.getString("$ref"))
                : object;
    }

    private static String cut(String value) {
        return value.length() <= MAX_IN_ADDRESS ? value : value.substring(0, MAX_IN_ADDRESS);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
