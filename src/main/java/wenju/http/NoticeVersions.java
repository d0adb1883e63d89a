package wenju.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.store.NoticeFacts;

/** What differs between two versions of a notice. */
final class NoticeVersions {
    /** As the contract names it: the text as a whole. */
    static final String TEXT = "text";

    private NoticeVersions() {}

    /** The names of what differs, as the contract has them: {@code ["title", "text"]}. */
    static List<String> changed(Notice older, Notice newer) {
        var changed = new ArrayList<String>();
        Map<String, String> before = facts(Words.CHINESE, NoticeFacts.of(older));
        facts(Words.CHINESE, NoticeFacts.of(newer)).forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                changed.add(name);
            }
        });
        if (!texts(older).equals(texts(newer))) {
            changed.add(TEXT);
        }
        return changed;
    }

    /** Title, number and dates for people, by their names in the contract; empty where the notice has none. */
    static Map<String, String> facts(Words words, NoticeFacts facts) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(NoticeFacts.Field.TITLE.code(), facts.title());
        told.put(
                NoticeFacts.Field.NUMBER.code(),
                facts.number() == null ? "" : facts.number().text());
        told.put(NoticeFacts.Field.ISSUED_ON.code(), date(words, facts.issuedOn()));
        told.put(NoticeFacts.Field.EFFECTIVE_ON.code(), date(words, facts.effectiveOn()));
        told.put(NoticeFacts.Field.EXPIRES_ON.code(), date(words, facts.expiresOn()));
        return told;
    }

    private static String date(Words words, @Nullable LocalDate day) {
        return day == null ? "" : words.date(day);
    }

    private static List<String> texts(Notice notice) {
        return notice.passages().stream().map(Passage::text).toList();
    }
}
