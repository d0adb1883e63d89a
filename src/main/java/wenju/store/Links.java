package wenju.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wenju.notice.Relation;

/**
 * Relations whose target is stored. A number names one document. A title may be borne by several: then the target must not be
 * younger than the notice that names it, nor of another jurisdiction. What is withdrawn names nothing and is not named.
 *
 * <p>Each statement looks in one table for what the one before it found, so it reads no row twice, whatever the server takes
 * the sizes of its tables for.
 */
final class Links {
    private final SqlClient client;

    /** @param client a connection within a transaction where all is to be read from one state */
    Links(SqlClient client) {
        this.client = client;
    }

    /**
     * What is needed of a notice at either end.
     *
     * @param name as {@link wenju.notice.Notice#name} says it
     */
    record End(
            String id,
            String name,
            String jurisdiction,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveOn) {}

    /** @param from first day on which it holds; null when the relation does not say */
    record Link(End source, Relation.Kind kind, @Nullable LocalDate from, End target) {
        private boolean names(boolean byNumber) {
            return byNumber
                    || (target.issuedOn == null || source.issuedOn == null || !target.issuedOn.isAfter(source.issuedOn))
                            && (target.jurisdiction.equals(source.jurisdiction)
                                    || target.jurisdiction.isEmpty()
                                    || source.jurisdiction.isEmpty());
        }
    }

    /** What these say of others, in the order in which each says it. */
    Future<List<Link>> from(Collection<String> ids) {
        return read(Sql.RELATIONS, ids).compose(this::fromOf);
    }

    /** What others do to these; citing does nothing. */
    Future<List<Link>> actsOn(Collection<String> ids) {
        return read(Sql.APPELLATIONS, ids)
                .compose(called -> read(Sql.ACTING, keys(called)).compose(acting -> linked(acting, called)));
    }

    /** What these do to others changes the others too. */
    Future<Void> touchTargets(Collection<String> ids, long revision) {
        return read(Sql.RELATIONS, ids)
                .compose(relations -> fromOf(relations.stream()
                        .filter(relation -> kind(relation) != Relation.Kind.CITES)
                        .toList()))
                .compose(links -> links.isEmpty()
                        ? Future.succeededFuture()
                        : client.preparedQuery(Sql.TOUCH)
                                .execute(NoticeRows.tuple(links.stream()
                                                .map(link -> link.target().id())
                                                .collect(Collectors.toSet()))
                                        .addLong(revision))
                                .mapEmpty());
    }

    private Future<List<Link>> fromOf(List<Row> relations) {
        return read(Sql.CALLED, keys(relations)).compose(called -> linked(relations, called));
    }

    /**
     * @param relations rows of {@code relation}; their order is kept
     * @param called rows of {@code appellation}
     */
    private Future<List<Link>> linked(List<Row> relations, List<Row> called) {
        Map<Appellations.Key, List<String>> bearers = called.stream()
                .collect(Collectors.groupingBy(
                        Links::key, Collectors.mapping(row -> row.getString("notice_id"), Collectors.toList())));
        var ids = new HashSet<String>();
        for (Row relation : relations) {
            List<String> targets = bearers.getOrDefault(key(relation), List.of());
            if (!targets.isEmpty()) {
                ids.add(relation.getString("notice_id"));
                ids.addAll(targets);
            }
        }
        return ends(ids).map(ends -> {
            var links = new ArrayList<Link>();
            for (Row relation : relations) {
                End source = ends.get(relation.getString("notice_id"));
                for (String id : bearers.getOrDefault(key(relation), List.of())) {
                    End target = ends.get(id);
                    if (source != null && target != null && !source.id().equals(target.id())) {
                        var link = new Link(source, kind(relation), relation.getLocalDate("from_day"), target);
                        if (link.names(relation.getBoolean("by_number"))) {
                            links.add(link);
                        }
                    }
                }
            }
            return links;
        });
    }

    /** Those in sight, by id. */
    private Future<Map<String, End>> ends(Collection<String> ids) {
        return read(Sql.OUT_OF_SIGHT, ids).compose(withdrawn -> {
            var inSight = new HashSet<>(ids);
            withdrawn.forEach(row -> inSight.remove(row.getString("notice_id")));
            return read(Sql.NOTICES, inSight)
                    .map(rows -> rows.stream().map(Links::end).collect(Collectors.toMap(End::id, end -> end)));
        });
    }

    private Future<List<Row>> read(String sql, Collection<String> wanted) {
        return wanted.isEmpty()
                ? Future.succeededFuture(List.of())
                : client.preparedQuery(sql)
                        .execute(NoticeRows.tuple(wanted))
                        .map(rows -> NoticeRows.rows(rows).toList());
    }

    private static End end(Row row) {
        return new End(
                row.getString("id"),
                NoticeRows.name(row),
                row.getString("jurisdiction"),
                row.getLocalDate("issued_on"),
                row.getLocalDate("effective_on"));
    }

    private static Relation.Kind kind(Row relation) {
        return Relation.Kind.valueOf(relation.getString("kind"));
    }

    private static Set<String> keys(List<Row> rows) {
        return rows.stream().map(row -> row.getString("key")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Appellations.Key key(Row row) {
        return new Appellations.Key(row.getBoolean("by_number"), Objects.requireNonNull(row.getString("key")));
    }
}
