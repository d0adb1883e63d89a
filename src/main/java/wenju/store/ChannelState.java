package wenju.store;

/**
 * Whether questions of a channel are answered.
 *
 * @param notice what people are told while they are not; empty while they are
 * @param version grows with every change, see {@link StaleException}
 */
public record ChannelState(Channel channel, boolean answers, String notice, int version) {
    /** Characters. */
    public static final int MAX_NOTICE = 300;

    public ChannelState {
        if (answers != notice.isEmpty()) {
            throw new IllegalArgumentException(
                    channel + (answers ? " answers, with a notice" : " is silent without a notice"));
        }
    }
}
