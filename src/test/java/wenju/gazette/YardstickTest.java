package wenju.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.notice.Relation;

/** Reads whole folders of gazettes and holds what was read against what people read in them. */
class YardstickTest {
    private static final Path SAMPLES = Path.of("src/main/resources/notices");
    private static final Path SAMPLE_YARDSTICK = Path.of("src/test/resources/sample-notices.jsonl");
    private static final Path GAZETTES = Path.of("../shared/notices");
    private static final Path GAZETTE_YARDSTICK = Path.of("../shared/ground-truth/notices.jsonl");

    static boolean gazettesAreHere() {
        return Files.isDirectory(GAZETTES) && Files.isRegularFile(GAZETTE_YARDSTICK);
    }

    @Test
    void sampleNotices_areReadAsWritten() throws IOException {
        Comparison comparison = compare(SAMPLES, SAMPLE_YARDSTICK);

        assertEquals(List.of(), comparison.missing());
        assertEquals(List.of(), comparison.extra());
        assertEquals(List.of(), comparison.differences());
    }

    @Test
    @EnabledIf("gazettesAreHere")
    void realGazettes_areReadAsPeopleReadThem() throws IOException {
        Comparison comparison = compare(GAZETTES, GAZETTE_YARDSTICK);

        assertEquals(List.of(), comparison.missing());
        assertEquals(List.of(), comparison.extra());
        // The print says 社会 twice in one title; the yardstick corrects it, the reader quotes it.
        assertEquals(
                1,
                comparison.differences().size(),
                () -> comparison.differences().toString());
        assertTrue(comparison.differences().getFirst().contains("社会社会"));
    }

    @Test
    void sampleNotices_loseNothing() throws IOException {
        assertLosesNothing(SAMPLES);
    }

    @Test
    @EnabledIf("gazettesAreHere")
    void realGazettes_loseNothing() throws IOException {
        assertLosesNothing(GAZETTES);
    }

    private record Comparison(List<String> missing, List<String> extra, List<String> differences) {}

    private static Comparison compare(Path folder, Path yardstick) throws IOException {
        Map<String, Notice> read = read(folder).stream()
                .flatMap(gazette -> gazette.notices().stream())
                .collect(Collectors.toMap(notice -> notice.gazette() + " " + key(notice), notice -> notice));
        var missing = new ArrayList<String>();
        var differences = new ArrayList<String>();
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(yardstick)) {
            JsonNode wanted = json.readTree(line);
            Notice notice = read.remove(wanted.get("gazette").asText() + " "
                    + plain(wanted.get("doc").asText()));
            if (notice == null) {
                missing.add(wanted.get("doc").asText());
                continue;
            }
            String expected = plain(wanted.get("title").asText())
                    + "|" + plain(wanted.get("issuer").asText())
                    + "|" + wanted.get("date").asText()
                    + "|" + wanted.get("effective").asText()
                    + "|" + wanted.get("expires").asText();
            String actual = plain(notice.title()) + "|" + plain(notice.issuer()) + "|" + notice.issuedOn() + "|"
                    + notice.effectiveOn() + "|" + notice.expiresOn();
            if (!expected.equals(actual)) {
                differences.add(expected + " ≠ " + actual);
            }
            for (JsonNode repealed : wanted.get("repeals")) {
                String target = repealed.isTextual()
                        ? repealed.asText()
                        : repealed.get("doc").asText();
                String title = repealed.isTextual() ? "" : repealed.get("title").asText();
                boolean found = notice.relations().stream()
                        .filter(r -> r.kind() != Relation.Kind.CITES)
                        .anyMatch(r -> plain(r.target()).equals(plain(target.isEmpty() ? title : target)));
                if (!found) {
                    differences.add(notice.name() + " does not repeal " + repealed);
                }
            }
        }
        return new Comparison(missing, List.copyOf(read.keySet()), differences);
    }

    /** Every character that is not page furniture stands in exactly one passage, in order. */
    private static void assertLosesNothing(Path folder) throws IOException {
        for (Path file : files(folder)) {
            var furniture = new ArrayList<SourceLine>();
            List<SourceLine> lines = PageFurniture.strip(SourceLine.of(Files.readString(file)), furniture);
            String printed = lines.stream().map(SourceLine::raw).collect(Collectors.joining());
            String read = GazetteReader.read(file.getFileName().toString(), Files.readString(file)).notices().stream()
                    .flatMap(notice -> notice.passages().stream())
                    .map(Passage::text)
                    .collect(Collectors.joining());
            int common = commonInOrder(bare(printed), bare(read));
            double kept = (double) common / bare(printed).length();
            double once = (double) common / bare(read).length();
            assertTrue(kept >= 0.999, file + " keeps " + kept);
            assertTrue(once >= 0.999, file + " repeats " + once);
        }
    }

    /** Length of a common subsequence, found greedily with a look-ahead; exact when few characters differ. */
    private static int commonInOrder(String a, String b) {
        int common = 0;
        int j = 0;
        for (int i = 0; i < a.length() && j < b.length(); i++) {
            if (a.charAt(i) == b.charAt(j)) {
                common++;
                j++;
                continue;
            }
            for (int ahead = 1; ahead <= 60; ahead++) {
                if (a.regionMatches(i, b, j + ahead, 12)) {
                    j += ahead;
                    common++;
                    j++;
                    break;
                }
                if (a.regionMatches(i + ahead, b, j, 12)) {
                    i += ahead;
                    common++;
                    j++;
                    break;
                }
            }
        }
        return common;
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s*\\-“”\"]", "");
    }

    private static List<Gazette> read(Path folder) throws IOException {
        var gazettes = new ArrayList<Gazette>();
        for (Path file : files(folder)) {
            gazettes.add(GazetteReader.read(file.getFileName().toString(), Files.readString(file)));
        }
        return gazettes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String key(Notice notice) {
        return plain(notice.number() == null ? notice.title() : notice.number().text());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
