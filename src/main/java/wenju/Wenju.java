package wenju;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import wenju.store.StoreException;

/**
 * The command line: {@code wenju [--config FILE] [serve | import | reindex | ask | notice | conversation | key | user | evaluate | learn]}. What a person asked for goes to standard
 * output, everything else to standard error. Exit codes: {@value #OK} done, {@value #FAILED} failed, {@value #USAGE} wrong
 * command line or configuration.
 */
@Command(
        name = "wenju",
        description = "问据：从政府文件中逐字找出回答问题的条文。不写子命令即为 serve。",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ReindexCommand.class,
            AskCommand.class,
            NoticeCommand.class,
            ConversationCommand.class,
            KeyCommand.class,
            UserCommand.class,
            EvaluateCommand.class,
            LearnCommand.class
        },
        synopsisSubcommandLabel = "[子命令]",
        footer = {"", "配置项的含义和默认值见 config/wenju.yaml。", "退出码：0 完成，1 失败，2 命令行或配置有误。"})
public final class Wenju implements Callable<Integer> {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    /** Set by the build: what starts the program there may be killed without passing it on. */
    private static final String STOP_WITH_PARENT = "wenju.stopWithParent";

    private final Map<String, String> environment;
    private final Path workingDirectory;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "文件",
            scope = ScopeType.INHERIT,
            description = "配置文件；不写则用工作目录下的 config/wenju.yaml（如果有）。")
    private @Nullable Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "显示用法。")
    private boolean help;

    private Wenju(Map<String, String> environment, Path workingDirectory) {
        this.environment = Map.copyOf(environment);
        this.workingDirectory = workingDirectory;
    }

    /** Runs the program; the process ends with the exit code. */
    public static void main(String[] args) {
        Path workingDirectory = Path.of("");
        Logging.configure(workingDirectory);
        if (Boolean.getBoolean(STOP_WITH_PARENT)) {
            stopWithParent();
        }
        System.exit(commandLine(System.getenv(), workingDirectory).execute(args));
    }

    /**
     * The command line on its own, for a test to give it writers and arguments.
     *
     * @param environment may override the configuration
     * @param workingDirectory may hold {@code config/wenju.yaml}
     */
    static CommandLine commandLine(Map<String, String> environment, Path workingDirectory) {
        CommandLine command = new CommandLine(new Wenju(environment, workingDirectory))
                .setParameterExceptionHandler(Complaints::aboutUsage)
                .setExecutionExceptionHandler(Wenju::failed);
        ChineseUsage.apply(command);
        return command;
    }

    private static void stopWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(FAILED)));
    }

    /** Without a sub-command, serves. */
    @Override
    public Integer call() {
        return ServeCommand.serve(this, spec.commandLine());
    }

    /**
     * Reads the configuration, does work with what it opens, and closes everything.
     *
     * @throws ConfigurationException before anything is opened
     */
    <T> T use(Function<Rooms, Future<T>> work) {
        return Rooms.use(ConfigurationReader.read(Optional.ofNullable(config), workingDirectory, environment), work);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        Logger log = LoggerFactory.getLogger(Wenju.class);
        boolean expected = switch (failure) {
            case ConfigurationException e -> true;
            case OperatorException e -> true;
            case StoreException e -> true;
            default -> false;
        };
        if (expected) {
            log.debug("{} failed", parsed.commandSpec().qualifiedName(), failure);
            Complaints.print(command, String.valueOf(failure.getMessage()));
        } else {
            log.error("{} failed", parsed.commandSpec().qualifiedName(), failure);
            Complaints.print(command, "出现意外错误，详情见日志：" + failure);
        }
        return failure instanceof ConfigurationException ? USAGE : FAILED;
    }
}
