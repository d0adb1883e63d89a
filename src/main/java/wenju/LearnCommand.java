package wenju;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wenju.answer.Training;

/** Learns the numbers that answers are ranked and trusted by, and measures them on gazettes they were not learned from. */
@Command(name = "learn", description = "从已知答案的问题学习排序和置信度的权重，并逐份公报留出检验。")
final class LearnCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "问题集", arity = "1..*", description = "每行一个 JSON 对象，含 question 和 gold。")
    private List<Path> questions = List.of();

    @Option(names = "--notices", paramLabel = "目录", required = true, description = "问题所问的公报。")
    private Path notices = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "目录",
            required = true,
            description = "写下 weights.properties 和 translations.txt。")
    private Path out = Path.of("");

    @ArgGroup(exclusive = false)
    private @Nullable Pairs pairs;

    /** Both or neither. */
    private static final class Pairs {
        @Option(names = "--pairs", paramLabel = "问题集", required = true, description = "另外的问题和条文，从中学习口语与文件用语的对应。")
        private Path questions = Path.of("");

        @Option(names = "--pair-notices", paramLabel = "目录", required = true, description = "--pairs 所问的文件。")
        private Path notices = Path.of("");
    }

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        try {
            Files.createDirectories(out);
            Path translations = out.resolve("translations.txt");
            Pairs answered = pairs;
            if (answered != null) {
                String learned = ScratchIndex.ofWords(
                        answered.notices, index -> read(() -> Training.translations(index, answered.questions)));
                Files.writeString(translations, learned);
            }
            Training.Outcome outcome = ScratchIndex.of(
                    notices,
                    index -> read(() -> {
                        Training training = Files.exists(translations)
                                ? new Training(index, Files.readString(translations))
                                : new Training(index);
                        for (Path file : questions) {
                            training.read(file);
                        }
                        return training.learn();
                    }));
            Files.writeString(out.resolve("weights.properties"), outcome.weights());
            console.println(outcome.leftOut());
        } catch (IOException e) {
            throw new OperatorException("不能写入 " + out + "：" + e.getMessage(), e);
        }
        return Wenju.OK;
    }

    private interface Reading<T> {
        T get() throws IOException;
    }

    private static <T> T read(Reading<T> work) {
        try {
            return work.get();
        } catch (IOException e) {
            throw new OperatorException("不能读取问题集：" + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new OperatorException("问题集有误（" + e.getMessage() + "）", e);
        }
    }
}
