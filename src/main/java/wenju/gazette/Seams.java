package wenju.gazette;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows which characters follow each other in this gazette, to tell whether two lines were one word once: 资 | 金 occurs
 * elsewhere in running text, 建 | 市 between a heading and its text does not. Learned from the file itself; no dictionary.
 */
final class Seams {
    private static final int SEEN_OFTEN = 3;
    private static final double USUAL_FOLLOWER = 0.04;

    private final Map<Long, Integer> pairs = new HashMap<>();
    private final Map<Integer, Integer> singles = new HashMap<>();

    Seams(List<SourceLine> lines) {
        for (SourceLine line : lines) {
            String text = line.compact();
            for (int i = 0; i + 1 < text.length(); i++) {
                pairs.merge(pair(text.charAt(i), text.charAt(i + 1)), 1, Integer::sum);
                singles.merge((int) text.charAt(i), 1, Integer::sum);
            }
        }
    }

    /** Whether the last character of one line and the first of the next usually stand together. */
    boolean usual(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        char a = left.charAt(left.length() - 1);
        char b = right.charAt(0);
        int together = pairs.getOrDefault(pair(a, b), 0);
        return together >= SEEN_OFTEN && together >= USUAL_FOLLOWER * singles.getOrDefault((int) a, 1);
    }

    private static long pair(char a, char b) {
        return (long) a << 16 | b;
    }
}
