package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
    private static final String NOTICES = "src/main/resources/notices";
    private static final String QUESTIONS = "src/main/resources/questions/sample-questions.jsonl";

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void pairs_teachTranslations_andQuestionsTeachWeights() throws IOException {
        assertEquals(Wenju.OK, learn("--pairs", QUESTIONS, "--pair-notices", NOTICES));
        String weights = Files.readString(directory.resolve("weights.properties"));
        assertTrue(weights.contains("\nwords.retrieved = "), weights);
        assertTrue(weights.contains("\nranking.meaning = "), weights);
        assertFalse(Files.readString(directory.resolve("translations.txt")).isBlank());
        assertTrue(out.toString().contains("hit@1"), out.toString());
    }

    private int learn(String... more) {
        var arguments =
                new ArrayList<>(List.of("learn", QUESTIONS, "--notices", NOTICES, "--out", directory.toString()));
        arguments.addAll(List.of(more));
        return Wenju.commandLine(Map.of(), directory)
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
    }
}
