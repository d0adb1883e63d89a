package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.search.LuceneIndex;
import wenju.search.Samples;

class EvaluationTest {
    @TempDir
    Path directory;

    @Test
    void of_questionFile_countsHitsAndAbstentions() throws IOException {
        Evaluation.Result result = evaluate("""
                {"id":"a","question":"电梯维保单位义务","style":"formal","need":"duty","gold":[{"doc":"示例市人民政府令第18号","span":"设立二十四小时值班电话"}]}
                {"id":"b","question":"电梯维保单位义务","style":"formal","need":"who","gold":[{"doc":"别的文件","span":"没有的话"}]}
                {"id":"c","question":"谢谢","style":"colloquial","gold":[]}
                """);
        Evaluation.Figures all = result.all();
        assertEquals(2, all.answerable());
        assertEquals(0.5, all.hit1());
        assertEquals(0.5, all.mrr5());
        assertEquals(0.5, all.document1());
        assertEquals(0.5, all.recall50());
        assertEquals(0, all.refused());
        assertEquals(1, all.abstained());
        assertEquals(1, result.byNeed().get("duty").hit1());
        assertEquals(0, result.byNeed().get("who").hit5());
        assertTrue(result.medians().containsKey("retrieve"));
        assertTrue(result.toString().contains("formal"));
    }

    @Test
    void of_questionTooLong_countsAsErrorNotAsAbstention() throws IOException {
        Evaluation.Figures all = evaluate("{\"question\":\"" + "啊".repeat(501) + "\",\"gold\":[]}")
                .all();
        assertEquals(1, all.errors());
        assertEquals(0, all.abstained());
    }

    @Test
    void of_badLine_namesFileAndLine() {
        var failure = assertThrows(IllegalArgumentException.class, () -> evaluate("\n{\"question\":"));
        assertTrue(failure.getMessage().contains("questions.jsonl:2"));
    }

    private Evaluation.Result evaluate(String lines) throws IOException {
        Path file = Files.writeString(directory.resolve("questions.jsonl"), lines);
        try (var index = LuceneIndex.open(directory.resolve("index"))) {
            index.apply(Samples.all(), List.of(), 1);
            return new Evaluation(new Answerer(index)).of(file);
        }
    }
}
