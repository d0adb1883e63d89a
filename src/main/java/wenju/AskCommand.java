package wenju;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wenju.answer.Answer;
import wenju.answer.Excerpt;
import wenju.answer.Question;
import wenju.notice.Citation;
import wenju.search.Filters;

/** Answers one question on the console, from the same gazettes as the service. */
@Command(name = "ask", description = "回答一个问题，把条文和出处印在屏幕上。服务正在使用内置数据库时，请改在网页上提问。")
final class AskCommand implements Callable<Integer> {
    private static final int EXCERPTS = 3;

    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "问题", description = "1 到 " + Question.MAX_LENGTH + " 个字。")
    private String question = "";

    @Option(names = "--verbatim", description = "按原文查询，不改正错字。")
    private boolean verbatim;

    @Override
    public Integer call() {
        if (question.isBlank() || question.length() > Question.MAX_LENGTH) {
            Complaints.print(
                    spec.commandLine(),
                    "问题应为 1 到 " + Question.MAX_LENGTH + " 个字，现有 "
                            + question.strip().length() + " 个");
            return Wenju.USAGE;
        }
        print(wenju.use(this::answer));
        return Wenju.OK;
    }

    private Future<Answer> answer(Rooms rooms) {
        Progress progress = Progress.onTerminal(spec.commandLine().getErr());
        var asked = new Question(question, List.of(), EXCERPTS, Filters.NONE, false, verbatim);
        return Service.open(rooms, progress)
                .compose(service -> service.takeIn()
                        .compose(report -> rooms.worker()
                                .executeBlocking(() -> service.answerer().answer(asked))));
    }

    private void print(Answer answer) {
        if (!answer.corrections().isEmpty()) {
            out().println("已按“" + answer.understoodAs() + "”查询；要按原文查询，请加 --verbatim");
        }
        switch (answer) {
            case Answer.Answered answered -> answered.excerpts().forEach(this::print);
            case Answer.Unanswered unanswered -> out().println("文件中没有找到答案。");
        }
        if (!answer.suggestions().isEmpty()) {
            out().println("还可以问：" + String.join("；", answer.suggestions()));
        }
    }

    private void print(Excerpt excerpt) {
        Citation citation = excerpt.citation();
        String number = citation.documentNumber() == null ? "" : "（" + citation.documentNumber() + "）";
        out().println(excerpt.rank() + ". 《" + citation.title() + "》" + number + " " + citation.locator() + "，"
                + citation.validity().status().label());
        out().println(excerpt.text().indent(3) + (excerpt.complete() ? "" : "   ……\n"));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
