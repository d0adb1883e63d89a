package wenju.notice;

/**
 * A range of lines in the gazette file, counted from 1, both ends included; for example {@code 217-233}.
 *
 * @param first number of the first line, at least 1
 * @param last number of the last line, at least {@code first}
 */
public record Lines(int first, int last) {
    public Lines {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("lines " + first + "-" + last);
        }
    }

    /** The smallest range that holds both. */
    public Lines union(Lines other) {
        return new Lines(Math.min(first, other.first), Math.max(last, other.last));
    }
}
