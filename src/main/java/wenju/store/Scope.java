package wenju.store;

import java.util.Arrays;
import java.util.Optional;

/** What a key may be used for. */
public enum Scope {
    ASK("ask"),
    NOTICES_READ("notices:read"),
    NOTICES_WRITE("notices:write");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /** Its name in the contract and on the command line: {@code notices:read}. */
    public String code() {
        return code;
    }

    /** The scope of a name; empty when there is none. */
    public static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
