package wenju.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wenju.gazette.GazetteReader;
import wenju.gazette.GazetteText;
import wenju.gazette.UnreadableGazetteException;
import wenju.notice.Standing;
import wenju.search.Filters;
import wenju.search.IndexedNotice;
import wenju.search.LuceneIndex;
import wenju.search.PassageQuery;

/**
 * How long one question takes in process, from text to answer, on one thread; beside it the bare search for the same terms.
 * The questions of a file are asked in turn, so the percentiles are over different questions.
 *
 * <pre>
 * mvn -q test-compile
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main AnsweringBenchmark \
 *     -p folder=src/main/resources/notices -p questions=src/main/resources/questions/sample-questions.jsonl
 * </pre>
 *
 * With {@code -p list=FILE} only the gazettes named in the file, one to a line, are read.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class AnsweringBenchmark {
    /** Where the gazettes lie. */
    @Param("src/main/resources/notices")
    public String folder;

    /** A question file, see {@link Evaluation}. */
    @Param("src/main/resources/questions/sample-questions.jsonl")
    public String questions;

    /** Names the gazettes that count; empty for all. */
    @Param("")
    public String list;

    private Path directory;
    private LuceneIndex index;
    private Answerer answerer;
    private final List<Question> asked = new ArrayList<>();
    private final List<PassageQuery> searched = new ArrayList<>();
    private int next;

    @Setup
    public void load() throws IOException, UnreadableGazetteException {
        directory = Files.createTempDirectory("wenju-benchmark");
        index = LuceneIndex.open(directory);
        index.apply(notices(), List.of(), 1);
        answerer = new Answerer(index);
        for (Evaluation.Asked one : Evaluation.read(Path.of(questions))) {
            Optional<Question> question = one.question(5);
            question.ifPresent(asked::add);
            question.ifPresent(put -> searched.add(
                    new PassageQuery(List.of(new PassageQuery.Part(put.text(), 1)), Filters.NONE, Inquiry.CANDIDATES)));
        }
    }

    private List<IndexedNotice> notices() throws IOException, UnreadableGazetteException {
        Set<String> wanted = list.isEmpty() ? Set.of() : new HashSet<>(Files.readAllLines(Path.of(list)));
        var notices = new ArrayList<IndexedNotice>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (wanted.isEmpty() || wanted.contains(name)) {
                    for (var notice : GazetteReader.read(GazetteText.of(name, Files.readAllBytes(file)))
                            .notices()) {
                        notices.add(new IndexedNotice(
                                notice, new Standing(notice.effectiveOn(), notice.expiresOn(), List.of())));
                    }
                }
            }
        }
        return notices;
    }

    /** From question to answer. */
    @Benchmark
    public Answer answer() {
        next = (next + 1) % asked.size();
        return answerer.answer(asked.get(next));
    }

    /** What finding alone costs. */
    @Benchmark
    public Object bareSearch() {
        next = (next + 1) % searched.size();
        return index.search(searched.get(next));
    }

    @TearDown
    public void close() throws IOException {
        index.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
