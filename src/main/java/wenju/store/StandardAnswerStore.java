package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import wenju.notice.ApprovedAnswer;
import wenju.notice.ApprovedAnswer.Clause;
import wenju.notice.ApprovedAnswer.Lapse;
import wenju.notice.AssumedTerms;
import wenju.store.StandardAnswer.Draft;
import wenju.store.StandardAnswer.NotApprovableException;
import wenju.store.StandardAnswer.Obstacle;
import wenju.store.StandardAnswer.UnknownClauseException;

/**
 * The standard answers in PostgreSQL. Every change stands in the audit, stepping aside too. Safe for use by several threads; a
 * database that is away is a failed future.
 */
public final class StandardAnswerStore {
    private static final Pattern PASSAGE_ID = Pattern.compile("\\w{1,64}-\\d{1,6}");

    private final Pool pool;
    private final AssumedTerms terms;

    /** @param terms assumed for notices that name none themselves, as {@link NoticeStore} does */
    public StandardAnswerStore(Database database, AssumedTerms terms) {
        this.pool = database.pool();
        this.terms = terms;
    }

    /** All of them, what somebody has to look at first. */
    public Future<List<StandardAnswer>> list() {
        return pool.query(DeskSql.LIST_STANDARD).execute().map(StandardAnswerStore::answers);
    }

    public Future<Optional<StandardAnswer>> find(String id) {
        return pool.preparedQuery(DeskSql.FIND_STANDARD)
                .execute(Tuple.of(id))
                .map(rows -> answers(rows).stream().findFirst());
    }

