package wenju;

import io.vertx.core.Future;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Fills a new index from the store and puts it in place of the old one. */
@Command(name = "reindex", description = "用数据库里的文件重建索引；建成之前旧的仍在。请先停止正在使用同一数据目录的服务。")
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

    /** The old index stays until the new one is whole. */
    private Future<Integer> rebuild(Rooms rooms) {
        Progress progress = Progress.onTerminal(spec.commandLine().getErr());
        return rooms.database()
                .map(database -> Service.store(rooms, database))
                .compose(store -> rooms.index()
                        .compose(index -> new IndexFollower(rooms.worker(), store, index, progress)
                                .rebuild()
                                .map(done -> index.size())));
    }
}
