package wenju;

/**
 * Something that the operator can put right keeps a command from doing its work: a port that is taken, a directory that
 * cannot be read. The message is one Chinese sentence without its final stop, the cause is for the log.
 */
public final class OperatorException extends RuntimeException {
    OperatorException(String message) {
        super(message);
    }

    OperatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
