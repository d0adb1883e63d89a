package wenju;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WenjuTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path workingDirectory;

    @Test
    void help_listsTheCommandsInChinese() {
        assertEquals(Wenju.OK, run("--help"));
        assertTrue(out.toString().startsWith("用法：wenju"), out.toString());
        assertFalse(out.toString().contains("OPTIONS"), out.toString());
        for (String name : new String[] {"serve", "import", "reindex", "ask", "key", "user", "evaluate", "learn"}) {
            assertTrue(out.toString().contains("  " + name + " "), name + " in " + out);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "import", "reindex", "ask", "key", "user", "evaluate", "learn"})
    void help_ofEachCommand_isChinese(String name) {
        assertEquals(Wenju.OK, run(name, "--help"));
        assertTrue(out.toString().startsWith("用法：wenju " + name), out.toString());
        assertTrue(out.toString().contains("选项："), out.toString());
        assertFalse(out.toString().contains("Usage"), out.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "serve --prot, 不认识 --prot",
        "srve, 不认识 srve",
        "import, 缺少 公报文件",
        "ask, 缺少 问题",
        "--config, 缺少 --config",
        "learn q.jsonl --notices n --out o --pairs p.jsonl, --pair-notices"
    })
    void wrongCommandLine_isAUsageErrorInOneLine(String arguments, String complaint) {
        assertEquals(Wenju.USAGE, run(arguments.split(" ")));
        assertTrue(err.toString().contains(complaint), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "import some.txt", "reindex", "ask 电梯", "evaluate some.jsonl"})
    void unknownKey_stopsEveryCommandThatReadsTheConfiguration(String arguments) throws IOException {
        Path file = Files.writeString(workingDirectory.resolve("own.yaml"), "http: {prot: 1}");
        assertEquals(Wenju.USAGE, run((arguments + " --config " + file).split(" ")));
        assertTrue(err.toString().contains("http.prot"), err.toString());
        assertTrue(err.toString().contains(file + " 第 1 行"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(Files.exists(workingDirectory.resolve("data")), "nothing is opened");
    }

    @Test
    void blankQuestion_isAUsageError() {
        assertEquals(Wenju.USAGE, run("ask", " "));
        assertTrue(err.toString().contains("1 到 500"), err.toString());
    }

    @Test
    void dataDirectory_thatCannotBeMade_failsInOneLine() throws IOException {
        Path file = Files.writeString(workingDirectory.resolve("data"), "a file, not a directory");
        assertEquals(Wenju.FAILED, run(Map.of("WENJU_DATA_DIRECTORY", file.toString()), "serve"));
        assertTrue(err.toString().contains(file.toString()), err.toString());
        assertTrue(err.toString().contains("data.directory"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void database_thatCannotBeReached_failsInOneLine() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        String uri = "postgresql://wenju:secret@127.0.0.1:" + nobody + "/wenju";
        assertEquals(Wenju.FAILED, run(with(Map.of("WENJU_DATABASE_URI", uri)), "serve"));
        assertTrue(err.toString().contains("127.0.0.1:" + nobody), err.toString());
        assertFalse(err.toString().contains("secret"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void port_thatIsTaken_failsInOneLineAndLeavesNothingRunning() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var environment = with(Map.of("WENJU_HTTP_PORT", Integer.toString(taken.getLocalPort())));
            assertEquals(Wenju.FAILED, run(environment, "serve"));
            assertTrue(err.toString().contains("端口 " + taken.getLocalPort()), err.toString());
            assertEquals(1, err.toString().lines().count(), err.toString());
            // The data directory can be taken again: the carried server is down.
            assertEquals(Wenju.FAILED, run(environment, "serve"));
            assertTrue(err.toString().lines().allMatch(line -> line.contains("端口 ")), err.toString());
        }
        ProcessHandle.current()
                .descendants()
                .forEach(left ->
                        assertDoesNotThrow(() -> left.onExit().get(1, TimeUnit.MINUTES), left.info()::toString));
    }

    @Test
    void noticesDirectory_withoutGazettes_failsInOneLine() throws IOException {
        Path empty = Files.createDirectory(workingDirectory.resolve("empty"));
        var environment = with(Map.of("WENJU_NOTICES_DIRECTORY", empty.toString(), "WENJU_HTTP_PORT", "0"));
        assertEquals(Wenju.FAILED, run(environment, "serve"));
        assertTrue(err.toString().contains(empty.toString()), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void noticesDirectory_thatIsMissing_failsInOneLine() {
        Path missing = workingDirectory.resolve("missing");
        var environment = with(Map.of("WENJU_NOTICES_DIRECTORY", missing.toString(), "WENJU_HTTP_PORT", "0"));
        assertEquals(Wenju.FAILED, run(environment, "serve"));
        assertTrue(err.toString().contains(missing.toString()), err.toString());
    }

    private Map<String, String> with(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("WENJU_DATA_DIRECTORY", workingDirectory.resolve("data").toString());
        return all;
    }

    private int run(String... arguments) {
        return run(
                Map.of("WENJU_DATA_DIRECTORY", workingDirectory.resolve("data").toString()), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine command = Wenju.commandLine(environment, workingDirectory);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
