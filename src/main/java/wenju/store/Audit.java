package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a change in the transaction that makes it, so that neither is there without the other. The table
 * {@code audit} takes rows and gives none back to be altered.
 */
final class Audit {
    /** What can be done to the store; the table holds the names in lower case. */
    enum Action {
        IMPORT,
        WITHDRAW,
        RESTORE,
        ERASE,
        SIGN_IN,
        REFUSE_SIGN_IN,
        SIGN_OUT,
        ADD_ACCOUNT,
        CHANGE_ACCOUNT,
        SET_PASSWORD,
        UNLOCK_ACCOUNT,
        CREATE_KEY,
        ROTATE_KEY,
        REVOKE_KEY,
        SWITCH,
        WRITE_STANDARD_ANSWER,
        APPROVE_STANDARD_ANSWER,
        WITHDRAW_STANDARD_ANSWER,
        LAPSE_STANDARD_ANSWER,
        ADD_THESAURUS_ENTRY,
        WITHDRAW_THESAURUS_ENTRY,
        EXPORT_KNOWLEDGE,
        DECIDE_QUESTIONS,
        CORRECT_NOTICE,
        TAKE_BACK_CORRECTION,
        CARRY_CORRECTION
    }

    private Audit() {}

    /**
     * Adds a row.
     *
     * @param connection in the transaction of the change
     * @param subject what was changed: a gazette, a notice id, a conversation, an account
     * @param before null when there was nothing
     * @param after null when nothing is left
     */
    static Future<Void> write(
            SqlConnection connection,
            Actor actor,
            Action action,
            String subject,
            @Nullable JsonObject before,
            @Nullable JsonObject after) {
        return connection
                .preparedQuery(Sql.PUT_AUDIT)
                .execute(Tuple.from(Arrays.asList(
                        actor.name(), actor.origin(), action.name().toLowerCase(Locale.ROOT), subject, before, after)))
                .mapEmpty();
    }
}
