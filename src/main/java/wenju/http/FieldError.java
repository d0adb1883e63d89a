package wenju.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param pointer where in the body, as the fragment form of a JSON Pointer (RFC 6901 §6): {@code #/filters/issuedFrom}; null
 *     when it is not in the body
 * @param parameter name of the path or query parameter; null when it is in the body
 * @param detail what was expected, in Chinese
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldError(@Nullable String pointer, @Nullable String parameter, String detail) {

    static FieldError body(String pointer, String detail) {
        return new FieldError(pointer, null, detail);
    }

    static FieldError parameter(String name, String detail) {
        return new FieldError(null, name, detail);
    }
}
