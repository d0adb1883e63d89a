package wenju.gazette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table with merged cells as rows of equal columns: a merged cell stands in its first row and column, the others it covers
 * are empty. Nothing is filled down, for the words stand once in the print.
 */
final class CellGrid {
    /** A table of more columns is none that anybody reads; a page may claim any number. */
    private static final int MOST_COLUMNS = 200;

    private final List<String> lines = new ArrayList<>();
    /** For every column the number of further rows that a cell above still covers. */
    private final Map<Integer, Integer> covered = new HashMap<>();

    private List<String> row = new ArrayList<>();
    private boolean begun;

    void newRow() {
        endRow();
        begun = true;
    }

    void add(String cell, int columns, int rows) {
        skipCovered();
        for (int i = 0; i < columns && row.size() < MOST_COLUMNS; i++) {
            if (rows > 1) {
                covered.put(row.size(), rows - 1);
            }
            row.add(i == 0 ? cell : "");
        }
    }

    private void skipCovered() {
        while (covered.getOrDefault(row.size(), 0) > 0) {
            covered.merge(row.size(), -1, Integer::sum);
            row.add("");
        }
    }

    private void endRow() {
        if (begun) {
            skipCovered();
            String line = String.join("\t", row);
            if (!line.isBlank()) {
                lines.add(line);
            }
            row = new ArrayList<>();
        }
    }

    /** The rows, cells parted by tabs; rows without any word left out. */
    List<String> lines() {
        endRow();
        begun = false;
        return lines;
    }
}
