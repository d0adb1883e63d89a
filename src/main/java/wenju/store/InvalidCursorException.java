package wenju.store;

/** A {@linkplain NoticeFilter#after() cursor} that this store never gave out. */
public final class InvalidCursorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public InvalidCursorException(String cursor) {
        super("not a cursor of the list: " + cursor);
    }
}
