package wenju;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Brings every log, ours and the libraries', into the one that {@code config/logback.xml} describes. */
final class Logging {
    private static final String PROPERTY = "logback.configurationFile";
    private static final String NAME = "config/logback.xml";

    private Logging() {}

    /**
     * Must run before the first logger is made: logback looks for its file once, then. A file named by the system property
     * {@value #PROPERTY} wins, then the one in the working directory, then the shipped one.
     */
    static void configure(Path workingDirectory) {
        if (System.getProperty(PROPERTY) == null) {
            Path own = workingDirectory.resolve(NAME);
            System.setProperty(PROPERTY, Files.isReadable(own) ? own.toUri().toString() : NAME);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
