package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that work on gazettes, with the carried database and the sample notices. */
class WenjuIT {
    @TempDir
    private Path directory;

    private Path good = Path.of("");
    private Path garbled = Path.of("");
    private Path empty = Path.of("");

    @BeforeEach
    void gazettes() throws IOException {
        Path sample = GazetteFile.in(SampleNotices.directory()).getFirst();
        Path gazettes = Files.createDirectory(directory.resolve("gazettes"));
        garbled = Files.writeString(gazettes.resolve("a.txt"), "示例市人民政府", Charset.forName("GB18030"));
        good = Files.writeString(gazettes.resolve("b.txt"), Files.readString(sample));
        empty = Files.writeString(gazettes.resolve("c.txt"), "今天没有文件。\n");
    }

    @Test
    void import_badFilesAmongGoodOnes_areCountedAndTheRestIsStored() {
        String[] files = {garbled.toString(), good.toString(), empty.toString()};
        String first = run(Wenju.FAILED, "import", files);
        assertTrue(first.contains("读入 1 个") && first.contains("失败 2 个"), first);
        String second = run(Wenju.FAILED, "import", files);
        assertTrue(second.contains("读入 0 个") && second.contains("跳过未变的 1 个"), second);
        assertTrue(run(Wenju.OK, "reindex").matches("(?s)索引已重建，条文 [1-9]\\d* 条\\s*"));
    }

    @Test
    void import_dryRun_listsNoticesAndStoresNothing() throws IOException {
        String listed = run(Wenju.OK, "import", "--dry-run", good.toString());
        assertTrue(listed.startsWith("b.txt") && listed.contains("第 2 行至第"), listed);
        assertTrue(listed.stripTrailing().endsWith("（未存入）"), listed);
        assertTrue(Files.notExists(directory.resolve("data")), "no database was made");
    }

    @Test
    void ask_printsTheClauseWithItsSource() {
        String answer = run(Wenju.OK, "ask", "电梯维保单位义务是什么");
        assertTrue(answer.startsWith("1. 《"), answer);
        assertTrue(answer.lines().findFirst().orElseThrow().contains("电梯"), answer);
    }

    @Test
    void key_isShownOnceAndListedWithoutItsSecret() {
        String made = run(Wenju.OK, "key", "create", "--name", "门户", "--scope", "ask,notices:write");
        String secret = made.lines()
                .filter(line -> line.startsWith("wenju_"))
                .findFirst()
                .orElseThrow();
        String id = made.substring(0, made.indexOf(' '));
        String listed = run(Wenju.OK, "key", "list");
        assertTrue(listed.contains(id) && listed.contains("门户") && !listed.contains(secret), listed);
        assertTrue(run(Wenju.OK, "key", "rotate", id).contains("旧密钥 " + id + " 在 24 小时后失效"));
        assertTrue(run(Wenju.OK, "key", "revoke", id).startsWith("已撤销：" + id));
        run(Wenju.FAILED, "key", "rotate", id);
        run(Wenju.USAGE, "key", "create", "--name", "门户", "--scope", "everything");
        run(Wenju.USAGE, "key");
    }

    @Test
    void user_isMadeWithAPasswordThatIsShownOnce() {
        String made = run(Wenju.OK, "user", "add", "wang.fang", "--role", "editor", "--display-name", "王芳");
        String password = made.lines().toList().getLast();
        assertTrue(password.matches("(?:[a-z2-9]{5}-){3}[a-z2-9]{5}"), made);
        assertTrue(made.startsWith("wang.fang  王芳  editor  有效"), made);
        run(Wenju.FAILED, "user", "add", "wang.fang", "--role", "staff");
        run(Wenju.USAGE, "user", "add", "Wang", "--role", "staff");
        run(Wenju.USAGE, "user", "add", "wang", "--role", "boss");
        run(Wenju.USAGE, "user", "add", "wang");
        assertTrue(run(Wenju.OK, "user", "role", "wang.fang", "auditor").contains("auditor"));
        assertTrue(run(Wenju.OK, "user", "disable", "wang.fang").contains("停用"));
        assertTrue(run(Wenju.OK, "user", "enable", "wang.fang").contains("有效"));
        assertFalse(run(Wenju.OK, "user", "password", "wang.fang").contains(password));
        run(Wenju.FAILED, "user", "unlock", "nobody");
        String listed = run(Wenju.OK, "user", "list");
        assertTrue(listed.contains("wang.fang") && !listed.contains(password), listed);
    }

    private String run(int exitCode, String command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<String>();
        all.add(command);
        all.addAll(List.of(arguments));
        int code = Wenju.commandLine(
                        Map.of("WENJU_DATA_DIRECTORY", directory.resolve("data").toString()), directory)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        assertEquals(exitCode, code, out + "\n" + err);
        return out.toString();
    }
}
