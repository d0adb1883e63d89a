package wenju.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * How one contract breaks the promises of another: what a client may send must stay acceptable, what it may rely on getting
 * must stay.
 */
final class Breaks {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final List<String> FLOORS = List.of("minimum", "minLength", "minItems");
    private static final List<String> CEILINGS = List.of("maximum", "maxLength", "maxItems");

    private final JsonNode old;
    private final JsonNode changed;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private Breaks(JsonNode old, JsonNode changed) {
        this.old = old;
        this.changed = changed;
    }

    static List<String> between(JsonNode old, JsonNode changed) {
        var breaks = new Breaks(old, changed);
        breaks.paths();
        breaks.webhooks();
        return breaks.found;
    }

    private void paths() {
        old.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            String where = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                            JsonNode now =
                                    changed.path("paths").path(path.getKey()).path(operation.getKey());
                            if (now.isMissingNode()) {
                                found.add("gone: " + where);
                            } else {
                                operation(where, operation.getValue(), now);
                            }
                        }));
    }

    /** What is sent to others is relied on as a response is. */
    private void webhooks() {
        old.path("webhooks").properties().forEach(webhook -> {
            String body = "/post/requestBody";
            JsonNode now = changed.path("webhooks").path(webhook.getKey()).at(body);
            if (now.isMissingNode()) {
                found.add("gone: webhook " + webhook.getKey());
            } else {
                response("webhook " + webhook.getKey(), webhook.getValue().at(body), now);
            }
        });
    }

    private void operation(String where, JsonNode before, JsonNode now) {
        if (anonymous(before) && !anonymous(now)) {
            found.add(where + " now needs a key");
        }
        for (JsonNode parameter : before.path("parameters")) {
            JsonNode known = followed(old, parameter);
            JsonNode same = parameter(now, known.path("name").asText());
            if (same.isMissingNode()) {
                found.add(where + " gone: parameter " + known.path("name").asText());
            } else {
                accepts(where + " parameter " + known.path("name").asText(), known.path("schema"), same.path("schema"));
            }
        }
        for (JsonNode parameter : now.path("parameters")) {
            JsonNode known = followed(changed, parameter);
            String name = known.path("name").asText();
            if (known.path("required").asBoolean()
                    && !parameter(old, before, name).path("required").asBoolean()) {
                found.add(where + " now required: parameter " + name);
            }
        }
        before.path("requestBody").path("content").properties().forEach(type -> {
            JsonNode same = now.path("requestBody").path("content").path(type.getKey());
            if (same.isMissingNode()) {
                found.add(where + " gone: request body " + type.getKey());
            } else {
                accepts(where + " body", type.getValue().path("schema"), same.path("schema"));
            }
        });
        before.path("responses").properties().forEach(response -> {
            JsonNode same = now.path("responses").path(response.getKey());
            if (same.isMissingNode()) {
                found.add(where + " gone: response " + response.getKey());
            } else {
                response(where + " " + response.getKey(), followed(old, response.getValue()), followed(changed, same));
            }
        });
    }

    private void response(String where, JsonNode before, JsonNode now) {
        before.path("content").properties().forEach(type -> {
            JsonNode same = now.path("content").path(type.getKey());
            if (same.isMissingNode()) {
                found.add(where + " gone: " + type.getKey());
            } else {
                gives(where, type.getValue().path("schema"), same.path("schema"));
            }
        });
    }

    /** What was accepted is accepted still. */
    private void accepts(String where, JsonNode beforeRef, JsonNode nowRef) {
        JsonNode before = followed(old, beforeRef);
        JsonNode now = followed(changed, nowRef);
        if (!compared.add("in " + where + before)) {
            return;
        }
        same(where, "type", before, now);
        bounds(where, before, now);
        if (!texts(now.path("enum")).isEmpty() && !texts(now.path("enum")).containsAll(texts(before.path("enum")))) {
            found.add(where + " enum lost a value");
        }
        for (String name : texts(now.path("required"))) {
            if (!texts(before.path("required")).contains(name)) {
                found.add(where + " now required: " + name);
            }
        }
        before.path("properties").properties().forEach(property -> {
            JsonNode after = now.path("properties").path(property.getKey());
            if (after.isMissingNode()) {
                found.add(where + " gone: " + property.getKey());
            } else {
                accepts(where + "/" + property.getKey(), property.getValue(), after);
            }
        });
        if (before.has("items")) {
            accepts(where + "/items", before.path("items"), now.path("items"));
        }
    }

    private void bounds(String where, JsonNode before, JsonNode now) {
        for (String floor : FLOORS) {
            if (now.has(floor)
                    && (!before.has(floor)
                            || now.path(floor).asDouble() > before.path(floor).asDouble())) {
                found.add(where + " " + floor + " rose");
            }
        }
        for (String ceiling : CEILINGS) {
            if (now.has(ceiling)
                    && (!before.has(ceiling)
                            || now.path(ceiling).asDouble()
                                    < before.path(ceiling).asDouble())) {
                found.add(where + " " + ceiling + " fell");
            }
        }
    }

    /** What could be relied on can be relied on still. */
    private void gives(String where, JsonNode beforeRef, JsonNode nowRef) {
        JsonNode before = followed(old, beforeRef);
        JsonNode now = followed(changed, nowRef);
        if (!compared.add("out " + where + before)) {
            return;
        }
        same(where, "type", before, now);
        if (before.has("enum") && !texts(before.path("enum")).containsAll(texts(now.path("enum")))) {
            found.add(where + " enum has a value that clients do not know");
        }
        for (String name : texts(before.path("required"))) {
            if (!texts(now.path("required")).contains(name)) {
                found.add(where + " no longer sure: " + name);
            }
        }
        before.path("properties").properties().forEach(property -> {
            JsonNode after = now.path("properties").path(property.getKey());
            if (after.isMissingNode()) {
                found.add(where + " gone: " + property.getKey());
            } else {
                gives(where + "/" + property.getKey(), property.getValue(), after);
            }
        });
        if (before.has("items")) {
            gives(where + "/items", before.path("items"), now.path("items"));
        }
        for (int i = 0; i < before.path("allOf").size(); i++) {
            gives(
                    where + "/allOf",
                    before.path("allOf").path(i),
                    now.path("allOf").path(i));
        }
    }

    private void same(String where, String keyword, JsonNode before, JsonNode now) {
        if (!before.path(keyword).equals(now.path(keyword))) {
            found.add(where + " " + keyword + " was " + before.path(keyword) + " is " + now.path(keyword));
        }
    }

    /** Whether an operation can be used without a key; one that says nothing of keys can. */
    private static boolean anonymous(JsonNode operation) {
        JsonNode security = operation.path("security");
        return security.isEmpty()
                || StreamSupport.stream(security.spliterator(), false).anyMatch(JsonNode::isEmpty);
    }

    private JsonNode parameter(JsonNode operation, String name) {
        return parameter(changed, operation, name);
    }

    private static JsonNode parameter(JsonNode document, JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode known = followed(document, parameter);
            if (known.path("name").asText().equals(name)) {
                return known;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode followed(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
