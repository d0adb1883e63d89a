package wenju.gazette;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Measures that time grows with length: a gazette of 40 MB, made of the gazettes of a folder one after the other, against ten
 * times one of 4 MB. Not a test, for machines differ; the promise is a factor of at most 1.3.
 *
 * <pre>
 * java -Xmx4g -cp target/test-classes:target/classes:$(cat target/classpath) wenju.gazette.LinearReading src/main/resources/notices
 * </pre>
 */
final class LinearReading {
    private static final int SMALL = 4_000_000;
    private static final int TIMES = 10;
    private static final int ROUNDS = 5;

    private LinearReading() {}

    public static void main(String[] args) throws IOException, UnreadableGazetteException {
        var all = new StringBuilder();
        try (var folder = Files.list(Path.of(args[0]))) {
            for (Path file :
                    folder.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        byte[] gazettes = all.toString().getBytes(StandardCharsets.UTF_8);
        byte[] small = repeated(gazettes, SMALL / gazettes.length);
        byte[] large = repeated(gazettes, TIMES * (SMALL / gazettes.length));
        best(small);
        Duration once = best(small);
        Duration ten = best(large);
        System.out.printf(
                "%.1f MB: %d ms; %.1f MB: %d ms; factor over ten times the small one: %.2f%n",
                small.length / 1e6,
                once.toMillis(),
                large.length / 1e6,
                ten.toMillis(),
                (double) ten.toNanos() / (TIMES * once.toNanos()));
    }

    private static byte[] repeated(byte[] bytes, int times) {
        byte[] all = new byte[bytes.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }

    private static Duration best(byte[] file) throws UnreadableGazetteException {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            GazetteReader.read(GazetteText.of("x.txt", file));
            nanos[i] = System.nanoTime() - start;
        }
        return Duration.ofNanos(Arrays.stream(nanos).min().orElseThrow());
    }
}
