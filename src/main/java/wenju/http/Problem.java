package wenju.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told when a request fails ({@code application/problem+json}, RFC 9457). Holds fixed words, names of
 * fields and an id; never the text of an exception.
 *
 * @param kind decides type, title and status
 * @param detail for people, in Chinese
 * @param instance {@code urn:uuid:} and the id of the request, which the log knows too
 * @param errors each thing wrong with the request; empty for other problems
 * @param retryAfter seconds to wait, sent as {@code Retry-After}; null when waiting does not help
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
record Problem(
        @JsonIgnore ProblemType kind,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonIgnore @Nullable Integer retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        errors = List.copyOf(errors);
    }

    @JsonProperty
    String type() {
        return kind.uri();
    }

    @JsonProperty
    String title() {
        return kind.title();
    }

    @JsonProperty
    int status() {
        return kind.status();
    }
}
