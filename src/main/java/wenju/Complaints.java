package wenju;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line on standard error that says, in Chinese, what went wrong. */
final class Complaints {
    private Complaints() {}

    /** Prints a sentence that comes without its final stop. */
    static void print(CommandLine command, String sentence) {
        command.getErr().println("问据：" + sentence + "。");
        command.getErr().flush();
    }

    /** Says what is wrong with the arguments and how to learn the right ones. */
    static int aboutUsage(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        print(command, reason(failure) + "；用法见 " + command.getCommandSpec().qualifiedName() + " --help");
        return Wenju.USAGE;
    }

    private static String reason(ParameterException failure) {
        return switch (failure) {
            case UnmatchedArgumentException e -> "不认识 " + String.join(" ", e.getUnmatched());
            case MissingParameterException e ->
                "缺少 "
                        + String.join(
                                "、",
                                e.getMissing().stream()
                                        .map(missing -> missing.isOption()
                                                ? ((CommandLine.Model.OptionSpec) missing).longestName()
                                                : missing.paramLabel())
                                        .toList());
            default -> "参数无效（" + failure.getMessage() + "）";
        };
    }
}
