package wenju.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import wenju.store.Role;

/**
 * {@code openapi.yaml}: what we promise.
 *
 * @param source the file as it stands, in UTF-8
 * @param document the same, read; {@code $ref}s are not followed
 * @param openApi the same as the router knows it, without what {@link #forRouter} takes out
 */
record Contract(Buffer source, JsonObject document, OpenAPIContract openApi) {

    /** Reads it from the class path; fails when it is not a valid contract, which is our own mistake. */
    static Future<Contract> load(Vertx vertx) {
        return of(vertx, onClassPath());
    }

    /** A contract in YAML, for example a later one; its operations must be those that {@link Routes} leads to. */
    static Future<Contract> of(Vertx vertx, Buffer source) {
        JsonObject document = new JsonObject(yaml(source));
        return OpenAPIContract.from(vertx, forRouter(document.copy()))
                .map(openApi -> new Contract(source, document, openApi));
    }

    /**
     * Follows a JSON Pointer fragment through the document and through its {@code $ref}s, as the validator names keywords:
     * {@code #/properties/filters/$ref/properties/issuedFrom/format}.
     *
     * @param root schema that the pointer starts from
     * @return the value there
     * @throws IllegalArgumentException when there is nothing
     */
    Object resolve(JsonObject root, String fragment) {
        Object here = root;
        for (String segment : fragment.replaceFirst("^#?/?", "").split("/")) {
            if (here instanceof JsonObject object && object.containsKey("$ref") && !segment.equals("$ref")) {
                here = resolve(document, object.getString("$ref"));
            }
            here = here instanceof JsonObject object ? object.getValue(unescaped(segment)) : null;
            if (segment.equals("$ref") && here instanceof String reference) {
                here = resolve(document, reference);
            }
            if (here == null) {
                throw new IllegalArgumentException("the contract has nothing at " + fragment);
            }
        }
        return here;
    }

    /** The schema of the operation's JSON body, as it is written. */
    JsonObject bodySchema(Operation operation) {
        return written(operation)
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema");
    }

    /** The schema of one of the operation's parameters, as it is written. */
    JsonObject parameterSchema(Operation operation, String parameter) {
        return written(operation).getJsonArray("parameters").stream()
                .map(JsonObject.class::cast)
                .filter(candidate -> candidate.getString("name").equals(parameter))
                .findFirst()
                .orElseThrow()
                .getJsonObject("schema");
    }

    /** A schema of the contract with everything it refers to written into it, for those who cannot follow references. */
    JsonObject inlined(String schema) {
        return (JsonObject) inlined(
                document.getJsonObject("components").getJsonObject("schemas").getJsonObject(schema));
    }

    private Object inlined(Object value) {
        if (value instanceof JsonArray array) {
            return new JsonArray(array.stream().map(this::inlined).toList());
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        if (object.getValue("$ref") instanceof String reference) {
            return inlined(resolve(document, reference));
        }
        var whole = new JsonObject();
        object.forEach(entry -> whole.put(entry.getKey(), inlined(entry.getValue())));
        return whole;
    }

    /** The ways in which the operation may be used: each an object of schemes and scopes, the empty one anonymously. */
    JsonArray security(Operation operation) {
        return written(operation).getJsonArray("security", new JsonArray());
    }

    /** The roles that may use the operation with a session; none are named where all may. */
    Set<Role> roles(Operation operation) {
        return written(operation).getJsonArray("x-roles", new JsonArray()).stream()
                .map(code -> Role.of(String.valueOf(code)).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    JsonObject written(Operation operation) {
        return document.getJsonObject("paths")
                .getJsonObject(operation.getOpenAPIPath())
                .getJsonObject(operation.getHttpMethod().name().toLowerCase(Locale.ROOT));
    }

    private static String unescaped(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    private static Buffer onClassPath() {
        try (InputStream in = Objects.requireNonNull(
                Contract.class.getResourceAsStream("/openapi.yaml"), "openapi.yaml is on the class path")) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> yaml(Buffer source) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(source.getBytes(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * vertx-openapi 5.0 refuses a contract that names a media type it cannot validate, {@code application/problem+json} among
     * them, even though only requests are validated here. Those are taken out of its copy; what is served keeps them.
     */
    private static JsonObject forRouter(JsonObject object) {
        for (String name : List.copyOf(object.fieldNames())) {
            if (object.getValue(name) instanceof JsonObject child) {
                if (name.equals("content")) {
                    child.fieldNames().removeIf(type -> !MediaType.isMediaTypeSupported(type));
                }
                if (name.equals("content") && child.isEmpty()) {
                    object.remove(name);
                } else {
                    forRouter(child);
                }
            }
        }
        return object;
    }
}
