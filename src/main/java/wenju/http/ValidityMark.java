package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.text;

import java.time.LocalDate;
import java.util.regex.Pattern;
import wenju.notice.Validity;

/** Validity as a word and a sign, so that colour is never alone in telling it. {@code web/validity.js} has the same signs. */
final class ValidityMark {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private ValidityMark() {}

    /** The mark; its reason is a tap away. */
    static Html of(Words words, Validity validity) {
        return el("details", el("summary", word(words, validity)), el("p", reason(words, validity)))
                .with("class", "validity")
                .with("data-status", validity.status().code());
    }

    /** Sign and word. */
    static Html word(Words words, Validity validity) {
        String code = validity.status().code();
        return all(
                el("span", sign(validity.status())).with("class", "sign").with("aria-hidden", "true"),
                text(words.get(code)));
    }

    /** Why we think so; never empty. */
    static String reason(Words words, Validity validity) {
        if (validity.reason() != null) {
            return DAY.matcher(validity.reason()).replaceAll(day -> words.date(LocalDate.parse(day.group())));
        }
        return validity.since() == null ? words.get("noEvidence") : words.get("since", words.date(validity.since()));
    }

    private static String sign(Validity.Status status) {
        return switch (status) {
            case IN_FORCE -> "●";
            case NOT_YET_EFFECTIVE -> "○";
            case EXPIRED -> "◌";
            case REPEALED -> "✕";
            case PARTLY_AMENDED -> "◐";
            case UNKNOWN -> "？";
        };
    }
}
