package wenju.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;
import wenju.notice.Standing;

/** Reads many notices with a handful of statements, whatever their number. */
final class NoticeRows {
    private final SqlClient client;

    NoticeRows(SqlClient client) {
        this.client = client;
    }

    /** Notices by id, as they were saved; ids that are not stored are left out. */
    Future<Map<String, Notice>> notices(Collection<String> ids) {
        Tuple wanted = tuple(ids);
        return client.preparedQuery(Sql.PASSAGES)
                .execute(wanted)
                .compose(passages -> client.preparedQuery(Sql.RELATIONS)
                        .execute(wanted)
                        .compose(relations -> client.preparedQuery(Sql.NOTICES)
                                .execute(wanted)
                                .map(heads -> assembled(
                                        heads,
                                        grouped(passages, "notice_id", NoticeRows::passage),
                                        grouped(relations, "notice_id", NoticeRows::relation)))));
    }

    /** Notices with what is known of them from others. */
    Future<List<StoredNotice>> stored(Collection<String> ids) {
        return notices(ids)
                .compose(notices -> acts(ids)
                        .compose(acts -> links(ids)
                                .map(links -> notices.values().stream()
                                        .map(notice -> new StoredNotice(
                                                notice,
                                                new Standing(
                                                        notice.effectiveOn(),
                                                        notice.expiresOn(),
                                                        of(notice.id(), acts)),
                                                of(notice.id(), links)))
                                        .toList())));
    }

    /** A stretch of the list, whatever its notices' status. */
    Future<List<NoticeSummary>> list(NoticeFilter filter, @Nullable Cursor after, int limit) {
        Tuple values = Tuple.from(Arrays.asList(
                filter.issuer(),
                filter.kind(),
                filter.year(),
                after != null,
                after == null ? null : after.issuedOn(),
                after == null ? null : after.id(),
                limit));
        return client.preparedQuery(Sql.LIST).execute(values).compose(heads -> {
            List<String> ids = rows(heads).map(row -> row.getString("id")).toList();
            return acts(ids)
                    .map(acts -> rows(heads).map(row -> summary(row, acts)).toList());
        });
    }

    /** See {@link NoticeStore#changesAfter(long, int)}. */
    Future<Changes> changes(long revision, int mostNotices) {
        return client.preparedQuery(Sql.LAST_OF_PAGE)
                .execute(Tuple.of(revision, mostNotices))
                .map(rows -> rows.iterator().next().getLong("last"))
                .compose(last -> last == null ? none() : changes(revision, last));
    }

    private Future<Changes> changes(long revision, long last) {
        Tuple range = Tuple.of(revision, last);
        return client.preparedQuery(Sql.CHANGED)
                .execute(range)
                .compose(changed -> stored(firstColumn(changed))
                        .compose(notices -> client.preparedQuery(Sql.REMOVED)
                                .execute(range)
                                .compose(removed -> current()
                                        .map(newest ->
                                                new Changes(notices, firstColumn(removed), last, newest > last)))));
    }

    private Future<Changes> none() {
        return current().map(newest -> new Changes(List.of(), List.of(), newest, false));
    }

    private Future<Long> current() {
        return client.preparedQuery(Sql.REVISION)
                .execute()
                .map(rows -> rows.iterator().next().getLong("number"));
    }

    private Future<Map<String, List<Standing.Act>>> acts(Collection<String> ids) {
        return client.preparedQuery(Sql.ACTS)
                .execute(tuple(ids))
                .map(rows -> grouped(
                        rows,
                        "target_id",
                        row -> new Standing.Act(
                                Relation.Kind.valueOf(row.getString("kind")),
                                row.getString("id"),
                                name(row),
                                row.getLocalDate("begins_on"))));
    }

    private Future<Map<String, List<StoredNotice.Link>>> links(Collection<String> ids) {
        return client.preparedQuery(Sql.LINKS)
                .execute(tuple(ids))
                .map(rows -> grouped(
                        rows,
                        "notice_id",
                        row -> new StoredNotice.Link(
                                Relation.Kind.valueOf(row.getString("kind")), row.getString("target_id"), name(row))));
    }

    private static Map<String, Notice> assembled(
            RowSet<Row> heads, Map<String, List<Passage>> passages, Map<String, List<Relation>> relations) {
        var notices = new LinkedHashMap<String, Notice>();
        for (Row row : heads) {
            String id = row.getString("id");
            notices.put(
                    id,
                    new Notice(
                            id,
                            number(row),
                            row.getString("title"),
                            row.getString("issuer"),
                            row.getString("jurisdiction"),
                            row.getString("kind"),
                            row.getLocalDate("issued_on"),
                            row.getLocalDate("effective_on"),
                            row.getLocalDate("expires_on"),
                            row.getString("gazette"),
                            lines(row),
                            of(id, relations),
                            of(id, passages)));
        }
        return notices;
    }

    private static NoticeSummary summary(Row row, Map<String, List<Standing.Act>> acts) {
        String id = row.getString("id");
        LocalDate effectiveOn = row.getLocalDate("effective_on");
        return new NoticeSummary(
                id,
                number(row),
                row.getString("title"),
                row.getString("issuer"),
                row.getString("jurisdiction"),
                row.getString("kind"),
                row.getLocalDate("issued_on"),
                row.getString("gazette"),
                new Standing(effectiveOn, row.getLocalDate("expires_on"), of(id, acts)));
    }

    private static Passage passage(Row row) {
        int position = row.getInteger("position");
        return new Passage(
                row.getString("notice_id") + "-" + position,
                position,
                Passage.Form.valueOf(row.getString("form")),
                new Locator(List.of(row.getArrayOfStrings("locator"))),
                List.of(row.getArrayOfStrings("headings")),
                row.getString("lead_in"),
                row.getString("text"),
                lines(row));
    }

    private static Relation relation(Row row) {
        return new Relation(
                Relation.Kind.valueOf(row.getString("kind")),
                row.getString("target"),
                row.getString("target_title"),
                row.getLocalDate("from_day"),
                row.getInteger("passage"));
    }

    private static @Nullable DocumentNumber number(Row row) {
        String number = row.getString("number");
        return number == null ? null : new DocumentNumber(number);
    }

    private static Lines lines(Row row) {
        return new Lines(row.getInteger("first_line"), row.getInteger("last_line"));
    }

    /** As {@link Notice#name()} says it. */
    private static String name(Row row) {
        String number = row.getString("number");
        return "《" + row.getString("title") + "》" + (number == null ? "" : "（" + number + "）");
    }

    private static <T> Map<String, List<T>> grouped(RowSet<Row> rows, String key, Function<Row, T> value) {
        return rows(rows)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.getString(key)),
                        Collectors.mapping(value, Collectors.toCollection(ArrayList::new))));
    }

    private static <T> List<T> of(String id, Map<String, List<T>> values) {
        return values.getOrDefault(id, List.of());
    }

    private static Stream<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static List<String> firstColumn(RowSet<Row> rows) {
        return rows(rows).map(row -> row.getString(0)).toList();
    }

    static Tuple tuple(Collection<String> ids) {
        return Tuple.tuple().addArrayOfString(ids.toArray(String[]::new));
    }
}
