package wenju.store;

/**
 * Somebody else has changed the row since it was read, or it is gone: nothing was written. Rows that people change carry a
 * {@code version}; whoever changes one says which version they saw.
 */
public final class StaleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param subject what was to be changed, for the log */
    public StaleException(String subject) {
        super(subject, null, false, false);
    }
}
