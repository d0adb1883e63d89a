package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;

import wenju.notice.Validity;

/** Validity as a word and a sign, so that colour is never alone in telling it. {@code web/validity.js} has the same signs. */
final class ValidityMark {
    private ValidityMark() {}

    /** The mark; its reason, when there is one, is a tap away. */
    static Html of(Validity validity) {
        String evidence = evidence(validity);
        String status = validity.status().code();
        return evidence.isEmpty()
                ? el("span", word(validity)).with("class", "validity").with("data-status", status)
                : el("details", el("summary", word(validity)), el("p", evidence))
                        .with("class", "validity")
                        .with("data-status", status);
    }

    /** The mark with its reason in the open, for the head of the reader. */
    static Html banner(Validity validity) {
        String evidence = evidence(validity);
        return el("p", el("strong", word(validity)), evidence.isEmpty() ? nothing() : text("　" + evidence))
                .with("class", "banner")
                .with("data-status", validity.status().code());
    }

    private static Html word(Validity validity) {
        return all(
                el("span", sign(validity.status())).with("class", "sign").with("aria-hidden", "true"),
                text(validity.status().label()));
    }

    private static String evidence(Validity validity) {
        if (validity.reason() != null) {
            return validity.reason();
        }
        return validity.since() == null ? "" : "自" + ChineseDate.of(validity.since()) + "起";
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
