package wenju.gazette;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many megabytes of gazettes are read in a second, beside the same bytes merely decoded and split into lines. The counter
 * {@code megabytes} gives MB/s (10⁶ bytes of UTF-8).
 *
 * <pre>
 * mvn -q test-compile
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main ReadingBenchmark -p folder=src/main/resources/notices
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadingBenchmark {
    /** Where the gazettes lie. */
    @Param("src/main/resources/notices")
    public String folder;

    private final List<byte[]> files = new ArrayList<>();
    private long bytes;

    /** Counts what was worked through. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Volume {
        public double megabytes;

        @Setup(Level.Iteration)
        public void clear() {
            megabytes = 0;
        }
    }

    @Setup
    public void load() throws IOException {
        try (var folder = Files.list(Path.of(this.folder))) {
            for (Path file :
                    folder.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                files.add(Files.readAllBytes(file));
                bytes += Files.size(file);
            }
        }
    }

    @Benchmark
    public int read(Volume volume) throws UnreadableGazetteException {
        int passages = 0;
        for (byte[] file : files) {
            for (var notice : GazetteReader.read(GazetteText.of("x.txt", file)).notices()) {
                passages += notice.passages().size();
            }
        }
        volume.megabytes += bytes / 1e6;
        return passages;
    }

    @Benchmark
    public long decodeAndSplit(Volume volume) {
        long length = 0;
        for (byte[] file : files) {
            length += new String(file, StandardCharsets.UTF_8)
                    .lines()
                    .mapToLong(String::length)
                    .sum();
        }
        volume.megabytes += bytes / 1e6;
        return length;
    }
}
