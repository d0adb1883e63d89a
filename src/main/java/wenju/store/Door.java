package wenju.store;

import java.util.Arrays;
import java.util.Optional;

/** Through which door a question came. A {@link Channel} may have several: they are switched off together. */
public enum Door {
    /** Our own page. */
    PAGE("page"),
    /** The widget on somebody else's site. */
    WIDGET("widget"),
    /** {@code POST /api/v1/ask}, by a client that does not say otherwise. */
    API("api"),
    /** What OpenAI's clients speak. */
    CHAT("chat"),
    /** What agents speak. */
    MCP("mcp");

    private final String code;

    Door(String code) {
        this.code = code;
    }

    /** Its name in the contract and in the table: {@code page}. */
    public String code() {
        return code;
    }

    /** The door of a name; empty when there is none. */
    public static Optional<Door> of(String code) {
        return Arrays.stream(values()).filter(door -> door.code.equals(code)).findFirst();
    }
}
