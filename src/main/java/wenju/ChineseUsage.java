package wenju;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the headings of {@code --help} into Chinese, for every command alike. */
final class ChineseUsage {
    private ChineseUsage() {}

    static void apply(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.synopsisHeading("用法：");
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%n参数：%n");
        usage.optionListHeading("%n选项：%n");
        usage.commandListHeading("%n子命令：%n");
        command.getSubcommands().values().forEach(ChineseUsage::apply);
    }
}
