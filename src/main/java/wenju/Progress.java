package wenju;

import java.io.Console;
import java.io.PrintWriter;

/** Says how far a long step has come, on one line that is written over; silent when nobody is watching. */
final class Progress {
    private static final String START_OF_LINE = "\r";
    private static final String CLEAR_TO_END_OF_LINE = "\033[K";

    private final PrintWriter out;
    private final boolean watched;

    /**
     * Progress on a writer.
     *
     * @param watched whether the writer ends on a terminal
     */
    Progress(PrintWriter out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    /** Progress on the terminal of this process, if it has one. */
    static Progress onTerminal(PrintWriter out) {
        Console console = System.console();
        return new Progress(out, console != null && console.isTerminal());
    }

    /** Shows a step in place of the one before: {@code 导入 3/12 gazette.txt}. */
    void show(String step) {
        write(step);
    }

    /** Leaves the line empty for whatever is written next. */
    void clear() {
        write("");
    }

    private void write(String text) {
        if (watched) {
            out.print(START_OF_LINE + text + CLEAR_TO_END_OF_LINE);
            out.flush();
        }
    }
}
