package wenju.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept: enough to tell a year later what was asked, what was shown and why. Texts lose their
 * {@linkplain PersonalData personal data} here, so that none can be written.
 *
 * @param id of the request
 * @param conversation as the client names it; null when it names none
 * @param question as asked
 * @param history earlier questions, oldest first
 * @param filters as JSON
 * @param limit excerpts wanted
 * @param understoodAs what was searched
 * @param outcome for example {@code answered}
 * @param excerpts what was shown, best first
 * @param revision of the index that answered; with it {@link NoticeStore#textAt} tells the texts
 * @param thesaurus digest of the thesaurus that was in use
 * @param millis the asker waited
 * @param approved the standard answer that was shown, with the version that was approved: {@code s1a2b3c4d5e6f-v3}; null when
 *     none was
 * @param likeness shared by questions alike, see {@link QuestionQueue}; empty for what no notice is meant to answer
 * @param door through which it was asked; null when nobody knows
 */
public record LoggedAnswer(
        UUID id,
        OffsetDateTime givenAt,
        @Nullable String conversation,
        String question,
        List<String> history,
        String filters,
        int limit,
        String understoodAs,
        String outcome,
        List<Shown> excerpts,
        long revision,
        String thesaurus,
        long millis,
        @Nullable String approved,
        String likeness,
        @Nullable Door door) {

    /**
     * An excerpt that was shown.
     *
     * @param confidence 0 to 1
     */
    public record Shown(String passageId, double confidence) {}

    /** Without a standard answer, like no other, and through no door. */
    public LoggedAnswer(
            UUID id,
            OffsetDateTime givenAt,
            @Nullable String conversation,
            String question,
            List<String> history,
            String filters,
            int limit,
            String understoodAs,
            String outcome,
            List<Shown> excerpts,
            long revision,
            String thesaurus,
            long millis) {
        this(
                id,
                givenAt,
                conversation,
                question,
                history,
                filters,
                limit,
                understoodAs,
                outcome,
                excerpts,
                revision,
                thesaurus,
                millis,
                null,
                id.toString(),
                null);
    }

    public LoggedAnswer {
        question = clean(question);
        history = history.stream().map(LoggedAnswer::clean).toList();
        understoodAs = clean(understoodAs);
        excerpts = List.copyOf(excerpts);
    }

    /** PostgreSQL's text cannot hold the character zero. */
    static String clean(String text) {
        return PersonalData.masked(text.replace('\0', '\uFFFD'));
    }
}
