package wenju.search;

import java.util.Arrays;
import java.util.List;

/**
 * A text as a row of units, coded in whole numbers so that many texts can be kept and compared with one question quickly.
 * A unit is what {@link Terms} calls one: a Han character, or a run of Latin letters or of digits. {@code 罚款50元，} gives
 * the codes of 罚, 款, 50, 元 and {@link #BREAK}.
 *
 * <p>A unit of one character is its code point; a run is a negative number made from its hash, so that two runs may, once
 * in two thousand million pairs, be taken for the same. Immutable.
 */
public final class Units {
    /** Parts what is not adjacent: punctuation stood there. */
    public static final int BREAK = 0;

    /** Parts sentences, items and paragraphs. */
    public static final int END = 1;

    private final int[] codes;
    private final int units;

    private Units(int[] codes) {
        this.codes = codes;
        this.units = (int) Arrays.stream(codes).filter(Units::isUnit).count();
    }

    /** Whether a code is of a unit, neither {@link #BREAK} nor {@link #END}. */
    public static boolean isUnit(int code) {
        return code != BREAK && code != END;
    }

    static Units of(List<Integer> codes) {
        return new Units(codes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The code of one unit. */
    public static int code(String unit) {
        int first = unit.codePointAt(0);
        return unit.length() == Character.charCount(first) ? first : unit.hashCode() | Integer.MIN_VALUE;
    }

    /** Number of codes, breaks and ends included. */
    public int size() {
        return codes.length;
    }

    /** Number of units. */
    public int units() {
        return units;
    }

    public int at(int i) {
        return codes[i];
    }

    public boolean holds(int code) {
        for (int each : codes) {
            if (each == code) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Units units && Arrays.equals(codes, units.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }
}
