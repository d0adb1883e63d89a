package wenju.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final String VOCABULARY = """
            {"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "电": 3, "梯": 4, "，": 5, "50": 6, "##0": 7, "km": 8,
                "##/": 9, "/": 10, "h": 11, "e": 12, "##g": 13}}}""";

    private final WordPieces pieces = read(VOCABULARY);

    private static WordPieces read(String vocabulary) {
        try (InputStream json = new ByteArrayInputStream(vocabulary.getBytes(StandardCharsets.UTF_8))) {
            return WordPieces.read(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChineseCharacterIsAPieceOfItsOwnWithOrWithoutSpaces() {
        assertArrayEquals(new long[] {1, 3, 4, 5, 3, 2}, pieces.of("电梯，电", 100));
        assertArrayEquals(new long[] {1, 3, 4, 5, 3, 2}, pieces.of(" 电 梯\n，　电\u200b", 100));
    }

    @Test
    void otherWordsAreTakenApartLongestBeginningFirst() {
        assertArrayEquals(new long[] {1, 6, 7, 8, 10, 11, 2}, pieces.of("500 km/h", 100));
    }

    @Test
    void accentsAndCapitalsDoNotMatter() {
        assertArrayEquals(new long[] {1, 8, 12, 13, 2}, pieces.of("KM ég", 100));
    }

    @Test
    void whatIsUnknownIsOnePiece() {
        assertArrayEquals(new long[] {1, 0, 0, 0, 3, 2}, pieces.of("鼪 50x " + "5".repeat(101) + " 电", 100));
    }

    @Test
    void noMorePiecesThanWanted() {
        assertArrayEquals(new long[] {1, 3, 4, 2}, pieces.of("电梯电梯电梯", 4));
        assertEquals(2, pieces.of("电梯", 2).length);
    }

    @Test
    void aFileWithoutAVocabularyIsRefused() {
        assertThrows(
                IOException.class,
                () -> WordPieces.read(new ByteArrayInputStream("{\"model\": {}}".getBytes(StandardCharsets.UTF_8))));
    }
}
