package wenju.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Counts {@link Figures} from the kept answers, each time they are asked for. Safe for use by several threads. */
public final class AnswerFigures {
    /** Of so many kinds of questions it is looked whether enough people asked them. */
    private static final int LOOKED_AT = 5 * Figures.MOST;

    private final Pool pool;

    public AnswerFigures(Database database) {
        this.pool = database.pool();
    }

    /** The figures of some days. */
    public Future<Figures> of(Figures.Span span) {
        Future<RowSet<Row>> questions =
                count(DeskSql.QUESTIONS_BY_DAY, span, span.zone().getId());
        Future<RowSet<Row>> feedback =
                count(DeskSql.FEEDBACK_BY_DAY, span, span.zone().getId());
        Future<RowSet<Row>> cited = count(DeskSql.CITED_MOST, span, Figures.FEWEST, Figures.MOST);
        Future<RowSet<Row>> alike = count(DeskSql.ASKED_MOST, span, Figures.FEWEST, LOOKED_AT);
        return Future.all(questions, feedback, cited, alike)
                .map(all -> figures(
                        span,
                        counts(questions.result(), feedback.result()),
                        list(cited.result(), AnswerFigures::cited),
                        list(alike.result(), AnswerFigures::asked)));
    }

    private Future<RowSet<Row>> count(String sql, Figures.Span span, Object... more) {
        Tuple parameters = Tuple.from(Arrays.asList(span.start(), span.end(), code(span.door())));
        Arrays.stream(more).forEach(parameters::addValue);
        return pool.preparedQuery(sql).execute(parameters);
    }

    private static @Nullable String code(@Nullable Door door) {
        return door == null ? null : door.code();
    }

    /** By day; under null of all days, which is there even when nobody asked. */
    private static Map<@Nullable LocalDate, Figures.Count> counts(RowSet<Row> questions, RowSet<Row> feedback) {
        var counts = new HashMap<@Nullable LocalDate, Figures.Count>();
        questions.forEach(row -> counts.put(
                row.getLocalDate("day"),
                new Figures.Count(
                        row.getLong("questions"),
                        row.getLong("answered"),
                        0,
                        0,
                        row.getLong("median_millis"),
                        row.getLong("slow_millis"))));
        feedback.forEach(row -> counts.computeIfPresent(
                row.getLocalDate("day"),
                (day, count) -> count.judged(row.getLong("useful"), row.getLong("not_useful"))));
        return counts;
    }

    private static Figures figures(
            Figures.Span span,
            Map<@Nullable LocalDate, Figures.Count> counts,
            List<Figures.Cited> notices,
            List<Figures.Asked> alike) {
        return new Figures(
                span,
                counts.getOrDefault(null, Figures.Count.NOTHING),
                span.from()
                        .datesUntil(span.to().plusDays(1))
                        .map(day -> new Figures.Day(day, counts.getOrDefault(day, Figures.Count.NOTHING)))
                        .toList(),
                notices,
                alike.stream().limit(Figures.MOST).toList(),
                alike.stream()
                        .filter(asked -> asked.unanswered() >= Figures.FEWEST)
                        .sorted(Comparator.comparingLong(Figures.Asked::unanswered)
                                .reversed())
                        .limit(Figures.MOST)
                        .toList());
    }

    private static Figures.Cited cited(Row row) {
        return new Figures.Cited(
                row.getString("id"),
                row.getString("number"),
                row.getString("title"),
                row.getLong("answers"),
                List.of(row.getArrayOfStrings("headings")));
    }

    private static Figures.Asked asked(Row row) {
        return new Figures.Asked(row.getString("question"), row.getLong("times"), row.getLong("unanswered"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> shape) {
        return StreamSupport.stream(rows.spliterator(), false).map(shape).toList();
    }
}
