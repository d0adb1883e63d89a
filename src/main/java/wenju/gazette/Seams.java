package wenju.gazette;

import java.util.List;

/**
 * Knows which characters follow each other in this gazette, to tell whether two lines were one word once: 资 | 金 occurs
 * elsewhere in running text, 建 | 市 between a heading and its text does not. Learned from the file itself; no dictionary.
 *
 * <p>Counts are kept in open addressing, without boxes: this is the only step that looks at every pair of characters.
 */
final class Seams {
    private static final int SEEN_OFTEN = 3;
    private static final double USUAL_FOLLOWER = 0.04;
    private static final int SMALLEST = 1 << 12;

    private int[] pairs = new int[SMALLEST];
    private int[] counts = new int[SMALLEST];
    private int size;
    private final int[] singles = new int[Character.MAX_VALUE + 1];

    Seams(List<SourceLine> lines) {
        for (SourceLine line : lines) {
            String text = line.compact();
            for (int i = 0; i + 1 < text.length(); i++) {
                count(pair(text.charAt(i), text.charAt(i + 1)));
                singles[text.charAt(i)]++;
            }
        }
    }

    /** Whether the last character of one line and the first of the next usually stand together. */
    boolean usual(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        char a = left.charAt(left.length() - 1);
        int together = counts[slot(pairs, pair(a, right.charAt(0)))];
        return together >= SEEN_OFTEN && together >= USUAL_FOLLOWER * Math.max(1, singles[a]);
    }

    /** Never 0, which marks an empty slot: no text holds two NUL characters in a line that is read as text. */
    private static int pair(char a, char b) {
        return a << 16 | b;
    }

    private void count(int pair) {
        int at = slot(pairs, pair);
        if (pairs[at] == 0) {
            pairs[at] = pair;
            if (++size > pairs.length / 2) {
                grow();
                at = slot(pairs, pair);
            }
        }
        counts[at]++;
    }

    private static int slot(int[] table, int pair) {
        int hash = pair * 0x9E3779B9;
        int at = (hash ^ hash >>> 15) & table.length - 1;
        while (table[at] != 0 && table[at] != pair) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private void grow() {
        int[] larger = new int[pairs.length * 2];
        int[] moved = new int[pairs.length * 2];
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != 0) {
                int at = slot(larger, pairs[i]);
                larger[at] = pairs[i];
                moved[at] = counts[i];
            }
        }
        pairs = larger;
        counts = moved;
    }
}
