package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenju.search.LuceneIndex;
import wenju.search.PassageIndex;
import wenju.search.Samples;

class KeyWordsTest {
    private PassageIndex index;

    @BeforeEach
    void open(@TempDir Path directory) {
        index = LuceneIndex.open(directory);
        index.apply(Samples.all(), List.of(), 1);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void wordsThatFewPassagesHave_comeFirst() {
        List<String> words = KeyWords.of("第二十条 电梯维护保养单位不得分包电梯业务，首小时收费从其规定。", 20, index);
        assertTrue(words.indexOf("收费") < words.indexOf("电梯"), words.toString());
        assertTrue(words.contains("保养"), words.toString());
    }

    @Test
    void numbersPlacesAndSingleCharacters_areNoKeyWords() {
        List<String> words = KeyWords.of("第二十条 处五千元以上二万元以下罚款，见 2021 年的 A4 表和第三款。", 20, index);
        assertTrue(words.contains("罚款"), words.toString());
        for (String word : List.of("二十", "五千", "二万", "2021", "a4", "第三", "条", "处")) {
            assertFalse(words.contains(word), word);
        }
    }

    @Test
    void noMoreThanWanted_eachOnce() {
        assertEquals(List.of("收费"), KeyWords.of("收费，收费，收费，电梯", 1, index));
        assertEquals(2, KeyWords.of("收费，收费，收费，电梯", 5, index).size());
        assertEquals(List.of(), KeyWords.of("", 5, index));
    }
}
