package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.notice.AssumedTerms;
import wenju.notice.Notice;
import wenju.notice.Standing.Ruling;
import wenju.notice.Validity;
import wenju.store.NoticeCorrection.Draft;

/** What editors corrected, within one transaction: applied to what an import read, and changed by an editor. */
final class Corrections {
    private final SqlConnection connection;
    private final NoticeRows rows;
    private final Links links;

    /**
     * @param connection in a transaction that holds the lock of {@code revision}
     * @param terms assumed for notices that name none themselves
     */
    Corrections(SqlConnection connection, AssumedTerms terms) {
        this.connection = connection;
        this.rows = new NoticeRows(connection, terms);
        this.links = new Links(connection);
    }

    /**
     * The notices as they are to be stored: what was corrected in place of what was read, which is noted beside it.
     *
     * @param read by id, as the gazette has them
     */
    Future<Map<String, Notice>> applied(String gazette, Map<String, Notice> read, Actor actor) {
        return carry(gazette, read, actor)
                .compose(done -> rows.corrections(read.keySet()))
                .compose(corrections -> {
                    var notices = new LinkedHashMap<>(read);
                    var renewed = new ArrayList<Tuple>();
                    corrections.forEach((id, correction) -> {
                        Notice notice = Objects.requireNonNull(read.get(id), id);
                        NoticeFacts facts = NoticeFacts.of(notice);
                        notices.put(id, facts.with(correction.fields()).in(notice));
                        if (!facts.equals(correction.read())) {
                            renewed.add(Tuple.of(id, facts.json()));
                        }
                    });
                    return renewed.isEmpty()
                            ? Future.succeededFuture(notices)
                            : connection
                                    .preparedQuery(Sql.RENEW_READ)
                                    .executeBatch(renewed)
                                    .map(notices);
                });
    }

    /**
     * A notice's id goes by the number, or the title and date, that were read. When they are read right at last, as they had
     * been corrected, it is another notice to the store; what was corrected goes over to it.
     */
    private Future<Void> carry(String gazette, Map<String, Notice> read, Actor actor) {
        return connection
                .preparedQuery(Sql.CORRECTIONS_LEFT)
                .execute(Tuple.of(gazette).addArrayOfString(read.keySet().toArray(String[]::new)))
                .compose(left -> {
                    Future<Void> carried = Future.succeededFuture();
                    for (Row row : left) {
                        String id = row.getString("notice_id");
                        NoticeCorrection correction = correction(row);
                        NoticeFacts facts = correction.read().with(correction.fields());
                        String other =
                                Notice.id(facts.number(), row.getString("issuer"), facts.title(), facts.issuedOn());
                        if (correction.counts() && read.containsKey(other)) {
                            carried = carried.compose(done -> carry(id, other, actor));
                        }
                    }
                    return carried;
                });
    }

    private Future<Void> carry(String id, String other, Actor actor) {
        return connection
                .preparedQuery(Sql.CARRY_CORRECTION)
                .execute(Tuple.of(id, other))
                .compose(done -> done.rowCount() == 0
                        ? Future.succeededFuture()
                        : Audit.write(
                                connection,
                                actor,
                                Audit.Action.CARRY_CORRECTION,
                                other,
                                new JsonObject().put("notice", id),
                                new JsonObject().put("notice", other)));
    }

    /**
     * Puts a draft in place of what was corrected before. Nothing happens when it says the same.
     *
     * @param before the notice as it counts
     * @param version that was seen; 0 when nothing was ever corrected
     * @param revision of this change
     */
    Future<Void> change(StoredNotice before, int version, Draft draft, long revision, Actor actor) {
        String id = before.notice().id();
        return rows.corrections(List.of(id)).compose(found -> {
            NoticeCorrection old = found.get(id);
            if (version != (old == null ? 0 : old.version())) {
                return Future.failedFuture(new StaleException("correction of notice " + id));
            }
            Ruling oldRuling = old == null ? null : old.ruling();
            Map<NoticeFacts.Field, String> oldFields = old == null ? Map.of() : old.fields();
            Ruling ruling = same(draft.ruling(), oldRuling) ? oldRuling : draft.ruling();
            String oldReason = old == null ? "" : old.reason();
            if (draft.fields().equals(oldFields)
                    && Objects.equals(ruling, oldRuling)
                    && draft.reason().equals(oldReason)) {
                return Future.succeededFuture();
            }
            NoticeFacts read = old == null ? NoticeFacts.of(before.notice()) : old.read();
            Notice notice = read.with(draft.fields()).in(before.notice());
            return put(before.notice(), notice, revision)
                    .compose(done -> execute(
                            Sql.PUT_CORRECTION,
                            Tuple.from(Arrays.asList(
                                    id,
                                    read.json(),
                                    NoticeFacts.json(draft.fields()),
                                    ruling == null ? null : json(ruling),
                                    draft.reason(),
                                    actor.name()))))
                    .compose(done -> execute(Sql.TOUCH, ids(id).addLong(revision)))
                    .compose(done -> execute(Sql.SET_REVISION, Tuple.of(revision)))
                    .compose(done -> tell(before, notice))
                    .compose(done -> Audit.write(
                            connection,
                            actor,
                            draft.equals(Draft.NONE) ? Audit.Action.TAKE_BACK_CORRECTION : Audit.Action.CORRECT_NOTICE,
                            id,
                            old == null ? null : json(oldFields, oldRuling, oldReason),
                            draft.equals(Draft.NONE) ? null : json(draft.fields(), ruling, draft.reason())));
        });
    }

