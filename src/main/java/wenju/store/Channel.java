package wenju.store;

import java.util.Arrays;
import java.util.Optional;

/** Where a question comes from. */
public enum Channel {
    /** Our own page. */
    PAGE("page"),
    /** The widget on somebody else's site. */
    WIDGET("widget"),
    /** Everything else: integrators, agents, clients that do not say. */
    API("api");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    /** Its name in the contract and in the table: {@code page}. */
    public String code() {
        return code;
    }

    /** The channel of a name; empty when there is none. */
    public static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code.equals(code))
                .findFirst();
    }
}
