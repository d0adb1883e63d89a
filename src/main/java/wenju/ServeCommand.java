package wenju;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves pages and API until the process is told to stop. */
@Command(name = "serve", description = "启动网页和接口，直到按 Ctrl-C 停止。这是默认的子命令。")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return serve(wenju, spec.commandLine());
    }

    static int serve(Wenju wenju, CommandLine command) {
        Progress progress = Progress.onTerminal(command.getErr());
        return wenju.use(rooms -> Service.open(rooms, progress)
                .compose(Service::serve)
                .compose(port -> rooms.untilStopped())
                .map(Wenju.OK));
    }
}
