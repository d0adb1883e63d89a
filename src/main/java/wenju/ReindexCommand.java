package wenju;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Throws the index away and fills a new one from the store. */
@Command(name = "reindex", description = "删除索引，用数据库里的文件重建。请先停止正在使用同一数据目录的服务。")
final class ReindexCommand implements Callable<Integer> {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int passages = wenju.use(this::rebuild);
        spec.commandLine().getOut().println("索引已重建，条文 " + passages + " 条");
        return Wenju.OK;
    }

    /** The database first: when it cannot be read, the old index stays. */
    private Future<Integer> rebuild(Rooms rooms) {
        Progress progress = Progress.onTerminal(spec.commandLine().getErr());
        return rooms.database()
                .map(Service::store)
                .compose(store -> rooms.worker()
                        .executeBlocking(() -> delete(rooms.indexDirectory()))
                        .compose(deleted -> rooms.index())
                        .compose(index -> new IndexFollower(rooms.worker(), store, index, progress)
                                .catchUp()
                                .map(done -> index.size())));
    }

    private static Path delete(Path directory) {
        if (Files.notExists(directory)) {
            return directory;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
            return directory;
        } catch (IOException e) {
            throw new OperatorException("不能删除索引目录 " + directory + "，请检查权限", e);
        }
    }
}
