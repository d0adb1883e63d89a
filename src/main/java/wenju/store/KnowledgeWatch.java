package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.notice.ApprovedAnswer;

/**
 * Knows what the desk adds to answers, without asking at each question: it asks every second whether anything has changed, and
 * at once when {@linkplain #wake woken}. When notices have changed, or the day, it lets those standard answers step aside that no
 * longer hold. While the database is away the last that was seen holds, over a restart too, for it is kept in a file.
 */
public final class KnowledgeWatch {
    /** How long a change stays unseen at most. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(KnowledgeWatch.class);

    private final Vertx vertx;
    private final Pool pool;
    private final StandardAnswerStore answers;
    private final ThesaurusStore thesaurus;
    private final Path memory;
    private final Clock clock;
    private volatile List<ApprovedAnswer> approved = List.of();
    private volatile List<String> entries = List.of();
    private Seen seen = new Seen(-1, -1, LocalDate.MIN);
    private Future<Void> looking = Future.succeededFuture();
    private volatile boolean closed;

    private record Seen(long desk, long notices, LocalDate day) {}

    private KnowledgeWatch(Database database, StandardAnswerStore answers, Path memory, Clock clock) {
        this.vertx = database.vertx();
        this.pool = database.pool();
        this.thesaurus = new ThesaurusStore(database);
        this.answers = answers;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Begins with what was seen last; {@link #follow} goes on from there.
     *
     * @param memory file for what is seen; need not exist
     * @param clock tells the day
     */
    public static Future<KnowledgeWatch> open(
            Database database, StandardAnswerStore answers, Path memory, Clock clock) {
        var watch = new KnowledgeWatch(database, answers, memory, clock);
        return watch.recall().map(watch);
    }

    /** Looks again and again, until {@link #close}. The database must have been brought up to date. */
    public void follow() {
        look().onFailure(failure -> log.debug("the desk's knowledge is as it was seen last", failure))
                .onComplete(looked -> {
                    if (!closed) {
                        vertx.setTimer(PAUSE.toMillis(), elapsed -> follow());
                    }
                });
    }

    /** Something may have changed. */
    public void wake() {
        look().onFailure(failure -> log.debug("the desk's knowledge is as it was seen last", failure));
    }

    /** The standard answers that held when they were looked at last. Does not block. */
    public List<ApprovedAnswer> approved() {
        return approved;
    }

    /** What staff added to the thesaurus, line by line; the same list until it changes. Does not block. */
    public List<String> entries() {
        return entries;
    }

    /** Looks at once, after a change of our own; one look after the other. */
    public synchronized Future<Void> look() {
        looking = looking.otherwiseEmpty().compose(before -> lookOnce());
        return looking;
    }

    /** Looks no longer; completes when the last look has come to its end. */
    public synchronized Future<Void> close() {
        closed = true;
        return looking.otherwiseEmpty();
    }

    private Future<Void> lookOnce() {
        LocalDate today = LocalDate.now(clock);
        return pool.query(DeskSql.REVISIONS).execute().compose(rows -> {
            Row row = rows.iterator().next();
            var now = new Seen(row.getLong("desk"), row.getLong("notices"), today);
            return now.equals(seen)
                    ? Future.succeededFuture()
                    : answers.review(today)
                            .compose(holding -> thesaurus.lines().compose(lines -> see(now, holding, lines)));
        });
    }

    private Future<Void> see(Seen now, List<ApprovedAnswer> holding, List<String> lines) {
        seen = now;
        if (holding.equals(approved) && lines.equals(entries)) {
            return Future.succeededFuture();
        }
        if (!holding.equals(approved)) {
            approved = List.copyOf(holding);
        }
        if (!lines.equals(entries)) {
            entries = List.copyOf(lines);
        }
        log.info("使用中的标准答复 {} 条，工作人员的同义词 {} 条", approved.size(), entries.size());
        return keep();
    }

    /** In one step, so that a crash leaves the file before or the file after. */
    private Future<Void> keep() {
        var json = new JsonObject()
                .put(
                        "approved",
                        new JsonArray(
                                approved.stream().map(StandardAnswerStore::json).toList()))
                .put("thesaurus", new JsonArray(entries));
        String beside = memory + ".new";
        return vertx.fileSystem()
                .writeFile(beside, json.toBuffer())
                .compose(written -> vertx.fileSystem()
                        .move(
                                beside,
                                memory.toString(),
                                new CopyOptions().setReplaceExisting(true).setAtomicMove(true)))
                .onFailure(failure -> log.warn("标准答复和同义词未能记入 {}", memory, failure))
                .otherwiseEmpty();
    }

    private Future<Void> recall() {
        return vertx.fileSystem()
                .exists(memory.toString())
                .compose(there -> there ? vertx.fileSystem().readFile(memory.toString()) : Future.succeededFuture())
                .map(content -> {
                    if (content != null) {
                        read(content);
                    }
                    return null;
                });
    }

    /** A file that cannot be read says nothing: the database will. */
    private void read(Buffer content) {
        try {
            JsonObject json = content.toJsonObject();
            approved = json.getJsonArray("approved", new JsonArray()).stream()
                    .map(JsonObject.class::cast)
                    .map(StandardAnswerStore::approved)
                    .toList();
            entries = json.getJsonArray("thesaurus", new JsonArray()).stream()
                    .map(String.class::cast)
                    .toList();
        } catch (DecodeException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            log.warn("{} 无法读取，以数据库为准", memory, e);
        }
    }
}
