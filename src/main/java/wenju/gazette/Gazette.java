package wenju.gazette;

import java.util.List;
import wenju.notice.Notice;

/**
 * What was read from one file. {@link ReadingReport} prints it for people.
 *
 * @param name the file's name
 * @param notices in the order of print
 * @param warnings what a person should look at, in the order of lines
 */
public record Gazette(String name, List<Notice> notices, List<Warning> warnings) {

    /**
     * A place where the reading may be wrong, or the print is.
     *
     * @param kind what is doubtful
     * @param line of the text, from 1
     * @param notice name of the notice that it concerns; empty when it concerns none
     * @param message in Chinese, for people; names the notice where there is one
     */
    public record Warning(Kind kind, int line, String notice, String message) {

        /** What is doubtful. */
        public enum Kind {
            /** The file holds text, but no notice was recognised in it. */
            NO_NOTICE,
            /** Text before the first notice belongs to none and was left out. */
            TEXT_BEFORE_FIRST,
            /** The notice has no document number. */
            NO_NUMBER,
            /** An earlier notice of the file has the same number. */
            SAME_NUMBER,
            /** The notice has no date. */
            NO_DATE,
            /** The notice is dated more than a year from those beside it. */
            DATE_OUT_OF_ORDER,
            /** Articles do not follow each other. */
            ARTICLE_GAP,
            /** A table whose rows could not be told apart; its cells stand in the order of print. */
            TABLE_NOT_RESTORED,
            /** A paragraph so long that its parts were probably not recognised. */
            LONG_PASSAGE,
            /** A long notice without any mark. */
            NO_OUTLINE
        }
    }

    public Gazette {
        notices = List.copyOf(notices);
        warnings = List.copyOf(warnings);
    }
}
