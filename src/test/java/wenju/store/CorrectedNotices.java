package wenju.store;

import static wenju.store.SharedDatabase.await;

import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;

/** Corrections that would take days to come about. */
public final class CorrectedNotices {
    private CorrectedNotices() {}

    /** As if the validity had been set by hand on that day. */
    public static void ruledOn(Database database, String noticeId, LocalDate day) {
        await(database.pool()
                .preparedQuery("UPDATE correction SET ruling = jsonb_set(ruling, '{on}', to_jsonb($2::text))"
                        + " WHERE notice_id = $1")
                .execute(Tuple.of(noticeId, day.toString())));
    }
}
