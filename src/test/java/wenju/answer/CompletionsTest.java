package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.search.Filters;
import wenju.search.LuceneIndex;
import wenju.search.Samples;

class CompletionsTest {
    @TempDir
    Path directory;

    private LuceneIndex index;
    private Answerer answerer;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(directory);
        index.apply(Samples.all(), List.of(), 1);
        answerer = new Answerer(index);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void completions_holdWhatWasTyped_andAreAnswered() {
        List<String> completions = answerer.complete("电梯维护");

        assertFalse(completions.isEmpty());
        assertTrue(completions.size() <= 6, completions.toString());
        assertTrue(completions.getFirst().contains("电梯维护"), completions.toString());
        assertInstanceOf(
                Answer.Answered.class,
                answerer.answer(new Question(completions.getFirst(), List.of(), 5, Filters.NONE)),
                completions.getFirst());
    }

    @Test
    void completions_areEachGivenOnce_andNeverWhatIsTypedAlready() {
        String first = answerer.complete("电梯维护").getFirst();
        List<String> again = answerer.complete(first);

        assertFalse(again.contains(first), again.toString());
        assertEquals(again.stream().distinct().toList(), again);
    }

    @Test
    void completions_ofWhatNoNoticeSays_areNone() {
        assertEquals(List.of(), answerer.complete("量子纠缠"));
        assertEquals(List.of(), answerer.complete("电"));
        assertEquals(List.of(), answerer.complete("  "));
    }
}
