package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Answers given, and what people thought of them, in PostgreSQL. What a future reports as done is on disk. A database that is
 * away is a failed future; answers come through an {@link AnswerQueue}, which outlasts that.
 */
public final class AnswerLog {
    private static final int OLD_AT_A_TIME = 5_000;
    /** The reason of feedback, in the contract's words, that says that a notice does answer. */
    private static final String MISSED = "missed";

    private static final String UNANSWERED = "unanswered";

    /** Of the answers that begin less surely than this a quarter is right; the least sure fifth of them. */
    private static final double DOUBTFUL = 0.35;

    private final Pool pool;
    private final Map<String, String> settings;

    /**
     * @param settings program version and whatever else decides answers as long as the program runs; with the thesaurus of an
     *     answer they are kept once, under their digest, which every answer names
     */
    public AnswerLog(Database database, Map<String, String> settings) {
        this.pool = database.pool();
        this.settings = Map.copyOf(settings);
    }

    /**
     * Keeps what somebody thought of an answer, if the answer is kept and showed what is meant. Of whoever says that the
     * notices should have answered other systems are told.
     */
    public Future<Feedback.Fate> put(UUID answer, Feedback feedback) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(Sql.PUT_FEEDBACK)
                .execute(Tuple.from(Arrays.asList(
                        answer, feedback.passageId(), feedback.helpful(), feedback.reason(), feedback.comment())))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.succeededFuture(Feedback.Fate.UNKNOWN_ANSWER);
                    }
                    return rows.iterator().next().getBoolean("shown")
                            ? tell(connection, answer, feedback).map(Feedback.Fate.KEPT)
                            : Future.succeededFuture(Feedback.Fate.NOT_SHOWN);
                }));
    }

    private static Future<Void> tell(SqlConnection connection, UUID answer, Feedback feedback) {
        if (feedback.helpful()) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(Sql.ANSWER_HEAD)
                .execute(Tuple.of(answer))
                .compose(rows -> Outbox.add(
                        connection,
                        StreamSupport.stream(rows.spliterator(), false)
                                .filter(row ->
                                        MISSED.equals(feedback.reason()) || UNANSWERED.equals(row.getString("outcome")))
                                .map(row -> OutboxEvent.gap(
                                        answer.toString(),
                                        row.getString("question"),
                                        row.getString("understood_as"),
                                        row.getString("outcome"),
                                        feedback.reason()))
                                .toList()));
    }

    /** Everything kept of a conversation, oldest first, one JSON object an answer; empty when nothing is. */
    public Future<List<String>> export(String conversation) {
        return pool.preparedQuery(Sql.CONVERSATION)
                .execute(Tuple.of(conversation))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getJsonObject("exchange").encode())
                        .toList());
    }

    /**
     * Deletes everything kept of a conversation, feedback included; answers given before that are not written any more,
     * whoever still holds them. The audit keeps that it was done, not what was there.
     *
     * @return how many answers
     */
    public Future<Integer> erase(String conversation, Actor actor) {
        return pool.withTransaction(connection -> connection
                .query(Sql.LOCK_ANSWERS)
                .execute()
                .compose(alone -> delete(connection, Sql.DELETE_CONVERSATION, Tuple.of(conversation)))
                .compose(erased -> Audit.write(
                                connection,
                                actor,
                                Audit.Action.ERASE,
                                conversation,
                                new JsonObject().put("answers", erased),
                                null)
                        .map(erased)));
    }

    /**
     * Deletes what was given before a time, feedback included, some at a time.
     *
     * @return how many answers
     */
    public Future<Integer> deleteBefore(OffsetDateTime time) {
        return pool.withTransaction(
                        connection -> delete(connection, Sql.DELETE_OLD_ANSWERS, Tuple.of(time, OLD_AT_A_TIME)))
                .compose(deleted -> deleted < OLD_AT_A_TIME
                        ? Future.succeededFuture(deleted)
                        : deleteBefore(time).map(more -> deleted + more));
    }

    /**
     * Deletes answers, then what waits to be told of them: in this order, since feedback that is being given to one makes the
     * first statement wait, and the second sees its message.
     *
     * @param sql returns their ids
     */
    private static Future<Integer> delete(SqlConnection connection, String sql, Tuple which) {
        return connection.preparedQuery(sql).execute(which).compose(rows -> {
            String[] ids = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getString("id"))
                    .toArray(String[]::new);
            return connection
                    .preparedQuery(Sql.DELETE_MESSAGES_ABOUT)
                    .execute(Tuple.of(ids))
                    .map(ids.length);
        });
    }

    /** Keeps answers, all or none; one that is kept already is left as it is, one that was erased meanwhile is left out. */
    Future<Void> put(List<LoggedAnswer> answers) {
        return pool.withTransaction(connection -> put(connection, answers));
    }

    /** The same, in a transaction. */
    Future<Void> put(SqlConnection connection, List<LoggedAnswer> answers) {
        Map<String, Tuple> configurations = answers.stream()
                .map(LoggedAnswer::thesaurus)
                .distinct()
                .collect(Collectors.toMap(thesaurus -> thesaurus, this::configuration));
        return connection
                .preparedQuery(Sql.PUT_CONFIGURATION)
                .executeBatch(List.copyOf(configurations.values()))
                .compose(done -> connection
                        .preparedQuery(Sql.PUT_ANSWER)
                        .executeBatch(answers.stream()
                                .map(answer -> row(
                                        answer,
                                        configurations.get(answer.thesaurus()).getString(0)))
                                .toList()))
                .mapEmpty();
    }

    /** All that decides what the answer to a question is, beside the notices, after its digest. */
    private Tuple configuration(String thesaurus) {
        var all = new TreeMap<>(settings);
        all.put("thesaurus", thesaurus);
        var configuration = new JsonObject();
        all.forEach(configuration::put);
        return Tuple.of(digest(configuration), configuration);
    }

    private Tuple row(LoggedAnswer answer, String configuration) {
        var excerpts = new JsonArray();
        answer.excerpts()
                .forEach(shown -> excerpts.add(
                        new JsonObject().put("passageId", shown.passageId()).put("confidence", shown.confidence())));
        return Tuple.from(Arrays.asList(
                answer.id(),
                answer.givenAt(),
                answer.conversation(),
                answer.question(),
                answer.history().toArray(String[]::new),
                new JsonObject(answer.filters()),
                answer.limit(),
                answer.understoodAs(),
                answer.outcome(),
                excerpts,
                answer.revision(),
                configuration,
                answer.millis(),
                answer.approved(),
                answer.likeness(),
                trouble(answer),
                code(answer.door())));
    }

    /** What brings an answer into the queue: a word of the table, or null. */
    private static @Nullable String trouble(LoggedAnswer answer) {
        if (answer.likeness().isEmpty()) {
            return null;
        }
        if (answer.outcome().equals(UNANSWERED)) {
            return UNANSWERED;
        }
        boolean unsure =
                !answer.excerpts().isEmpty() && answer.excerpts().getFirst().confidence() < DOUBTFUL;
        return unsure && answer.approved() == null ? "doubtful" : null;
    }

    private static @Nullable String code(@Nullable Door door) {
        return door == null ? null : door.code();
    }

    private static String digest(JsonObject configuration) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(configuration.encode().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
