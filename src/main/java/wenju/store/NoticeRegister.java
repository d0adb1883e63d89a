package wenju.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wenju.notice.AssumedTerms;
import wenju.notice.DocumentNumber;
import wenju.notice.Validity;

/**
 * The notices as the desk goes through them: by words of their title or number, those that end next, those that are withdrawn.
 * Safe for use by several threads; a database that is away is a failed future.
 */
public final class NoticeRegister {
    /** Rows read at a time where not each of them is wanted. With more, what is common takes longer than what is rare gains. */
    private static final int BATCH = 200;

    private final Pool pool;
    private final AssumedTerms terms;

    /** @param terms assumed for notices that name none themselves */
    public NoticeRegister(Database database, AssumedTerms terms) {
        this.pool = database.pool();
        this.terms = terms;
    }

    /** Which notices, and in which order. */
    public enum View {
        /** Not withdrawn; newest first, undated last. */
        IN_SIGHT("inSight"),
        /** Not withdrawn, and with a last day that is not over; what ends first first. */
        ENDING("ending"),
        /** Withdrawn; newest first, undated last. */
        WITHDRAWN("withdrawn");

        private final String code;

        View(String code) {
            this.code = code;
        }

        /** Its name in the contract: {@code inSight}. */
        public String code() {
            return code;
        }

        /** The view of a name; empty when there is none. */
        public static Optional<View> of(String code) {
            return Arrays.stream(values())
                    .filter(view -> view.code.equals(code))
                    .findFirst();
        }
    }

