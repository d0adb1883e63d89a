package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import wenju.notice.Notice;

/** Reads a folder of laws in Markdown and counts their articles a second way. */
class LawsTest {
    private static final Path LAWS = Path.of("../shared/external/laws");
    private static final String NUMBER = "[一二三四五六七八九十百千零〇○\\d]+";
    private static final Pattern ARTICLE_LINE =
            Pattern.compile("^[\\s\\u3000]*第[\\s\\u3000]*(?<n>" + NUMBER + ")[\\s\\u3000]*条(?<sub>之[一二三四五六七八九十]+)?");
    private static final Pattern ARTICLE_PART = Pattern.compile("第(?<n>" + NUMBER + ")条(?<sub>之[一二三四五六七八九十]+)?");

    static boolean lawsAreHere() {
        return Files.isDirectory(LAWS);
    }

    @Test
    @EnabledIf("lawsAreHere")
    void everyLaw_isOneNoticeWithTheArticlesOfItsText() throws IOException, UnreadableGazetteException {
        List<Path> files;
        try (var folder = Files.list(LAWS)) {
            files = folder.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
        var differing = new ArrayList<String>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            Gazette gazette =
                    GazetteReader.read(GazetteText.of(file.getFileName().toString(), bytes));
            assertEquals(1, gazette.notices().size(), file::toString);
            Notice law = gazette.notices().getFirst();
            assertEquals(plain(text.lines().findFirst().orElseThrow().substring(1)), plain(law.title()));
            if (inText(text).size() != read(law).size()) {
                differing.add(
                        file + " " + inText(text).size() + " ≠ " + read(law).size());
            }
        }
        assertTrue(files.size() > 1000, () -> files.size() + " laws");
        assertTrue(differing.size() <= 0.01 * files.size(), differing::toString);
    }

    private static Set<String> inText(String text) {
        Set<String> articles = new HashSet<>();
        text.lines().map(ARTICLE_LINE::matcher).filter(Matcher::find).forEach(m -> articles.add(key(m)));
        return articles;
    }

    private static Set<String> read(Notice law) {
        Set<String> articles = new HashSet<>();
        law.passages().stream()
                .flatMap(passage -> passage.locator().parts().stream())
                .map(ARTICLE_PART::matcher)
                .filter(Matcher::matches)
                .forEach(m -> articles.add(key(m)));
        return articles;
    }

    private static String key(Matcher article) {
        return article.group("n").replaceAll("[零〇○]", "") + article.group("sub");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
