package wenju.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThesaurusTest {
    private static final String TEXT = """
            # 注释
            撵出来, 赶出来 => 解除合同, 腾退
            人社局, 人力资源和社会保障局
            人社 => 人力资源
            """;

    @Test
    void in_everydayPhrase_givesOfficialTerms() {
        assertEquals(
                Map.of("撵出来", Set.of("解除合同", "腾退")), Thesaurus.read(TEXT, "t").in("房东把我撵出来了"));
    }

    @Test
    void in_officialTermOfOneWayEntry_givesNothing() {
        assertTrue(Thesaurus.read(TEXT, "t").in("解除合同").isEmpty());
    }

    @Test
    void in_phraseWithinLongerOne_countsTheLongerOnly() {
        assertEquals(Set.of("人社局"), Thesaurus.read(TEXT, "t").in("去人社局办").keySet());
    }

    @Test
    void in_twoWayEntry_servesBothSides() {
        Thesaurus thesaurus = Thesaurus.read(TEXT, "t");
        assertEquals(Set.of("人力资源和社会保障局"), thesaurus.in("人社局").get("人社局"));
        assertEquals(Set.of("人社局"), thesaurus.in("人力资源和社会保障局").get("人力资源和社会保障局"));
    }

    @Test
    void read_blankBetweenCommas_namesFileAndLine() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Thesaurus.read("甲乙, => 丙丁", "词表"));
        assertTrue(e.getMessage().startsWith("词表:1"));
    }

    @Test
    void digest_changesWithTheText() {
        String digest = Thesaurus.read("撵出来 => 腾退", "t").digest();
        assertEquals(digest, Thesaurus.read("撵出来 => 腾退", "another").digest());
        assertNotEquals(digest, Thesaurus.read("撵出来 => 收回", "t").digest());
    }

    @Test
    void shipped_isReadable() {
        assertTrue(ThesaurusFile.shipped().size() > 1000);
    }

    @Test
    void file_editedWithMistakeAndMended_servesFormerThenNew(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("thesaurus.txt");
        var thesaurus = new ThesaurusFile(file);
        write(file, "甲甲 => 乙乙", 1);
        assertEquals(Set.of("乙乙"), thesaurus.get().in("甲甲").get("甲甲"));
        write(file, "甲甲 => ", 2);
        assertEquals(Set.of("乙乙"), thesaurus.get().in("甲甲").get("甲甲"));
        write(file, "甲甲 => 丙丙", 3);
        assertEquals(Set.of("丙丙"), thesaurus.get().in("甲甲").get("甲甲"));
    }

    private static void write(Path file, String text, int second) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
    }
}