    /**
     * What to list; null does not narrow.
     *
     * @param words parted by blanks; each stands in the title or in the number, however that is spelled. Empty does not narrow
     * @param gazette name of a file that prints it
     * @param status on {@code day}
     * @param day today
     * @param limit most rows wanted, 1 to {@value NoticeFilter#MAX_LIMIT}
     * @param after cursor ({@link Page#next()}) of this very list; null starts at the beginning
     */
    public record Filter(
            View view,
            String words,
            @Nullable String gazette,
            Validity.@Nullable Status status,
            LocalDate day,
            int limit,
            @Nullable String after) {
        public Filter {
            if (limit < 1 || limit > NoticeFilter.MAX_LIMIT) {
                throw new IllegalArgumentException("limit " + limit + " is not in 1 to " + NoticeFilter.MAX_LIMIT);
            }
        }

        private List<String> sought() {
            return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /**
     * A notice at the desk.
     *
     * @param lastDay on which it holds, whatever ends it; null when nothing does
     * @param withdrawal null when it is in sight
     * @param version how often it was withdrawn and restored, see {@link StaleException}
     */
    public record Entry(
            NoticeSummary notice,
            @Nullable LocalDate lastDay,
            @Nullable Withdrawal withdrawal,
            int version) {}

    /** @param author name of the account; empty when it is not known here */
    public record Withdrawal(String reason, String author, Instant at) {}

    /** @param next where the list goes on; null at the end */
    public record Page(List<Entry> entries, @Nullable String next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** A file that prints notices. @param notices how many it prints */
    public record GazetteEntry(String name, int notices, Instant importedAt) {}

    /**
     * A page of the list. Status and last day are told by {@link wenju.notice.Standing}, so with a status in the filter rows are
     * read and passed over until the page is full, and for those that end next all of them are looked at.
     *
     * @throws InvalidCursorException when {@code filter.after()} is no cursor
     */
    public Future<Page> list(Filter filter) {
        Cursor start = filter.after() == null ? null : Cursor.parse(filter.after());
        return pool.withTransaction(connection -> connection
                .query(Sql.READ_ONE_STATE)
                .execute()
                .compose(set -> filter.view() == View.ENDING
                        ? entries(connection, filter, null, null).map(all -> ending(all, filter, start))
                        : fill(connection, filter, start, new ArrayList<>())));
    }

    /** Every file that prints a notice, by name. */
    public Future<List<GazetteEntry>> gazettes() {
        return pool.query(Sql.GAZETTES)
                .execute()
                .map(rows -> rows(rows)
                        .map(row -> new GazetteEntry(
                                row.getString("name"),
                                row.getInteger("notices"),
                                row.getOffsetDateTime("imported_at").toInstant()))
                        .toList());
    }

    /**
     * Takes a notice out of sight, see {@link NoticeStore#withdraw(String, String, Actor)}.
     *
     * @param version that was seen
     * @param reason for the audit and for other editors
     * @return the version it has now; empty when it is not stored; fails with a {@link StaleException} when somebody else was
     *     faster, or it is withdrawn already
     */
    public Future<Optional<Integer>> withdraw(String id, int version, String reason, Actor actor) {
        return change(id, version, actor, sight -> sight.withdraw(reason));
    }

    /** Brings a withdrawn notice back. Otherwise as {@link #withdraw}. */
    public Future<Optional<Integer>> restore(String id, int version, Actor actor) {
        return change(id, version, actor, NoticeSight::restore);
    }

    private Future<Optional<Integer>> change(
            String id, int version, Actor actor, Function<NoticeSight, Future<Boolean>> change) {
        return pool.withTransaction(connection -> {
            var sight = new NoticeSight(connection, id, actor);
            return sight.isAsSeen(version)
                    .compose(stored -> stored
                            ? change.apply(sight)
                                    .compose(done -> done
                                            ? Future.succeededFuture(Optional.of(version + 1))
                                            : Future.failedFuture(sight.stale()))
                            : Future.succeededFuture(Optional.empty()));
        });
    }

    /** Goes on until the page has one more than wanted, which tells that there is a next. */
    private Future<Page> fill(SqlConnection connection, Filter filter, @Nullable Cursor after, List<Entry> found) {
        int batch = filter.status() == null ? filter.limit() + 1 : BATCH;
        return entries(connection, filter, after, batch).compose(read -> {
            read.stream().filter(entry -> passes(entry, filter)).forEach(found::add);
            return read.size() < batch || found.size() > filter.limit()
                    ? Future.succeededFuture(page(found, filter.limit(), entry -> Cursor.after(entry.notice())))
                    : fill(connection, filter, Cursor.after(read.getLast().notice()), found);
        });
    }

    /** @throws InvalidCursorException when the cursor is of another list */
    private static Page ending(List<Entry> all, Filter filter, @Nullable Cursor start) {
        if (start != null && start.day() == null) {
            throw new InvalidCursorException(start.toString());
        }
        List<Entry> rest = all.stream()
                .filter(entry -> passes(entry, filter))
                .filter(entry -> entry.lastDay() != null && !entry.lastDay().isBefore(filter.day()))
                .filter(entry -> start == null || isAfter(entry, start))
                .sorted(Comparator.comparing(NoticeRegister::lastDay)
                        .thenComparing(entry -> entry.notice().id()))
                .toList();
        return page(
                rest,
                filter.limit(),
                entry -> new Cursor(lastDay(entry), entry.notice().id()));
    }

    private static boolean isAfter(Entry entry, Cursor start) {
        int days = lastDay(entry).compareTo(Objects.requireNonNull(start.day()));
        return days > 0 || days == 0 && entry.notice().id().compareTo(start.id()) > 0;
    }

    /** Of one that has a last day. */
    private static LocalDate lastDay(Entry entry) {
        return Objects.requireNonNull(entry.lastDay());
    }

    private static boolean passes(Entry entry, Filter filter) {
        return filter.status() == null
                || entry.notice().standing().on(filter.day()).status() == filter.status();
    }

    private static Page page(List<Entry> found, int limit, Function<Entry, Cursor> cursor) {
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(
                        found.subList(0, limit),
                        cursor.apply(found.get(limit - 1)).toString());
    }

    /** @param limit null for all */
    private Future<List<Entry>> entries(
            SqlConnection connection, Filter filter, @Nullable Cursor after, @Nullable Integer limit) {
        List<String> words = filter.sought();
        Tuple values = Tuple.from(Arrays.asList(
                filter.view() == View.WITHDRAWN,
                filter.gazette(),
                words.toArray(String[]::new),
                words.stream().map(DocumentNumber::key).toArray(String[]::new),
                after != null,
                after == null ? null : after.day(),
                after == null ? null : after.id(),
                limit));
        return connection
                .preparedQuery(Sql.REGISTER)
                .execute(values)
                .compose(heads -> new NoticeRows(connection, terms)
                        .summaries(heads)
                        .map(notices -> {
                            Iterator<NoticeSummary> each = notices.iterator();
                            return rows(heads)
                                    .map(row -> entry(each.next(), row))
                                    .toList();
                        }));
    }

    private static Entry entry(NoticeSummary notice, Row row) {
        LocalDate last = notice.standing().holds().last();
        String reason = row.getString("reason");
        return new Entry(
                notice,
                last.equals(LocalDate.MAX) || last.equals(LocalDate.MIN) ? null : last,
                reason == null
                        ? null
                        : new Withdrawal(
                                reason,
                                row.getString("author"),
                                row.getOffsetDateTime("withdrawn_at").toInstant()),
                row.getInteger("version"));
    }

    private static Stream<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
