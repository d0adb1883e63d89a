package wenju.store;

/**
 * The store cannot be opened or written. The message is Chinese, for the operator: it names the configuration key or the
 * gazette concerned and never holds a password.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Whether a failure of the store, of this type or not, says that the database could not be asked at all, so that the
     * same may succeed later without anybody's doing.
     */
    public static boolean isAway(Throwable failure) {
        return Away.tells(failure);
    }
}
