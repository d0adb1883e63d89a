package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Questions that did not get a good answer, grouped by likeness, from the kept answers. A page is counted when it is asked for,
 * from one index. Safe for use by several threads.
 */
public final class QuestionQueue {
    public static final int PAGE = 20;

    private final Pool pool;

    public QuestionQueue(Database database) {
        this.pool = database.pool();
    }

    /**
     * A page, what was asked most first, then what was asked last.
     *
     * @param setAside those set aside instead of those to be looked at
     * @param page from 1
     */
    public Future<QuestionGroup.Page> page(boolean setAside, int page) {
        return pool.preparedQuery(setAside ? DeskSql.QUEUE_SET_ASIDE : DeskSql.QUEUE)
                .execute(Tuple.of(PAGE + 1, (page - 1) * PAGE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(QuestionQueue::group)
                        .toList())
                .map(groups ->
                        new QuestionGroup.Page(groups.subList(0, Math.min(PAGE, groups.size())), groups.size() > PAGE));
    }

    /**
     * Decides about questions alike.
     *
     * @param version of the decision that was seen; 0 when there was none
     * @param reason may be empty
     * @return the new version; fails with a {@link StaleException} when somebody else has decided meanwhile
     */
    public Future<Integer> decide(String likeness, int version, QuestionGroup.State state, String reason, Actor actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(version == 0 ? DeskSql.DECIDE_FIRST : DeskSql.DECIDE)
                .execute(
                        version == 0
                                ? Tuple.of(likeness, state.code(), reason)
                                : Tuple.of(likeness, state.code(), reason, version))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .orElseThrow(() -> new StaleException("questions " + likeness))
                        .getInteger("version"))
                .compose(now -> Audit.write(
                                connection,
                                actor,
                                Audit.Action.DECIDE_QUESTIONS,
                                likeness,
                                null,
                                new JsonObject().put("state", state.code()).put("reason", reason))
                        .map(now)));
    }

    private static QuestionGroup group(Row row) {
        return new QuestionGroup(
                row.getString("likeness"),
                List.copyOf(Arrays.asList(row.getArrayOfStrings("questions"))),
                row.getLong("asked"),
                row.getLong("unanswered"),
                row.getLong("unhelpful"),
                row.getLong("doubtful"),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getInteger("version"),
                row.getString("reason"));
    }
}
