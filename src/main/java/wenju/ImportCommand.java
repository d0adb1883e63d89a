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
import wenju.notice.Notice;

/** Imports gazette files; a running service that shares the database takes them in by itself. */
@Command(name = "import", description = "把公报文件导入数据库；没有变化的跳过，读不出的报告原因，不影响其余。只要有一个没有导入，退出码为 1。")
final class ImportCommand implements Callable<Integer> {
    @ParentCommand
    private Wenju wenju;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "公报文件", description = "UTF-8 文本文件。")
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
                .map(Service::store)
                .compose(store -> Importer.in(rooms, store, progress).importFiles(files)));
    }

    private ImportReport preview() {
        return files.stream().map(this::preview).reduce(ImportReport.EMPTY, ImportReport::plus);
    }

    private ImportReport preview(Path file) {
        try {
            Gazette gazette = Importer.read(GazetteFile.read(file));
            out().println(gazette.name());
            gazette.notices().forEach(this::print);
            gazette.warnings().forEach(warning -> out().println("  第 " + warning.line() + " 行存疑：" + warning.message()));
            return ImportReport.ofRead(gazette);
        } catch (IOException | RuntimeException e) {
            return Importer.fault(file, e);
        }
    }

    private void print(Notice notice) {
        out().println("  第 " + notice.lines().first() + "–" + notice.lines().last() + " 行 " + notice.name() + "，条文 "
                + notice.passages().size() + " 条");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
