package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import wenju.gazette.Gazette;
import wenju.gazette.GazetteReader;
import wenju.search.RenewableIndex;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.NoticeStore;
import wenju.store.SharedDatabase;

@ExtendWith({SharedDatabase.class, VertxExtension.class})
class IndexFollowerIT {
    @TempDir
    private Path directory;

    private NoticeStore store;
    private RenewableIndex index;
    private IndexFollower follower;
    private int passages;

    @BeforeEach
    void importASample(Vertx vertx, Database database) throws Exception {
        store = new NoticeStore(database, GazetteReader.VERSION);
        GazetteFile file =
                GazetteFile.read(GazetteFile.in(SampleNotices.directory()).getFirst());
        Gazette gazette = GazetteReader.read(file.text());
        passages = gazette.notices().stream()
                .mapToInt(notice -> notice.passages().size())
                .sum();
        await(store.save(file.name(), file.digest(), gazette.notices(), Actor.PROGRAM));
        index = RenewableIndex.open(directory.resolve("index"));
        follower = new IndexFollower(
                vertx.createSharedWorkerExecutor("follow", 1),
                store,
                index,
                Progress.onTerminal(new PrintWriter(System.err)));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void catchUp_fillsAnEmptyIndexAndThenFindsNothingToDo() {
        await(follower.catchUp());
        assertEquals(passages, index.size());
        assertEquals(1, index.revision());

        await(follower.catchUp());
        assertEquals(passages, index.size());
    }

    @Test
    void catchUp_buildsAnewWhenTheStoreWasSetBack() {
        await(follower.catchUp());
        index.apply(List.of(), List.of("000000000000"), 900);

        await(follower.catchUp());

        assertEquals(1, index.revision());
        assertEquals(passages, index.size());
    }
}
