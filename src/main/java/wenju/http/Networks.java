package wenju.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Some parts of the address space, as {@code 10.0.0.0/8,127.0.0.1,fd00::/8}.
 *
 * @param blocks an address belongs to the networks when it is in one of them
 */
public record Networks(List<Block> blocks) {
    public static final Networks NONE = new Networks(List.of());

    /** @param bits of the address that count, from the left */
    public record Block(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    public Networks {
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads a list parted by commas; empty or blank is {@link #NONE}.
     *
     * @throws IllegalArgumentException naming the part that is no literal address or network
     */
    public static Networks parse(String list) {
        return new Networks(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Networks::block)
                .toList());
    }

    /** @param address a literal; anything else belongs to no network */
    boolean hold(String address) {
        if (blocks.isEmpty()) {
            return false;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return blocks.stream().anyMatch(block -> block.holds(bytes));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Block block(String part) {
        String[] halves = part.split("/", -1);
        try {
            byte[] address = InetAddress.ofLiteral(halves[0]).getAddress();
            int bits = halves.length == 1 ? address.length * 8 : Integer.parseInt(halves[1]);
            if (halves.length <= 2 && bits >= 0 && bits <= address.length * 8) {
                return new Block(address, bits);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(part, e);
        }
        throw new IllegalArgumentException(part);
    }
}