    /**
     * Adds an answer, which waits to be approved.
     *
     * @param author account
     * @return fails with an {@link UnknownClauseException} when a clause is not in sight
     */
    public Future<StandardAnswer> add(Draft draft, String author, Actor actor) {
        String id = "s" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits(), 12);
        return pool.withTransaction(connection -> clauses(connection, draft.passageIds())
                .compose(clauses -> connection
                        .preparedQuery(DeskSql.ADD_STANDARD)
                        .execute(Tuple.of(id)
                                .addArrayOfString(wordings(draft))
                                .addString(draft.text())
                                .addValue(json(clauses))
                                .addLocalDate(draft.reviewOn())
                                .addArrayOfString(new String[] {author})))
                .compose(added -> lock(connection, id))
                .compose(after -> audit(connection, actor, Audit.Action.WRITE_STANDARD_ANSWER, null, after)));
    }

    /**
     * Writes an answer anew; what was approved stays in use until this is approved as well.
     *
     * @param version as it was seen
     * @return fails with a {@link StaleException} when it is no longer that version, and like {@link #add}
     */
    public Future<StandardAnswer> change(String id, int version, Draft draft, String author, Actor actor) {
        return changing(id, actor, Audit.Action.WRITE_STANDARD_ANSWER, (connection, before) -> {
            var authors = new TreeSet<>(before.authors());
            authors.add(author);
            return clauses(connection, draft.passageIds())
                    .compose(clauses -> update(
                            connection,
                            DeskSql.CHANGE_STANDARD,
                            Tuple.of(id, version)
                                    .addArrayOfString(wordings(draft))
                                    .addString(draft.text())
                                    .addValue(json(clauses))
                                    .addLocalDate(draft.reviewOn())
                                    .addArrayOfString(authors.toArray(String[]::new))));
        });
    }

    /**
     * Approves what waits: from now on it is shown.
     *
     * @param approver account; none of the authors
     * @return fails with a {@link StaleException} or a {@link NotApprovableException}
     */
    public Future<StandardAnswer> approve(String id, int version, String approver, LocalDate today, Actor actor) {
        return changing(id, actor, Audit.Action.APPROVE_STANDARD_ANSWER, (connection, before) -> {
            if (before.version() != version) {
                return Future.failedFuture(new StaleException("standard answer " + id));
            }
            if (!before.waits()) {
                return Future.failedFuture(new NotApprovableException(Obstacle.NOTHING_WAITS));
            }
            if (before.authors().contains(approver)) {
                return Future.failedFuture(new NotApprovableException(Obstacle.OWN_WORK));
            }
            var approved = new ApprovedAnswer(
                    id,
                    version + 1,
                    before.draft().wordings(),
                    before.draft().text(),
                    before.clauses(),
                    today,
                    before.draft().reviewOn());
            return notices(connection, List.of(approved))
                    .compose(notices -> approved.lapse(notices, today).isPresent()
                            ? Future.failedFuture(new NotApprovableException(Obstacle.DOES_NOT_HOLD))
                            : update(
                                    connection,
                                    DeskSql.APPROVE_STANDARD,
                                    Tuple.of(id, version, json(approved), approver)));
        });
    }

    /**
     * Takes an answer out of use, whether it waits or not; it can be written anew.
     *
     * @return fails with a {@link StaleException} when it is no longer that version
     */
    public Future<StandardAnswer> withdraw(String id, int version, Actor actor) {
        return changing(
                id,
                actor,
                Audit.Action.WITHDRAW_STANDARD_ANSWER,
                (connection, before) -> update(connection, DeskSql.WITHDRAW_STANDARD, Tuple.of(id, version)));
    }

    /**
     * Lets those step aside that no longer hold; each once, whichever node asks.
     *
     * @return those that hold
     */
    public Future<List<ApprovedAnswer>> review(LocalDate today) {
        return pool.withTransaction(connection -> connection
                .query(DeskSql.STANDARD_IN_USE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> approved(row.getJsonObject("in_use")))
                        .toList())
                .compose(answers -> notices(connection, answers).compose(notices -> {
                    var holding = new ArrayList<ApprovedAnswer>();
                    Future<Void> done = Future.succeededFuture();
                    for (ApprovedAnswer answer : answers) {
                        Optional<Lapse> lapse = answer.lapse(notices, today);
                        if (lapse.isEmpty()) {
                            holding.add(answer);
                        } else {
                            done = done.compose(before -> stepAside(connection, answer, lapse.get()));
                        }
                    }
                    return done.map(List.copyOf(holding));
                })));
    }

    static JsonObject json(ApprovedAnswer answer) {
        return new JsonObject()
                .put("id", answer.id())
                .put("edition", answer.edition())
                .put("wordings", new JsonArray(answer.wordings()))
                .put("text", answer.text())
                .put("clauses", json(answer.clauses()))
                .put("approvedOn", answer.approvedOn().toString())
                .put("reviewOn", answer.reviewOn().toString());
    }

    static ApprovedAnswer approved(JsonObject json) {
        return new ApprovedAnswer(
                json.getString("id"),
                json.getInteger("edition"),
                json.getJsonArray("wordings").stream().map(String::valueOf).toList(),
                json.getString("text"),
                clauses(json.getJsonArray("clauses")),
                LocalDate.parse(json.getString("approvedOn")),
                LocalDate.parse(json.getString("reviewOn")));
    }

    /** A change of one answer, with what it was before. */
    @FunctionalInterface
    private interface Change {
        Future<Void> make(SqlConnection connection, StandardAnswer before);
    }

    private Future<StandardAnswer> changing(String id, Actor actor, Audit.Action action, Change change) {
        return pool.withTransaction(connection -> lock(connection, id)
                .compose(before -> change.make(connection, before)
                        .compose(done -> lock(connection, id))
                        .compose(after -> audit(connection, actor, action, before, after))));
    }

    private static Future<StandardAnswer> lock(SqlConnection connection, String id) {
        return connection
                .preparedQuery(DeskSql.LOCK_STANDARD)
                .execute(Tuple.of(id))
                .map(rows -> answers(rows).stream()
                        .findFirst()
                        .orElseThrow(() -> new StaleException("standard answer " + id)));
    }

    /** One row, or somebody else was faster. */
    private static Future<Void> update(SqlConnection connection, String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(new StaleException("standard answer " + values.getString(0))));
    }

    private static Future<Void> stepAside(SqlConnection connection, ApprovedAnswer answer, Lapse lapse) {
        return connection
                .preparedQuery(DeskSql.STEP_ASIDE)
                .execute(Tuple.of(answer.id(), answer.edition(), lapse.code()))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.succeededFuture()
                        : Audit.write(
                                connection,
                                Actor.PROGRAM,
                                Audit.Action.LAPSE_STANDARD_ANSWER,
                                answer.id(),
                                json(answer),
                                new JsonObject().put("lapse", lapse.code())));
    }

    private static Future<StandardAnswer> audit(
            SqlConnection connection,
            Actor actor,
            Audit.Action action,
            @Nullable StandardAnswer before,
            StandardAnswer after) {
        return Audit.write(connection, actor, action, after.id(), before == null ? null : state(before), state(after))
                .map(after);
    }

    private static JsonObject state(StandardAnswer answer) {
        ApprovedAnswer inUse = answer.inUse();
        return new JsonObject()
                .put("wordings", new JsonArray(answer.draft().wordings()))
                .put("text", answer.draft().text())
                .put("passageIds", new JsonArray(answer.draft().passageIds()))
                .put("reviewOn", answer.draft().reviewOn().toString())
                .put("authors", new JsonArray(answer.authors()))
                .put("edition", inUse == null ? null : inUse.edition())
                .put("withdrawn", answer.withdrawn());
    }

    /** The clauses as they stand. */
    private Future<List<Clause>> clauses(SqlConnection connection, List<String> passageIds) {
        if (!passageIds.stream().allMatch(id -> PASSAGE_ID.matcher(id).matches())) {
            return Future.failedFuture(new UnknownClauseException(passageIds.toString()));
        }
        List<Clause> bare = passageIds.stream().map(id -> new Clause(id, "", 0)).toList();
        return now(connection, bare)
                .map(notices -> bare.stream()
                        .map(clause -> Optional.ofNullable(notices.get(clause.noticeId()))
                                .filter(now ->
                                        clause.position() < now.passages().size())
                                .map(now -> new Clause(
                                        clause.passageId(),
                                        ApprovedAnswer.textOf(now.passages().get(clause.position())),
                                        now.standing().acts().size()))
                                .orElseThrow(() -> new UnknownClauseException(clause.passageId())))
                        .toList());
    }

    private Future<Function<String, Optional<ApprovedAnswer.Now>>> notices(
            SqlConnection connection, List<ApprovedAnswer> answers) {
        return now(
                        connection,
                        answers.stream()
                                .flatMap(answer -> answer.clauses().stream())
                                .toList())
                .map(notices -> id -> Optional.ofNullable(notices.get(id)));
    }

    private Future<Map<String, ApprovedAnswer.Now>> now(SqlConnection connection, List<Clause> clauses) {
        var rows = new NoticeRows(connection, terms);
        List<String> ids = clauses.stream().map(Clause::noticeId).distinct().toList();
        return rows.inSight(ids)
                .compose(rows::stored)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                stored -> stored.notice().id(),
                                stored -> new ApprovedAnswer.Now(stored.notice().passages(), stored.standing()))));
    }

    private static String[] wordings(Draft draft) {
        return draft.wordings().toArray(String[]::new);
    }

    private static JsonArray json(List<Clause> clauses) {
        return new JsonArray(clauses.stream()
                .map(clause -> new JsonObject()
                        .put("passageId", clause.passageId())
                        .put("text", clause.text())
                        .put("acts", clause.acts()))
                .toList());
    }

    private static List<Clause> clauses(JsonArray json) {
        return json.stream()
                .map(JsonObject.class::cast)
                .map(clause ->
                        new Clause(clause.getString("passageId"), clause.getString("text"), clause.getInteger("acts")))
                .toList();
    }

    private static List<StandardAnswer> answers(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(StandardAnswerStore::answer)
                .toList();
    }

    private static StandardAnswer answer(Row row) {
        List<Clause> clauses = clauses(row.getJsonArray("clauses"));
        JsonObject inUse = row.getJsonObject("in_use");
        String aside = row.getString("aside");
        return new StandardAnswer(
                row.getString("id"),
                new Draft(
                        Arrays.asList(row.getArrayOfStrings("wordings")),
                        row.getString("text"),
                        clauses.stream().map(Clause::passageId).toList(),
                        row.getLocalDate("review_on")),
                clauses,
                Arrays.asList(row.getArrayOfStrings("authors")),
                inUse == null ? null : approved(inUse),
                row.getString("approver"),
                aside == null ? null : Lapse.of(aside),
                row.getBoolean("withdrawn"),
                row.getInteger("version"),
                Objects.requireNonNull(row.getOffsetDateTime("changed_at")).toInstant());
    }
}
