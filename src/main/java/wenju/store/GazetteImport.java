package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wenju.notice.AssumedTerms;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;

/**
 * Puts the notices of one gazette in place of what was stored of it, within one transaction. Notices are compared whole with
 * what is stored; only those that differ are written, and what they said before is kept as a version. What editors corrected
 * stays corrected.
 */
final class GazetteImport {
    private final SqlConnection connection;
    private final String gazette;
    private final Actor actor;
    private Map<String, Notice> notices;

    /**
     * @param connection in a transaction
     * @param notices see {@link #byId}
     */
    GazetteImport(SqlConnection connection, String gazette, Map<String, Notice> notices, Actor actor) {
        this.connection = connection;
        this.gazette = gazette;
        this.notices = notices;
        this.actor = actor;
    }

    /**
     * The notices by id.
     *
     * @throws StoreException when two share one, naming both
     * @throws IllegalArgumentException when a notice is of another gazette or its passages are not numbered from 0 on
     */
    static Map<String, Notice> byId(String gazette, List<Notice> notices) {
        var byId = new LinkedHashMap<String, Notice>();
        for (Notice notice : notices) {
            check(gazette, notice);
            Notice twin = byId.putIfAbsent(notice.id(), notice);
            if (twin != null) {
                throw new StoreException("公报 " + gazette + " 中有两件文件的编号同为 " + notice.id() + "：第 "
                        + twin.lines().first() + " 行的" + twin.name() + "和第 "
                        + notice.lines().first() + " 行的" + notice.name());
            }
        }
        return byId;
    }

    private static void check(String gazette, Notice notice) {
        if (!notice.gazette().equals(gazette)) {
            throw new IllegalArgumentException(
                    "notice " + notice.id() + " is of gazette " + notice.gazette() + ", not " + gazette);
        }
        for (int position = 0; position < notice.passages().size(); position++) {
            String id = notice.passages().get(position).id();
            if (!id.equals(notice.id() + "-" + position)
                    || notice.passages().get(position).position() != position) {
                throw new IllegalArgumentException("passage " + id + " stands at " + position + " of " + notice.id());
            }
        }
    }

    /** What differs between the gazette and the store. */
    private record Difference(Set<String> added, Set<String> changed, Set<String> gone, int unchanged) {
        Set<String> written() {
            return union(added, changed);
        }
    }

    Future<ImportCounts> run(String digest, String readerVersion) {
        return connection
                .query(Sql.FORGET_PLANS)
                .execute()
                .compose(done -> connection.query(Sql.LOCK_REVISION).execute())
                .map(rows -> rows.iterator().next().getLong("number") + 1)
                .compose(revision -> before().compose(before -> execute(
                                Sql.PUT_GAZETTE, Tuple.of(gazette, digest, readerVersion))
                        .compose(done -> correct())
                        .compose(done -> difference())
                        .compose(difference -> apply(difference, revision))
                        .compose(counts -> Audit.write(
                                        connection,
                                        actor,
                                        Audit.Action.IMPORT,
                                        gazette,
                                        before,
                                        state(digest, readerVersion)
                                                .put("revision", counts.anyChange() ? revision : revision - 1)
                                                .put("counts", counts.toString()))
                                .map(counts))));
    }

    /**
     * What {@link #run} would do. It notes what it would of corrections, so the transaction is to be rolled back.
     */
    Future<ImportForecast> forecast() {
        return connection
                .query(Sql.LOCK_REVISION)
                .execute()
                .compose(locked -> correct())
                .compose(done -> difference())
                .compose(difference -> idsOf(
                                Sql.PRINTED_NOWHERE_ELSE,
                                Tuple.of(gazette)
                                        .addArrayOfString(difference.gone().toArray(String[]::new)))
                        .compose(removed -> new NoticeRows(connection, AssumedTerms.NONE).notices(removed))
                        .compose(removed -> idsOf(Sql.OUT_OF_SIGHT, NoticeRows.tuple(notices.keySet()))
                                .map(withdrawn -> new ImportForecast(
                                        difference.added(),
                                        difference.changed(),
                                        difference.unchanged(),
                                        removed.values().stream()
                                                .map(notice -> new ImportForecast.Removed(notice.id(), notice.name()))
                                                .toList(),
                                        Set.copyOf(withdrawn)))));
    }

