package wenju.store;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wenju.notice.Notice;
import wenju.notice.Validity;

/**
 * Something that other systems are told of; its data are as the contract's {@code webhooks} say.
 *
 * @param type {@code notice.published}, {@code notice.expired} or {@code gap.reported}
 * @param subject id of the notice or answer
 */
record OutboxEvent(String type, String subject, JsonObject data) {
    /** How a text came into sight. */
    enum Change {
        ADDED("added"),
        CHANGED("changed"),
        RESTORED("restored");

        private final String code;

        Change(String code) {
            this.code = code;
        }
    }

    static OutboxEvent published(Notice notice, Change change) {
        String number = notice.number() == null ? null : notice.number().text();
        return new OutboxEvent(
                "notice.published",
                notice.id(),
                head(notice.id(), number, notice.title(), notice.issuer(), notice.kind(), notice.issuedOn())
                        .put("gazette", notice.gazette())
                        .put("change", change.code));
    }

    /** @param validity {@code EXPIRED} */
    static OutboxEvent expired(NoticeSummary notice, Validity validity) {
        String number = notice.number() == null ? null : notice.number().text();
        return new OutboxEvent(
                "notice.expired",
                notice.id(),
                head(notice.id(), number, notice.title(), notice.issuer(), notice.kind(), notice.issuedOn())
                        .put("since", text(validity.since()))
                        .put("reason", validity.reason()));
    }

    /** Somebody says that the notices should have answered; texts are as they are kept, without personal data. */
    static OutboxEvent gap(
            String answer, String question, String understoodAs, String outcome, @Nullable String reason) {
        return new OutboxEvent(
                "gap.reported",
                answer,
                new JsonObject()
                        .put("answerId", answer)
                        .put("question", question)
                        .put("understoodAs", understoodAs)
                        .put("outcome", outcome)
                        .put("reason", reason));
    }

    private static JsonObject head(
            String id,
            @Nullable String number,
            String title,
            String issuer,
            String kind,
            @Nullable LocalDate issuedOn) {
        return new JsonObject()
                .put("noticeId", id)
                .put("documentNumber", number)
                .put("title", title)
                .put("issuer", issuer)
                .put("kind", kind)
                .put("issuedOn", text(issuedOn))
                .put("url", "/notices/" + id);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
