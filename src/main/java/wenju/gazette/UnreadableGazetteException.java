package wenju.gazette;

import org.jspecify.annotations.Nullable;

/**
 * A file that cannot or must not be read as a gazette. The message is in Chinese, for people, and names the fault and what to
 * do about it; it does not repeat the file's name. The file was not changed and nothing of it was kept.
 */
public final class UnreadableGazetteException extends Exception {

    /** Why a file is refused. */
    public enum Reason {
        /** More than {@link GazetteText#LARGEST_FILE} bytes. */
        TOO_LARGE,
        /** Marked 秘密, 机密 or 绝密. */
        CLASSIFIED,
        /** A password is needed, or the author forbids taking the text out. */
        ENCRYPTED,
        /** A PDF of pictures. */
        NO_TEXT_LAYER,
        /** A packed file that would swell beyond all measure. */
        EXPLODING_ARCHIVE,
        /** No text in any encoding known here. */
        BINARY,
        /** A known kind of file with faults inside. */
        DAMAGED,
        /** A kind of file that is known but not read: old Word, spreadsheets, archives. */
        UNSUPPORTED
    }

    private final Reason reason;

    UnreadableGazetteException(Reason reason, String message) {
        this(reason, message, null);
    }

    UnreadableGazetteException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
