package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import java.time.LocalDate;
import java.util.Map;
import wenju.notice.Ground;
import wenju.notice.Validity;

/** Validity as a word and a sign, so that colour is never alone in telling it. {@code web/validity.js} has the same signs. */
final class ValidityMark {
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

    /** Why we think so, in the page's language but for what is quoted; never empty. */
    static Html reason(Words words, Validity validity) {
        Ground ground = validity.ground();
        return reason(words, validity, quoted("span", ground == null ? "" : ground.what()));
    }

    /** @param what the ground's own, as a link for example */
    static Html reason(Words words, Validity validity, Html what) {
        Ground ground = validity.ground();
        if (ground != null) {
            LocalDate day = ground.day();
            return words.around(
                    "ground-" + ground.kind().code(),
                    Map.of("what", what, "day", day == null ? nothing() : text(words.date(day))));
        }
        return text(
                validity.since() == null ? words.get("noEvidence") : words.get("since", words.date(validity.since())));
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
