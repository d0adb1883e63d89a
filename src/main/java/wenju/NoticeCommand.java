package wenju;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes a notice out of sight and brings it back; a running service follows within moments. */
@Command(name = "notice", description = "撤下或恢复一份文件，或列出它改动前的各版。", synopsisSubcommandLabel = "子命令")
final class NoticeCommand implements Runnable {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "withdraw", description = "撤下一份文件：不再检索、列出，也不再影响别的文件的效力，重新导入也不会恢复。")
    int withdraw(
            @Parameters(paramLabel = "文件编号", description = "阅读页地址 /notices/ 后的部分。") String id,
            @Option(names = "--reason", required = true, paramLabel = "理由", description = "记入审计记录。") String reason) {
        boolean done = wenju.use(rooms -> rooms.database()
                .compose(database -> Service.store(rooms, database).withdraw(id, reason, Operator.atTheConsole())));
        return tell(done, "已撤下 " + id, "没有编号为 " + id + " 的文件，或已撤下");
    }

    @Command(name = "restore", description = "恢复一份撤下的文件。")
    int restore(@Parameters(paramLabel = "文件编号", description = "撤下时用的编号。") String id) {
        boolean done = wenju.use(rooms -> rooms.database()
                .compose(database -> Service.store(rooms, database).restore(id, Operator.atTheConsole())));
        return tell(done, "已恢复 " + id, "文件 " + id + " 不在撤下之列");
    }

    @Command(name = "versions", description = "列出一份文件改动前的各版。")
    int versions(@Parameters(paramLabel = "文件编号", description = "阅读页地址 /notices/ 后的部分。") String id) {
        wenju.use(rooms -> rooms.database()
                        .compose(database -> Service.store(rooms, database).versions(id)))
                .forEach(version -> spec.commandLine()
                        .getOut()
                        .println("第 " + version.from() + " 至 " + (version.until() - 1) + " 次变更，到 "
                                + version.replacedAt() + " 为止："
                                + version.notice().name() + "，条文 "
                                + version.notice().passages().size() + " 条"));
        return Wenju.OK;
    }

    private int tell(boolean done, String success, String complaint) {
        if (done) {
            spec.commandLine().getOut().println(success);
            return Wenju.OK;
        }
        Complaints.print(spec.commandLine(), complaint);
        return Wenju.FAILED;
    }
}
