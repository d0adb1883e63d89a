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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wenju.notice.AssumedTerms;
import wenju.notice.DocumentNumber;
import wenju.notice.Lines;
import wenju.notice.Locator;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;
import wenju.notice.Standing;
import wenju.notice.Standing.Ruling;

/** Reads many notices with a handful of statements, whatever their number. */
final class NoticeRows {
    private final SqlClient client;
    private final Links links;
    private final AssumedTerms terms;

    /**
     * @param client a connection within a transaction where all is to be read from one state
     * @param terms assumed for notices that name none themselves
     */
    NoticeRows(SqlClient client, AssumedTerms terms) {
        this.client = client;
        this.links = new Links(client);
        this.terms = terms;
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

    /** Of some notices, those that are stored and not withdrawn. */
    Future<List<String>> inSight(Collection<String> ids) {
        return client.preparedQuery(Sql.IN_SIGHT).execute(tuple(ids)).map(NoticeRows::firstColumn);
    }

    /** Why a notice is out of sight; empty when it is not. */
    Future<Optional<String>> withdrawnFor(String id) {
        return client.preparedQuery(Sql.WITHDRAWN)
                .execute(Tuple.of(id))
                .map(rows -> firstColumn(rows).stream().findFirst());
    }

    /** See {@link NoticeStore#versions}. */
    Future<List<NoticeVersion>> versions(String id) {
        Tuple wanted = Tuple.of(id);
        return client.preparedQuery(Sql.VERSION_PASSAGES)
                .execute(wanted)
                .compose(passages -> client.preparedQuery(Sql.VERSION_RELATIONS)
                        .execute(wanted)
                        .compose(relations -> client.preparedQuery(Sql.VERSIONS)
                                .execute(wanted)
                                .map(heads -> versions(
                                        heads,
                                        grouped(passages, NoticeRows::until, NoticeRows::passage),
                                        grouped(relations, NoticeRows::until, NoticeRows::relation)))));
    }

    /** See {@link NoticeStore#textAt}. */
    Future<Optional<Notice>> textAt(String id, long revision) {
        return versions(id)
                .compose(versions -> client.preparedQuery(Sql.NOTICES)
                        .execute(tuple(List.of(id)))
                        .compose(heads -> notices(List.of(id))
                                .map(present -> Stream.concat(
                                                versions.stream()
                                                        .filter(version -> version.from() <= revision
                                                                && revision < version.until())
                                                        .map(NoticeVersion::notice),
                                                rows(heads)
                                                        .filter(head -> head.getLong("written") <= revision)
                                                        .flatMap(head -> Stream.ofNullable(present.get(id))))
                                        .findFirst())));
    }

    /** Notices with what is known of them from others. */
    Future<List<StoredNotice>> stored(Collection<String> ids) {
        return notices(ids)
                .compose(notices -> acts(ids)
                        .compose(acts -> corrections(ids)
                                .compose(corrections -> links(ids)
                                        .map(links -> notices.values().stream()
                                                .map(notice -> stored(
                                                        notice,
                                                        of(notice.id(), acts),
                                                        corrections.get(notice.id()),
                                                        of(notice.id(), links)))
                                                .toList()))));
    }

    /** A stretch of the list, whatever its notices' status. */
    Future<List<NoticeSummary>> list(NoticeFilter filter, @Nullable Cursor after, int limit) {
        Tuple values = Tuple.from(Arrays.asList(
                filter.issuer(),
                filter.kind(),
                filter.year(),
                after != null,
                after == null ? null : after.day(),
                after == null ? null : after.id(),
                limit));
        return client.preparedQuery(Sql.LIST).execute(values).compose(this::summaries);
    }

    /** The notices of some rows of {@code notice}, in their order. */
    Future<List<NoticeSummary>> summaries(RowSet<Row> heads) {
        List<String> ids = rows(heads).map(row -> row.getString("id")).toList();
        return acts(ids)
                .compose(acts -> corrections(ids)
                        .map(corrections -> rows(heads)
                                .map(row -> summary(row, acts, corrections))
                                .toList()));
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
        return links.actsOn(ids)
                .map(links -> links.stream()
                        .collect(Collectors.groupingBy(
                                link -> link.target().id(),
                                Collectors.mapping(
                                        NoticeRows::act,
                                        Collectors.collectingAndThen(Collectors.toList(), NoticeRows::inOrder)))));
    }

    /** Without a day of its own an act begins when the acting notice does. */
    private static Standing.Act act(Links.Link link) {
        LocalDate effective = link.source().effectiveOn();
        LocalDate begins = effective == null ? link.source().issuedOn() : effective;
        return new Standing.Act(
                link.kind(), link.source().id(), link.source().name(), link.from() == null ? begins : link.from());
    }

    /** Oldest first, those without a day before them; what a notice says twice counts from the first day it gives. */
    private static List<Standing.Act> inOrder(List<Standing.Act> acts) {
        var first = new LinkedHashMap<List<?>, Standing.Act>();
        acts.stream()
                .sorted(Comparator.comparing(Standing.Act::on, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(act -> first.putIfAbsent(List.of(act.kind(), act.noticeId()), act));
        return first.values().stream()
                .sorted(Comparator.comparing(Standing.Act::on, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Standing.Act::noticeId)
                        .thenComparing(act -> act.kind().name()))
                .toList();
    }

    /** What was ever corrected of some notices, by id. */
    Future<Map<String, NoticeCorrection>> corrections(Collection<String> ids) {
        return client.preparedQuery(Sql.CORRECTIONS)
                .execute(tuple(ids))
                .map(rows -> rows(rows)
                        .collect(Collectors.toMap(row -> row.getString("notice_id"), Corrections::correction)));
    }

    private Future<Map<String, List<StoredNotice.Link>>> links(Collection<String> ids) {
        return links.from(ids)
                .map(links -> links.stream()
                        .collect(Collectors.groupingBy(
                                link -> link.source().id(),
                                Collectors.mapping(
                                        link -> new StoredNotice.Link(
                                                link.kind(),
                                                link.target().id(),
                                                link.target().name()),
                                        Collectors.toList()))));
    }

    private static Map<String, Notice> assembled(
            RowSet<Row> heads, Map<String, List<Passage>> passages, Map<String, List<Relation>> relations) {
        var notices = new LinkedHashMap<String, Notice>();
        for (Row row : heads) {
            String id = row.getString("id");
            notices.put(id, notice(row, of(id, passages), of(id, relations)));
        }
        return notices;
    }

    private static List<NoticeVersion> versions(
            RowSet<Row> heads, Map<String, List<Passage>> passages, Map<String, List<Relation>> relations) {
        return rows(heads)
                .map(row -> new NoticeVersion(
                        notice(row, of(until(row), passages), of(until(row), relations)),
                        row.getLong("written"),
                        row.getLong("until"),
                        row.getOffsetDateTime("replaced_at")))
                .toList();
    }

    private static Notice notice(Row row, List<Passage> passages, List<Relation> relations) {
        return new Notice(
                row.getString("id"),
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
                relations,
                passages);
    }

    private static String until(Row row) {
        return String.valueOf(row.getLong("until"));
    }

    private StoredNotice stored(
            Notice notice,
            List<Standing.Act> acts,
            @Nullable NoticeCorrection correction,
            List<StoredNotice.Link> links) {
        var stated = new Standing(notice.effectiveOn(), notice.expiresOn(), "", acts, ruling(correction));
        return new StoredNotice(
                notice,
                terms.applied(stated, notice.jurisdiction(), notice.title(), notice.kind(), notice.issuedOn()),
                links,
                correction == null || correction.fields().isEmpty() ? null : correction.read());
    }

    private static @Nullable Ruling ruling(@Nullable NoticeCorrection correction) {
        return correction == null ? null : correction.ruling();
    }

    private NoticeSummary summary(
            Row row, Map<String, List<Standing.Act>> acts, Map<String, NoticeCorrection> corrections) {
        String id = row.getString("id");
        var stated = new Standing(
                row.getLocalDate("effective_on"),
                row.getLocalDate("expires_on"),
                "",
                of(id, acts),
                ruling(corrections.get(id)));
        return new NoticeSummary(
                id,
                number(row),
                row.getString("title"),
                row.getString("issuer"),
                row.getString("jurisdiction"),
                row.getString("kind"),
                row.getLocalDate("issued_on"),
                row.getString("gazette"),
                terms.applied(
                        stated,
                        row.getString("jurisdiction"),
                        row.getString("title"),
                        row.getString("kind"),
                        row.getLocalDate("issued_on")));
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
    static String name(Row row) {
        String number = row.getString("number");
        return "《" + row.getString("title") + "》" + (number == null ? "" : "（" + number + "）");
    }

    private static <T> Map<String, List<T>> grouped(RowSet<Row> rows, String key, Function<Row, T> value) {
        return grouped(rows, row -> Objects.requireNonNull(row.getString(key)), value);
    }

    private static <T> Map<String, List<T>> grouped(
            RowSet<Row> rows, Function<Row, String> key, Function<Row, T> value) {
        return rows(rows)
                .collect(
                        Collectors.groupingBy(key, Collectors.mapping(value, Collectors.toCollection(ArrayList::new))));
    }

    private static <T> List<T> of(String id, Map<String, List<T>> values) {
        return values.getOrDefault(id, List.of());
    }

    static Stream<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static List<String> firstColumn(RowSet<Row> rows) {
        return rows(rows).map(row -> row.getString(0)).toList();
    }

    static Tuple tuple(Collection<String> ids) {
        return Tuple.tuple().addArrayOfString(ids.toArray(String[]::new));
    }
}
