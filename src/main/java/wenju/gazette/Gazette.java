package wenju.gazette;

import java.util.List;
import wenju.notice.Notice;

/**
 * What was read from one file.
 *
 * @param name the file's name
 * @param notices in the order of print
 * @param warnings what a person should look at, in the order of lines
 */
public record Gazette(String name, List<Notice> notices, List<Warning> warnings) {

    /**
     * A place where the reading may be wrong.
     *
     * @param line in the file, from 1
     * @param message in Chinese, for people
     */
    public record Warning(int line, String message) {}

    public Gazette {
        notices = List.copyOf(notices);
        warnings = List.copyOf(warnings);
    }
}
