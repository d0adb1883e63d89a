package wenju.answer;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wenju.notice.Citation;

/**
 * Tells whether an excerpt answers a question of a question file: its citation names the right document, and the right
 * words stand in it. Texts are compared in NFKC without white space.
 */
final class Judge {
    /** Only so many characters of an excerpt count. */
    private static final int EXCERPT_LIMIT = 600;

    /** A table or a column break may have re-ordered the words; then this share of their character pairs must stand there. */
    private static final double ENOUGH_PAIRS = 0.9;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\x1c-\\x1f\\x85]+");
    private static final Pattern NUMBER_SPELLING = Pattern.compile("[〔〕\\[\\]()（）【】第\\s\\p{Z}]");

    private Judge() {}

    /** The position, from 1, of the first excerpt that is right; 0 when none is. */
    static int rank(List<Excerpt> excerpts, List<Gold> gold) {
        for (int i = 0; i < excerpts.size(); i++) {
            Excerpt excerpt = excerpts.get(i);
            if (isRight(excerpt.citation(), excerpt.text(), gold)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether a text with this citation answers. */
    static boolean isRight(Citation citation, String text, List<Gold> gold) {
        return gold.stream()
                .anyMatch(
                        one -> namesDocument(citation, one) && (namesPlace(citation, one) || holds(text, one.span())));
    }

    /** Whether the citation names the document of any of these. */
    static boolean namesDocument(Citation citation, List<Gold> gold) {
        return gold.stream().anyMatch(one -> namesDocument(citation, one));
    }

    /**
     * A place that answers a question.
     *
     * @param doc document number, or the title of a notice without one
     * @param title null when the file does not name it
     * @param locator null when the file does not name it
     * @param span the answering words
     * @param locatorCounts whether naming the locator is as good as showing the span
     */
    record Gold(
            String doc, @Nullable String title, @Nullable String locator, String span, boolean locatorCounts) {}

    private static boolean namesDocument(Citation citation, Gold gold) {
        Set<String> wanted = new HashSet<>();
        wanted.add(documentKey(gold.doc()));
        if (gold.title() != null && !gold.title().isEmpty()) {
            wanted.add(documentKey(gold.title()));
        }
        return Stream.of(citation.documentNumber(), citation.title(), citation.noticeId())
                .filter(Objects::nonNull)
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> wanted.contains(documentKey(name)));
    }

    private static boolean namesPlace(Citation citation, Gold gold) {
        String locator = gold.locator();
        return gold.locatorCounts()
                && locator != null
                && normal(citation.locator()).contains(normal(locator));
    }

    static boolean holds(String text, String span) {
        String shown = normal(text)
                .codePoints()
                .limit(EXCERPT_LIMIT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String wanted = normal(span);
        if (shown.contains(wanted)) {
            return true;
        }
        Map<String, Integer> want = pairs(wanted);
        Map<String, Integer> have = pairs(shown);
        int found = 0;
        int total = 0;
        for (var pair : want.entrySet()) {
            found += Math.min(pair.getValue(), have.getOrDefault(pair.getKey(), 0));
            total += pair.getValue();
        }
        return found >= ENOUGH_PAIRS * total;
    }

    private static Map<String, Integer> pairs(String text) {
        int[] points = text.codePoints().toArray();
        var pairs = new HashMap<String, Integer>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.merge(new String(points, i, 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static String normal(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static String documentKey(String text) {
        return NUMBER_SPELLING
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}
