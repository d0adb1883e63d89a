package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import wenju.notice.AssumedTerms;

/** Takes a notice out of sight and brings it back, within one transaction; the text stays where it is. */
final class NoticeSight {
    private final SqlConnection connection;
    private final String id;
    private final Tuple ids;
    private final Links links;
    private final Actor actor;

    NoticeSight(SqlConnection connection, String id, Actor actor) {
        this.connection = connection;
        this.id = id;
        this.ids = NoticeRows.tuple(List.of(id));
        this.links = new Links(connection);
        this.actor = actor;
    }

    /**
     * Whether it is stored, in sight or not; fails with a {@link StaleException} when that changed since somebody saw it.
     *
     * @param version that was seen, see {@link NoticeRegister.Entry#version}
     */
    Future<Boolean> isAsSeen(int version) {
        return next().compose(revision -> connection.preparedQuery(Sql.SIGHT).execute(Tuple.of(id)))
                .compose(rows -> rows.size() > 0 && rows.iterator().next().getInteger("version") != version
                        ? Future.failedFuture(stale())
                        : Future.succeededFuture(rows.size() > 0));
    }

    /** What whoever comes too late is told. */
    StaleException stale() {
        return new StaleException("sight of notice " + id);
    }

    /** False when there is no such notice, or it is out of sight already. */
    Future<Boolean> withdraw(String reason) {
        return next().compose(revision -> connection
                .preparedQuery(Sql.IN_SIGHT)
                .execute(ids)
                .compose(rows -> rows.size() == 0 ? Future.succeededFuture(false) : withdrawn(reason, revision)));
    }

    /** False when it is not out of sight. */
    Future<Boolean> restore() {
        return next().compose(revision -> connection
                .preparedQuery(Sql.DELETE_WITHDRAWAL)
                .execute(Tuple.of(id))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(false)
                        : restored(rows.iterator().next().getString("reason"), revision)));
    }

    private Future<Boolean> withdrawn(String reason, long revision) {
        // Those it acts upon first: afterwards it names nothing.
        return links.touchTargets(List.of(id), revision)
                .compose(done -> execute(Sql.PUT_WITHDRAWAL, Tuple.of(id, reason, actor.name())))
                .compose(done -> execute(Sql.CHANGE_SIGHT, Tuple.of(id)))
                .compose(done -> execute(Sql.PUT_REMOVALS, withRevision(revision)))
                .compose(done -> execute(Sql.SET_REVISION, Tuple.of(revision)))
                .compose(done -> Audit.write(
                        connection, actor, Audit.Action.WITHDRAW, id, null, new JsonObject().put("reason", reason)))
                .map(true);
    }

    private Future<Boolean> restored(String reason, long revision) {
        return execute(Sql.TOUCH, withRevision(revision))
                .compose(done -> execute(Sql.CHANGE_SIGHT, Tuple.of(id)))
                .compose(done -> execute(Sql.DELETE_REMOVALS, ids))
                .compose(done -> links.touchTargets(List.of(id), revision))
                .compose(done -> execute(Sql.SET_REVISION, Tuple.of(revision)))
                .compose(done -> new NoticeRows(connection, AssumedTerms.NONE).notices(List.of(id)))
                .compose(found -> Outbox.add(
                        connection,
                        found.values().stream()
                                .map(notice -> OutboxEvent.published(notice, OutboxEvent.Change.RESTORED))
                                .toList()))
                .compose(done -> Audit.write(
                        connection, actor, Audit.Action.RESTORE, id, new JsonObject().put("reason", reason), null))
                .map(true);
    }

    private Future<Long> next() {
        return connection
                .query(Sql.LOCK_REVISION)
                .execute()
                .map(rows -> rows.iterator().next().getLong("number") + 1);
    }

    private Tuple withRevision(long revision) {
        return NoticeRows.tuple(List.of(id)).addLong(revision);
    }

    private Future<Void> execute(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).mapEmpty();
    }
}
