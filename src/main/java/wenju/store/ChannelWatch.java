package wenju.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which channels do not answer, without asking at each question: it asks every second, which costs three rows. While the
 * database is away the last that was seen holds, over a restart too, for it is kept in a file.
 */
public final class ChannelWatch {
    /** How long a change stays unseen at most. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(ChannelWatch.class);

    private final Vertx vertx;
    private final ChannelStore channels;
    private final Path memory;
    private volatile Map<Channel, String> notices = Map.of();
    private Future<Void> looking = Future.succeededFuture();
    private volatile boolean closed;

    private ChannelWatch(Vertx vertx, ChannelStore channels, Path memory) {
        this.vertx = vertx;
        this.channels = channels;
        this.memory = memory;
    }

    /**
     * Begins to watch, from what was seen last.
     *
     * @param memory file for what is seen; need not exist
     */
    public static Future<ChannelWatch> open(Database database, Path memory) {
        var watch = new ChannelWatch(database.vertx(), new ChannelStore(database), memory);
        return watch.recall().map(done -> {
            watch.follow();
            return watch;
        });
    }

    /** What people of a channel are told in place of an answer; empty while it answers. Does not block. */
    public Optional<String> notice(Channel channel) {
        return Optional.ofNullable(notices.get(channel));
    }

    /** Looks at once, after a change of our own; one look after the other, or an earlier one would undo what a later one saw. */
    public synchronized Future<Void> look() {
        looking = looking.otherwiseEmpty().compose(before -> channels.list()).compose(this::see);
        return looking;
    }

    /** Watches no longer. */
    public Future<Void> close() {
        closed = true;
        return Future.succeededFuture();
    }

    private void follow() {
        look().onFailure(failure -> log.debug("the switch is as it was seen last", failure))
                .onComplete(looked -> {
                    if (!closed) {
                        vertx.setTimer(PAUSE.toMillis(), elapsed -> follow());
                    }
                });
    }

    private Future<Void> see(List<ChannelState> states) {
        var seen = new EnumMap<Channel, String>(Channel.class);
        states.stream().filter(state -> !state.answers()).forEach(state -> seen.put(state.channel(), state.notice()));
        if (seen.equals(notices)) {
            return Future.succeededFuture();
        }
        notices = Map.copyOf(seen);
        log.info("停止回答的渠道：{}", seen.isEmpty() ? "无" : seen.keySet());
        return keep(seen);
    }

    /** In one step, so that a crash leaves the file before or the file after. */
    private Future<Void> keep(Map<Channel, String> seen) {
        var json = new JsonObject();
        seen.forEach((channel, notice) -> json.put(channel.code(), notice));
        String beside = memory + ".new";
        return vertx.fileSystem()
                .writeFile(beside, json.toBuffer())
                .compose(written -> vertx.fileSystem()
                        .move(
                                beside,
                                memory.toString(),
                                new CopyOptions().setReplaceExisting(true).setAtomicMove(true)))
                .onFailure(failure -> log.warn("渠道的开关未能记入 {}", memory, failure))
                .otherwiseEmpty();
    }

    private Future<Void> recall() {
        return vertx.fileSystem()
                .exists(memory.toString())
                .compose(there -> there ? vertx.fileSystem().readFile(memory.toString()) : Future.succeededFuture())
                .map(content -> {
                    if (content != null) {
                        notices = read(content);
                    }
                    return null;
                });
    }

    /** A file that cannot be read says nothing: the database will. */
    private Map<Channel, String> read(Buffer content) {
        try {
            var recalled = new EnumMap<Channel, String>(Channel.class);
            content.toJsonObject()
                    .forEach(entry -> Channel.of(entry.getKey())
                            .ifPresent(channel -> recalled.put(channel, String.valueOf(entry.getValue()))));
            return Map.copyOf(recalled);
        } catch (DecodeException e) {
            log.warn("{} 无法读取，以数据库为准", memory, e);
            return Map.of();
        }
    }
}
