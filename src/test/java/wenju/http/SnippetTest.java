package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs each snippet of {@code /api}; wants curl, Python 3 and Node.js 18 or newer on the path. */
@ExtendWith(VertxExtension.class)
class SnippetTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Snippet.class)
    void snippet_printsTheAnswer(Snippet snippet, Vertx vertx) throws IOException, InterruptedException {
        RunningService service = RunningService.start(vertx);
        Path program = Files.writeString(
                directory.resolve(snippet.file()), snippet.text().replace(Snippet.BASE, service.base()));

        Process process = new ProcessBuilder(command(snippet, program))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it ends");
        String printed = Files.readString(directory.resolve("out"), StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), printed);
        assertEquals("answered", new JsonObject(printed).getString("outcome"));
        assertTrue(service.get("/api").body().contains("<h3>" + snippet.language() + "</h3>"));
    }

    private static List<String> command(Snippet snippet, Path program) {
        return switch (snippet) {
            case CURL -> List.of("sh", program.toString());
            case JAVA ->
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        program.toString());
            case PYTHON -> List.of("python3", "-X", "utf8", program.toString());
            case JAVASCRIPT -> List.of("node", program.toString());
        };
    }
}
