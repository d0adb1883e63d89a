package wenju.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text is about, as a direction: texts that mean alike point alike, whatever words they use. Made by {@link
 * MeaningModel}. Never changes.
 */
public final class Meaning {
    /** Of what {@link #bytes} writes. */
    static final int BYTES = 512;

    private final byte[] direction;
    private final double length;

    /** On which side of zero each part lies, a bit for each. */
    private final long[] sides;

    private Meaning(byte[] direction) {
        this.direction = direction;
        this.sides = new long[(direction.length + Long.SIZE - 1) / Long.SIZE];
        long squares = 0;
        for (int i = 0; i < direction.length; i++) {
            squares += direction[i] * direction[i];
            if (direction[i] > 0) {
                sides[i / Long.SIZE] |= 1L << i;
            }
        }
        this.length = Math.sqrt(squares);
    }

    /** Of any length; only the direction is kept, each part in a byte. */
    static Meaning of(float[] vector) {
        float largest = 0;
        for (float one : vector) {
            largest = Math.max(largest, Math.abs(one));
        }
        byte[] direction = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            direction[i] = (byte) Math.round(largest == 0 ? 0 : vector[i] / largest * Byte.MAX_VALUE);
        }
        return new Meaning(direction);
    }

    /**
     * The direction in the middle of several, each of which counts as much.
     *
     * @param meanings at least one
     */
    static Meaning between(List<Meaning> meanings) {
        float[] sum = new float[meanings.getFirst().direction.length];
        for (Meaning meaning : meanings) {
            for (int i = 0; i < sum.length && meaning.length > 0; i++) {
                sum[i] += (float) (meaning.direction[i] / meaning.length);
            }
        }
        return of(sum);
    }

    /** As {@link #bytes} wrote it. */
    static Meaning read(byte[] bytes) {
        return new Meaning(bytes.clone());
    }

    byte[] bytes() {
        return direction.clone();
    }

    /**
     * How alike two texts are: the cosine of the angle between both, 1 for the same meaning, about 0.3 for texts that have nothing in
     * common; 0 where it cannot be told.
     */
    public double likeness(Meaning other) {
        if (direction.length != other.direction.length || length == 0 || other.length == 0) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * other.direction[i];
        }
        return sum / (length * other.length);
    }

    /** In how many parts both lie on the same side: orders texts much as {@link #likeness} does, in a fiftieth of the time. */
    int agreement(Meaning other) {
        int differing = 0;
        for (int i = 0; i < Math.min(sides.length, other.sides.length); i++) {
            differing += Long.bitCount(sides[i] ^ other.sides[i]);
        }
        return direction.length - differing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Meaning meaning && Arrays.equals(direction, meaning.direction);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(direction);
    }
}
