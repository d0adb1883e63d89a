package wenju.gazette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the characters of a printed page into lines in reading order. A page has two columns when a gutter near its middle
 * parts most lines and both sides are filled as prose is; lines across the gutter (titles) divide the page into bands, and in
 * each band the left column is read before the right.
 */
final class PrintedPage {
    /** In shares of the size of the type. */
    private static final double SAME_LINE = 0.5;

    private static final double SAME_PLACE = 0.2;
    private static final double WORD_GAP = 0.4;
    private static final double WIDE_GAP = 1.5;
    private static final double GUTTER = 0.9;
    /** The gutter stands in the middle third of what is printed. */
    private static final double[] MIDDLE = {0.35, 0.65};

    private static final int FEWEST_COLUMN_LINES = 3;
    private static final double MOST_ACROSS = 0.34;
    /** Columns of prose are filled; cells of a table mostly are not. */
    private static final double FILLED = 0.6;

    /**
     * A character where it is printed; measures in points, from the upper left corner of the page as it is read.
     *
     * @param text one character, or the few that one glyph stands for
     * @param x left edge
     * @param y base line
     */
    record Glyph(String text, double x, double y, double width, double size) {
        double right() {
            return x + width;
        }
    }

    private PrintedPage() {}

    static List<String> lines(List<Glyph> glyphs) {
        List<List<Glyph>> rows = rows(glyphs);
        Double gutter = gutter(rows);
        var lines = new ArrayList<String>();
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        for (List<Glyph> row : rows) {
            if (gutter == null || crosses(row, gutter)) {
                lines.addAll(left);
                lines.addAll(right);
                left.clear();
                right.clear();
                lines.add(text(row));
            } else {
                List<Glyph> before = row.stream().filter(g -> g.x() < gutter).toList();
                List<Glyph> after = row.stream().filter(g -> g.x() >= gutter).toList();
                if (!before.isEmpty()) {
                    left.add(text(before));
                }
                if (!after.isEmpty()) {
                    right.add(text(after));
                }
            }
        }
        lines.addAll(left);
        lines.addAll(right);
        return lines;
    }

    /** Characters on one base line, from left to right; the rows from top to bottom. */
    private static List<List<Glyph>> rows(List<Glyph> glyphs) {
        var rows = new ArrayList<List<Glyph>>();
        double base = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : glyphs.stream()
                .sorted(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x))
                .toList()) {
            if (rows.isEmpty() || glyph.y() - base > SAME_LINE * glyph.size()) {
                rows.add(new ArrayList<>());
                base = glyph.y();
            }
            rows.getLast().add(glyph);
        }
        rows.replaceAll(PrintedPage::withoutShadows);
        return rows;
    }

    /** Bold is sometimes printed as the same character twice. */
    private static List<Glyph> withoutShadows(List<Glyph> row) {
        row.sort(Comparator.comparingDouble(Glyph::x));
        var clear = new ArrayList<Glyph>();
        for (Glyph glyph : row) {
            Glyph last = clear.isEmpty() ? null : clear.getLast();
            boolean shadow = last != null
                    && last.text().equals(glyph.text())
                    && glyph.x() - last.x() < SAME_PLACE * glyph.size();
            if (!shadow) {
                clear.add(glyph);
            }
        }
        return clear;
    }

    private static @Nullable Double gutter(List<List<Glyph>> rows) {
        double from = rows.stream().mapToDouble(r -> r.getFirst().x()).min().orElse(0);
        double to = rows.stream().mapToDouble(r -> r.getLast().right()).max().orElse(0);
        @Nullable Double best = null;
        int fewest = Integer.MAX_VALUE;
        for (double x = from + MIDDLE[0] * (to - from); x <= from + MIDDLE[1] * (to - from); x++) {
            double at = x;
            int across = (int) rows.stream().filter(row -> crosses(row, at)).count();
            if (across < fewest && areColumns(rows, at, from, to)) {
                fewest = across;
                best = at;
            }
        }
        return best;
    }

    private static boolean areColumns(List<List<Glyph>> rows, double gutter, double from, double to) {
        int left = 0;
        int right = 0;
        int across = 0;
        int filledLeft = 0;
        int filledRight = 0;
        for (List<Glyph> row : rows) {
            if (crosses(row, gutter)) {
                across++;
                continue;
            }
            var before = row.stream().filter(g -> g.x() < gutter).toList();
            var after = row.stream().filter(g -> g.x() >= gutter).toList();
            if (!before.isEmpty()) {
                left++;
                filledLeft += before.getLast().right() - before.getFirst().x() >= FILLED * (gutter - from) ? 1 : 0;
            }
            if (!after.isEmpty()) {
                right++;
                filledRight += after.getLast().right() - after.getFirst().x() >= FILLED * (to - gutter) ? 1 : 0;
            }
        }
        return Math.min(left, right) >= FEWEST_COLUMN_LINES
                && across <= MOST_ACROSS * (left + right)
                && filledLeft >= 0.5 * left
                && filledRight >= 0.5 * right;
    }

    private static boolean crosses(List<Glyph> row, double gutter) {
        double half = GUTTER / 2 * row.getFirst().size();
        return row.stream().anyMatch(g -> g.x() < gutter + half && g.right() > gutter - half);
    }

    private static String text(List<Glyph> row) {
        var text = new StringBuilder();
        double end = Double.NaN;
        for (Glyph glyph : row) {
            double gap = glyph.x() - end;
            if (gap > WIDE_GAP * glyph.size()) {
                text.append("\u3000 ");
            } else if (gap > WORD_GAP * glyph.size()) {
                text.append(' ');
            }
            text.append(glyph.text());
            end = glyph.right();
        }
        return text.toString();
    }
}
