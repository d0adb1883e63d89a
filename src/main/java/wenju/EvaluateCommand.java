package wenju;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
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

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(wenju.use(this::evaluate));
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