    private Future<@Nullable JsonObject> before() {
        return connection
                .preparedQuery(Sql.GAZETTE_BEFORE)
                .execute(Tuple.of(gazette))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> state(row.getString("digest"), row.getString("reader_version")))
                        .findFirst()
                        .orElse(null));
    }

    private static JsonObject state(String digest, String readerVersion) {
        return new JsonObject().put("digest", digest).put("readerVersion", readerVersion);
    }

    /** From here on the notices are as they are to be stored. */
    private Future<Void> correct() {
        return new Corrections(connection, AssumedTerms.NONE)
                .applied(gazette, notices, actor)
                .map(corrected -> {
                    notices = corrected;
                    return null;
                });
    }

    private Future<Difference> difference() {
        return idsOf(Sql.PRINTED, Tuple.of(gazette))
                .compose(printed -> new NoticeRows(connection, AssumedTerms.NONE)
                        .notices(notices.keySet())
                        .map(stored -> compare(stored, printed)));
    }

    private Difference compare(Map<String, Notice> stored, Collection<String> printed) {
        var added = new LinkedHashSet<String>();
        var changed = new LinkedHashSet<String>();
        for (Notice notice : notices.values()) {
            Notice before = stored.get(notice.id());
            if (before == null) {
                added.add(notice.id());
            } else if (!before.equals(notice)) {
                changed.add(notice.id());
            }
        }
        var gone = new LinkedHashSet<>(printed);
        gone.removeAll(notices.keySet());
        return new Difference(added, changed, gone, notices.size() - added.size() - changed.size());
    }

    private Future<ImportCounts> apply(Difference difference, long revision) {
        return idsOf(
                        Sql.PRINTED_NOWHERE_ELSE,
                        Tuple.of(gazette).addArrayOfString(difference.gone().toArray(String[]::new)))
                .compose(removed -> leave(difference, removed, revision)
                        .compose(done -> write(difference, revision))
                        .compose(done -> tell(difference))
                        .compose(done -> {
                            var counts = new ImportCounts(
                                    difference.added().size(),
                                    difference.changed().size(),
                                    removed.size(),
                                    difference.unchanged());
                            return counts.anyChange()
                                    ? execute(Sql.SET_REVISION, Tuple.of(revision))
                                            .map(counts)
                                    : Future.succeededFuture(counts);
                        }));
    }

    /** Takes out what is gone and what will be written anew; those they acted upon change with them. */
    private Future<Void> leave(Difference difference, Collection<String> removed, long revision) {
        Tuple gone = Tuple.of(gazette).addArrayOfString(difference.gone().toArray(String[]::new));
        Tuple rewritten = NoticeRows.tuple(difference.changed());
        return new Links(connection)
                .touchTargets(union(difference.changed(), removed), revision)
                .compose(done -> execute(
                        Sql.KEEP_VERSIONS,
                        NoticeRows.tuple(union(difference.changed(), removed)).addLong(revision)))
                .compose(done -> execute(Sql.FORGET_OTHER_DIGESTS, gone))
                .compose(done -> execute(Sql.DELETE_PRINTINGS, gone))
                .compose(done -> execute(Sql.DELETE_NOTICES, NoticeRows.tuple(removed)))
                .compose(done ->
                        execute(Sql.PUT_REMOVALS, NoticeRows.tuple(removed).addLong(revision)))
                .compose(done -> execute(Sql.DELETE_PASSAGES, rewritten))
                .compose(done -> execute(Sql.DELETE_RELATIONS, rewritten))
                .compose(done -> execute(Sql.DELETE_APPELLATIONS, rewritten));
    }

    private Future<Void> write(Difference difference, long revision) {
        List<Notice> written = difference.written().stream().map(notices::get).toList();
        return batch(
                        Sql.PUT_NOTICE,
                        written.stream().map(notice -> row(notice, revision)).toList())
                .compose(done -> batch(Sql.PUT_PASSAGE, passages(written)))
                .compose(done -> batch(Sql.PUT_RELATION, relations(written)))
                .compose(done -> batch(Sql.PUT_APPELLATION, appellations(written)))
                .compose(done -> batch(
                        Sql.PUT_PRINTING,
                        notices.keySet().stream()
                                .map(id -> Tuple.of(gazette, id))
                                .toList()))
                .compose(done -> execute(Sql.DELETE_REMOVALS, NoticeRows.tuple(difference.added())))
                .compose(done -> new Links(connection).touchTargets(difference.written(), revision));
    }

    /** What is withdrawn is not told. */
    private Future<Void> tell(Difference difference) {
        return new NoticeRows(connection, AssumedTerms.NONE)
                .inSight(difference.written())
                .compose(inSight -> Outbox.add(
                        connection,
                        inSight.stream()
                                .map(id -> OutboxEvent.published(
                                        notices.get(id),
                                        difference.added().contains(id)
                                                ? OutboxEvent.Change.ADDED
                                                : OutboxEvent.Change.CHANGED))
                                .toList()));
    }

    private static Tuple row(Notice notice, long revision) {
        return Tuple.from(Arrays.asList(
                notice.id(),
                notice.number() == null ? null : notice.number().text(),
                notice.title(),
                notice.issuer(),
                notice.jurisdiction(),
                notice.kind(),
                notice.issuedOn(),
                notice.effectiveOn(),
                notice.expiresOn(),
                notice.gazette(),
                notice.lines().first(),
                notice.lines().last(),
                revision));
    }

    private static List<Tuple> passages(List<Notice> notices) {
        var rows = new ArrayList<Tuple>();
        for (Notice notice : notices) {
            for (Passage passage : notice.passages()) {
                rows.add(
                        Tuple.of(notice.id(), passage.position(), passage.form().name())
                                .addArrayOfString(passage.locator().parts().toArray(String[]::new))
                                .addArrayOfString(passage.headings().toArray(String[]::new))
                                .addString(passage.leadIn())
                                .addString(passage.text())
                                .addInteger(passage.lines().first())
                                .addInteger(passage.lines().last()));
            }
        }
        return rows;
    }

    private static List<Tuple> relations(List<Notice> notices) {
        var rows = new ArrayList<Tuple>();
        for (Notice notice : notices) {
            int place = 0;
            for (Relation relation : notice.relations()) {
                Appellations.Key key = Appellations.of(relation);
                rows.add(Tuple.of(notice.id(), place++, relation.kind().name(), relation.target())
                        .addString(relation.targetTitle())
                        .addLocalDate(relation.from())
                        .addInteger(relation.passage())
                        .addBoolean(key.byNumber())
                        .addString(key.text()));
            }
        }
        return rows;
    }

    private static List<Tuple> appellations(List<Notice> notices) {
        return notices.stream()
                .flatMap(notice ->
                        Appellations.of(notice).stream().map(key -> Tuple.of(notice.id(), key.byNumber(), key.text())))
                .toList();
    }

    private Future<Void> execute(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).mapEmpty();
    }

    private Future<Void> batch(String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
    }

    private Future<List<String>> idsOf(String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
