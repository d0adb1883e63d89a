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
}
