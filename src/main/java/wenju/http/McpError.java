package wenju.http;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A request that JSON-RPC has its own words for. Expected trouble, so it has no stack trace. */
final class McpError extends RuntimeException {
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_VERSION = -32022;

    private static final long serialVersionUID = 1;

    private final int code;
    private transient @Nullable JsonObject data;

    /** @param message for people, in Chinese */
    McpError(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** With particulars for the program. */
    McpError with(JsonObject particulars) {
        data = particulars;
        return this;
    }

    int code() {
        return code;
    }

    /** The status of the response: older versions answer with 200 whatever the method came to. */
    int status(boolean stateless) {
        return switch (code) {
            case UNSUPPORTED_VERSION, HEADER_MISMATCH -> 400;
            case METHOD_NOT_FOUND -> stateless ? 404 : 200;
            default -> 200;
        };
    }

    JsonObject json() {
        JsonObject error = new JsonObject().put("code", code).put("message", getMessage());
        return data == null ? error : error.put("data", data);
    }
}
