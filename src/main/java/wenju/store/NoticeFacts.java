package wenju.store;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenju.notice.DocumentNumber;
import wenju.notice.Notice;

/**
 * What of a notice's head can be corrected by hand; see {@link Notice} for what each is.
 *
 * @param number null when it has none
 */
public record NoticeFacts(
        String title,
        @Nullable DocumentNumber number,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn) {

    /** One of them; its value as a text is empty when the notice has none. */
    public enum Field {
        TITLE("title"),
        NUMBER("documentNumber"),
        ISSUED_ON("issuedOn"),
        EFFECTIVE_ON("effectiveOn"),
        EXPIRES_ON("expiresOn");

        private final String code;

        Field(String code) {
            this.code = code;
        }

        /** Its name in the contract and in the table: {@code issuedOn}. */
        public String code() {
            return code;
        }

        /** The field of a name; empty when there is none. */
        public static Optional<Field> of(String code) {
            return Arrays.stream(values())
                    .filter(field -> field.code.equals(code))
                    .findFirst();
        }
    }

    /** Those of a notice. */
    public static NoticeFacts of(Notice notice) {
        return new NoticeFacts(
                notice.title(), notice.number(), notice.issuedOn(), notice.effectiveOn(), notice.expiresOn());
    }

    /** These with some in place of theirs. @throws java.time.DateTimeException when a date is none */
    public NoticeFacts with(Map<Field, String> fields) {
        return new NoticeFacts(
                fields.getOrDefault(Field.TITLE, title),
                fields.containsKey(Field.NUMBER) ? number(fields.get(Field.NUMBER)) : number,
                date(fields, Field.ISSUED_ON, issuedOn),
                date(fields, Field.EFFECTIVE_ON, effectiveOn),
                date(fields, Field.EXPIRES_ON, expiresOn));
    }

    /** The notice with these in place of its own; its id tells what was read, and stays. */
    Notice in(Notice notice) {
        return new Notice(
                notice.id(),
                number,
                title,
                notice.issuer(),
                notice.jurisdiction(),
                notice.kind(),
                issuedOn,
                effectiveOn,
                expiresOn,
                notice.gazette(),
                notice.lines(),
                notice.relations(),
                notice.passages());
    }

    JsonObject json() {
        var texts = new EnumMap<Field, String>(Field.class);
        texts.put(Field.TITLE, title);
        texts.put(Field.NUMBER, number == null ? "" : number.text());
        texts.put(Field.ISSUED_ON, text(issuedOn));
        texts.put(Field.EFFECTIVE_ON, text(effectiveOn));
        texts.put(Field.EXPIRES_ON, text(expiresOn));
        return json(texts);
    }

    static NoticeFacts of(JsonObject json) {
        return new NoticeFacts("", null, null, null, null).with(fields(json));
    }

    static JsonObject json(Map<Field, String> fields) {
        var json = new JsonObject();
        fields.forEach((field, text) -> json.put(field.code, text));
        return json;
    }

    static Map<Field, String> fields(JsonObject json) {
        var fields = new EnumMap<Field, String>(Field.class);
        json.forEach(entry ->
                Field.of(entry.getKey()).ifPresent(field -> fields.put(field, (String) entry.getValue())));
        return fields;
    }

    private static @Nullable DocumentNumber number(String text) {
        return text.isEmpty() ? null : new DocumentNumber(text);
    }

    private static @Nullable LocalDate date(Map<Field, String> fields, Field field, @Nullable LocalDate otherwise) {
        String text = fields.get(field);
        return text == null ? otherwise : text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
