package wenju;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wenju.answer.Answerer;
import wenju.answer.Evaluation;

/** Measures the answers against questions whose answers are known, for those who change the ranking. */
@Command(name = "evaluate", description = "用已知答案的问题衡量回答质量，印出各项指标。")
final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "问题集", description = "每行一个 JSON 对象，含 question 和 gold。")
    private Path questions = Path.of("");

    @Option(names = "--notices", paramLabel = "目录", description = "只在这个目录的文件中查找，不用数据库；不写则用本服务已有的文件。")
    private @Nullable Path notices;

    @Option(names = "--save", paramLabel = "文件", description = "存下每个问题的名次，供以后比较。")
    private @Nullable Path save;

    @Option(names = "--against", paramLabel = "文件", description = "与以前存下的一次比较，给出随机化检验的 p 值。")
    private @Nullable Path against;

    @Override
    public Integer call() {
        Evaluation.Result result = notices == null
                ? wenju.use(this::evaluate)
                : ScratchIndex.of(notices, index -> measure(new Evaluation(new Answerer(index))));
        PrintWriter out = spec.commandLine().getOut();
        out.println(result);
        try {
            if (against != null) {
                out.println(result.against(Files.readAllLines(against)).stripTrailing());
            }
            if (save != null) {
                Files.write(save, result.lines());
            }
        } catch (IOException e) {
            throw new OperatorException("不能读写结果文件：" + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new OperatorException("不能与 " + against + " 比较（" + e.getMessage() + "）", e);
        }
        return Wenju.OK;
    }

    private Future<Evaluation.Result> evaluate(Rooms rooms) {
        Progress progress = Progress.onTerminal(spec.commandLine().getErr());
        return Service.open(rooms, progress)
                .compose(service -> service.takeIn().map(report -> new Evaluation(service.answerer())))
                .compose(evaluation -> rooms.worker().executeBlocking(() -> measure(evaluation)));
    }

    private Evaluation.Result measure(Evaluation evaluation) {
        try {
            return evaluation.of(questions);
        } catch (IOException e) {
            throw new OperatorException("不能读取问题集 " + questions + "，它应是可读的 UTF-8 文件", e);
        } catch (IllegalArgumentException e) {
            throw new OperatorException("问题集有误（" + e.getMessage() + "）", e);
        }
    }
}
