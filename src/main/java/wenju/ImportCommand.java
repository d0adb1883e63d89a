package wenju;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wenju.gazette.Gazette;
import wenju.gazette.GazetteText;
import wenju.gazette.ReadingReport;
import wenju.gazette.UnreadableGazetteException;

/** Imports gazette files; a running service that shares the database takes them in by itself. */
@Command(name = "import", description = "把公报文件导入数据库；没有变化的跳过，读不出的报告原因，不影响其余。只要有一个没有导入，退出码为 1。")
final class ImportCommand implements Callable<Integer> {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "公报文件", description = "文本、Markdown、网页、Word（.docx）或带文字层的 PDF 文件。")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "只读不存：列出认出的文件和存疑之处。")
    private boolean dryRun;

    @Override
    public Integer call() {
        ImportReport report = dryRun ? preview() : save();
        out().println(dryRun ? report + "（未存入）" : report.toString());
        return report.faults().isEmpty() ? Wenju.OK : Wenju.FAILED;
    }

    private ImportReport save() {
        Progress progress = Progress.onTerminal(spec.commandLine().getErr());
        return wenju.use(rooms -> rooms.database()
                .map(database -> Service.store(rooms, database))
                .compose(store -> Importer.in(rooms, store, progress, Operator.atTheConsole())
                        .importFiles(files)));
    }

    private ImportReport preview() {
        return files.stream().map(this::preview).reduce(ImportReport.EMPTY, ImportReport::plus);
    }

    private ImportReport preview(Path file) {
        try {
            GazetteText text = GazetteFile.read(file).text();
            Gazette gazette = Importer.read(text);
            new ReadingReport(text, gazette).lines().forEach(out()::println);
            return ImportReport.ofRead(gazette);
        } catch (IOException | UnreadableGazetteException | RuntimeException e) {
            return Importer.fault(file, e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
