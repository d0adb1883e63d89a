package wenju;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What was kept of one conversation: to be handed over, or to be deleted, when the person concerned asks for it. */
@Command(name = "conversation", description = "导出或删除一次对话的记录。", synopsisSubcommandLabel = "子命令")
final class ConversationCommand implements Runnable {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "export", description = "把一次对话的提问、答复和反馈印在屏幕上，每行一个 JSON 对象。")
    int export(@Parameters(paramLabel = "对话编号", description = "提问时 conversation 字段的值。") String conversation) {
        List<String> exchanges = wenju.use(rooms ->
                rooms.database().compose(database -> Service.answers(database).export(conversation)));
        exchanges.forEach(spec.commandLine().getOut()::println);
        return Wenju.OK;
    }

    @Command(name = "erase", description = "删除一次对话的提问、答复和反馈，各节点尚未写入的不再写入；审计记录只留下删除了多少条。")
    int erase(@Parameters(paramLabel = "对话编号", description = "提问时 conversation 字段的值。") String conversation) {
        int erased = wenju.use(rooms -> rooms.database()
                .compose(database -> Service.answers(database).erase(conversation, Operator.atTheConsole())));
        spec.commandLine().getOut().println("已删除答复 " + erased + " 条");
        return Wenju.OK;
    }
}