    /** Those that the notice acts upon, before and after: what it is called, and from when it counts, may be otherwise. */
    private Future<Void> put(Notice before, Notice notice, long revision) {
        if (notice.equals(before)) {
            return Future.succeededFuture();
        }
        String id = notice.id();
        NoticeFacts facts = NoticeFacts.of(notice);
        return links.touchTargets(List.of(id), revision)
                .compose(done -> execute(Sql.KEEP_VERSIONS, ids(id).addLong(revision)))
                .compose(done -> execute(
                        Sql.CORRECT_NOTICE,
                        Tuple.from(Arrays.asList(
                                id,
                                facts.title(),
                                facts.number() == null ? null : facts.number().text(),
                                facts.issuedOn(),
                                facts.effectiveOn(),
                                facts.expiresOn(),
                                revision))))
                .compose(done -> execute(Sql.DELETE_APPELLATIONS, ids(id)))
                .compose(done -> connection
                        .preparedQuery(Sql.PUT_APPELLATION)
                        .executeBatch(Appellations.of(notice).stream()
                                .map(key -> Tuple.of(id, key.byNumber(), key.text()))
                                .toList()))
                .compose(done -> links.touchTargets(List.of(id), revision));
    }

    /**
     * Tells other systems what changed, unless the notice is withdrawn. That it is over by now is told here: whoever tells of
     * terms that run out compares two days, and finds it over on both.
     */
    private Future<Void> tell(StoredNotice before, Notice notice) {
        return rows.inSight(List.of(notice.id()))
                .compose(inSight -> inSight.isEmpty() ? Future.succeededFuture(List.of()) : events(before, notice))
                .compose(events -> Outbox.add(connection, events));
    }

    private Future<List<OutboxEvent>> events(StoredNotice before, Notice notice) {
        var events = new ArrayList<OutboxEvent>();
        if (!notice.equals(before.notice())) {
            events.add(OutboxEvent.published(notice, OutboxEvent.Change.CHANGED));
        }
        return connection
                .query(Sql.LOCK_EXPIRY_CHECK)
                .execute()
                .compose(days -> rows.stored(List.of(notice.id())).map(after -> {
                    for (Row told : days) {
                        LocalDate day = told.getLocalDate("day");
                        Validity now = after.getFirst().standing().on(day);
                        if (now.status() == Validity.Status.EXPIRED
                                && before.standing().on(day).status() != Validity.Status.EXPIRED) {
                            events.add(OutboxEvent.expired(after.getFirst().summary(), now));
                        }
                    }
                    return events;
                }));
    }

    private Future<Void> execute(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).mapEmpty();
    }

    private static Tuple ids(String id) {
        return NoticeRows.tuple(List.of(id));
    }

    /** Whether they say the same, whenever they were made. */
    private static boolean same(@Nullable Ruling one, @Nullable Ruling other) {
        return one != null
                && other != null
                && one.status() == other.status()
                && Objects.equals(one.since(), other.since())
                && one.reason().equals(other.reason());
    }

    static NoticeCorrection correction(Row row) {
        return new NoticeCorrection(
                NoticeFacts.of(row.getJsonObject("read")),
                NoticeFacts.fields(row.getJsonObject("fields")),
                ruling(row),
                row.getString("reason"),
                row.getString("author"),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getInteger("version"));
    }

    private static @Nullable Ruling ruling(Row row) {
        JsonObject json = row.getJsonObject("ruling");
        if (json == null) {
            return null;
        }
        String since = json.getString("since");
        return new Ruling(
                Validity.Status.valueOf(json.getString("status")),
                since == null ? null : LocalDate.parse(since),
                json.getString("reason"),
                LocalDate.parse(json.getString("on")));
    }

    private static JsonObject json(Ruling ruling) {
        return new JsonObject()
                .put("status", ruling.status().name())
                .put("since", ruling.since() == null ? null : ruling.since().toString())
                .put("reason", ruling.reason())
                .put("on", ruling.on().toString());
    }

    private static JsonObject json(Map<NoticeFacts.Field, String> fields, @Nullable Ruling ruling, String reason) {
        return new JsonObject()
                .put("fields", NoticeFacts.json(fields))
                .put("ruling", ruling == null ? null : json(ruling))
                .put("reason", reason);
    }
}
