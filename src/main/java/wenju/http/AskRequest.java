package wenju.http;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.answer.Question;
import wenju.notice.Validity;
import wenju.search.Filters;

/**
 * The body of {@code POST /api/v1/ask}, as validated against the contract; what is absent is null.
 *
 * @param conversation by which the client can later ask for, or have erased, what was kept of it
 * @param verbatim whether typing errors are looked for as they were typed; they are mended when absent
 * @param limit most excerpts wanted; {@value #DEFAULT_LIMIT} when absent
 */
record AskRequest(
        String question,
        @Nullable List<String> history,
        @Nullable Integer limit,
        @Nullable FilterRequest filters,
        @Nullable String conversation,
        @Nullable Boolean verbatim) {
    static final int DEFAULT_LIMIT = 5;

    /** See {@link Filters}. */
    record FilterRequest(
            @Nullable String jurisdiction,
            @Nullable LocalDate issuedFrom,
            @Nullable LocalDate issuedTo,
            @Nullable String issuer,
            @Nullable String kind,
            @Nullable String documentNumber,
            @Nullable Boolean inForceOnly,
            @Nullable LocalDate asOf,
            @Nullable String gazette,
            @Nullable String status) {

        Filters filters() {
            return new Filters(
                    nfc(jurisdiction),
                    issuedFrom,
                    issuedTo,
                    nfc(issuer),
                    nfc(kind),
                    nfc(documentNumber),
                    Boolean.TRUE.equals(inForceOnly),
                    asOf,
                    nfc(gazette),
                    status == null ? null : Validity.Status.of(status).orElseThrow());
        }

        private static @Nullable String nfc(@Nullable String text) {
            return text == null ? null : clean(text);
        }
    }

    /** A question as it stands in the address {@code /?q=…&verbatim=1}. */
    static AskRequest of(String question, boolean verbatim) {
        return new AskRequest(question, null, null, null, null, verbatim);
    }

    /**
     * The question to answer, its texts in NFC and without white space around them.
     *
     * @throws Refusal naming every field that the contract's schema cannot check: blank texts, lengths in UTF-16 units, a
     *     period that ends before it begins
     */
    Question question(LocalDate today) {
        var errors = new ArrayList<FieldError>();
        String text = checked(question, "#/question", errors);
        var earlier = new ArrayList<String>();
        for (String asked : history == null ? List.<String>of() : history) {
            earlier.add(checked(asked, "#/history/" + earlier.size(), errors));
        }
        Filters chosen = filters == null ? Filters.NONE : filters.filters();
        if (chosen.issuedFrom() != null
                && chosen.issuedTo() != null
                && chosen.issuedFrom().isAfter(chosen.issuedTo())) {
            errors.add(FieldError.body("#/filters/issuedTo", "不能早于 issuedFrom"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new Question(
                text,
                earlier,
                limit == null ? DEFAULT_LIMIT : limit,
                onADay(chosen, today),
                false,
                Boolean.TRUE.equals(verbatim));
    }

    private static String checked(String raw, String pointer, List<FieldError> errors) {
        String text = clean(raw);
        if (text.isEmpty()) {
            errors.add(FieldError.body(pointer, "不能为空"));
        } else if (text.length() > Question.MAX_LENGTH) {
            errors.add(FieldError.body(pointer, "不能超过 " + Question.MAX_LENGTH + " 个字符"));
        }
        return text;
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static Filters onADay(Filters filters, LocalDate today) {
        return filters.on(Objects.requireNonNullElse(filters.asOf(), today));
    }
}
