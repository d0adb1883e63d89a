package wenju.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an account is for. The roles are apart: who manages accounts does not publish, who reads the audit changes nothing. An
 * {@link #EDITOR} may do what {@link #STAFF} may; that stands in the contract, operation by operation, like everything else.
 */
public enum Role {
    /** Searches and reads. */
    STAFF("staff"),
    /** Publishes: approved answers, notices, the thesaurus. */
    EDITOR("editor"),
    /** Manages accounts, keys and the switch. */
    ADMINISTRATOR("administrator"),
    /** Reads the audit and the figures. */
    AUDITOR("auditor");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** Its name in the contract, in the table and on the command line: {@code staff}. */
    public String code() {
        return code;
    }

    /** The role of a name; empty when there is none. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
