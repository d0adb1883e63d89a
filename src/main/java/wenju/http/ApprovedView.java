package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Html.text;
import static wenju.http.Layout.quoted;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import wenju.answer.Approval;
import wenju.notice.Citation;

/** What editors wrote, told apart from what notices say. {@code web/elements/wenju-answer.js} builds the same from JSON. */
final class ApprovedView {
    private ApprovedView() {}

    /** @param approval null when editors wrote nothing */
    static Html of(Words words, @Nullable Approval approval) {
        if (approval == null) {
            return nothing();
        }
        var basis = new ArrayList<Html>();
        for (Citation citation : approval.citations()) {
            basis.add(basis.isEmpty() ? text(words.get("approvedBasis")) : text("、"));
            basis.add(quoted("a", ExcerptView.found(citation)).with("href", citation.url()));
        }
        return el(
                        "section",
                        el("h3", words.get("approvedTitle")),
                        el("p", words.get("approvedLead")).with("class", "told"),
                        all(approval.text()
                                .lines()
                                .map(line -> quoted("p", line))
                                .toList()),
                        el("p", all(basis)).with("class", "basis"),
                        el(
                                        "p",
                                        words.get("approvedOn", words.date(approval.approvedOn()))
                                                + words.get("approvedUntil", words.date(approval.reviewOn())))
                                .with("class", "told"))
                .with("class", "approved");
    }
}
