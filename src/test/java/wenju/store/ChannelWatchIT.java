package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({SharedDatabase.class, VertxExtension.class})
class ChannelWatchIT {
    private static final Actor ADMINISTRATOR = new Actor("zhao", "192.0.2.7");
    private static final ChannelState OFF = new ChannelState(Channel.WIDGET, false, "正在核对", 1);

    @TempDir
    private Path directory;

    @Test
    void change_isSeenByEveryNodeByItself(Database database) throws InterruptedException {
        ChannelWatch here = await(ChannelWatch.open(database, directory.resolve("here.json")));
        ChannelWatch there = await(ChannelWatch.open(database, directory.resolve("there.json")));
        await(new ChannelStore(database).change(OFF, "试", ADMINISTRATOR));
        assertSeen(Optional.of("正在核对"), here, there);
        assertEquals(Optional.empty(), here.notice(Channel.PAGE));
        await(new ChannelStore(database).change(new ChannelState(Channel.WIDGET, true, "", 2), "好了", ADMINISTRATOR));
        assertSeen(Optional.empty(), here, there);
        await(here.close());
        await(there.close());
    }

    @Test
    void lastSeen_holdsOverARestartWhileTheDatabaseIsAway(Database database, Vertx vertx)
            throws IOException, InterruptedException {
        Path memory = directory.resolve("channels.json");
        await(new ChannelStore(database).change(OFF, "试", ADMINISTRATOR));
        ChannelWatch before = await(ChannelWatch.open(database, memory));
        assertSeen(Optional.of("正在核对"), before);
        while (Files.notExists(memory)) {
            Thread.sleep(10);
        }
        await(before.close());

        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        var away = new DatabaseSettings(
                DatabaseUri.parse("postgresql://wenju:x@127.0.0.1:" + nobody + "/wenju"),
                null,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        Database gone = await(Database.prepare(vertx, away, directory));
        ChannelWatch after = await(ChannelWatch.open(gone, memory));
        assertThrows(RuntimeException.class, () -> await(after.look()));
        assertEquals(Optional.of("正在核对"), after.notice(Channel.WIDGET));
        await(after.close());
        await(gone.close());
    }

    @Test
    void twoWhoSwitch_theSecondIsTold(Database database) {
        var channels = new ChannelStore(database);
        await(channels.change(OFF, "试", ADMINISTRATOR));
        assertThrows(StaleException.class, () -> await(channels.change(OFF, "再试", ADMINISTRATOR)));
    }

    private static void assertSeen(Optional<String> notice, ChannelWatch... watches) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        for (ChannelWatch watch : watches) {
            while (!watch.notice(Channel.WIDGET).equals(notice)) {
                assertTrue(System.nanoTime() < deadline, "not seen in time");
                Thread.sleep(20);
            }
        }
    }
}
